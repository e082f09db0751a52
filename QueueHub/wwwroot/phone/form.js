// A form answers at once, and what is written survives a lost connection. Without this module the server says what is wrong, page by page.

import { all, memory, one, onLeave, onStart, send } from './page.js';
import { COPY, DRAFT } from './tickets.js';

const draftKey = form => DRAFT + form.dataset.draft;
const checkable = input => /radio|checkbox/.test(input.type);
const valuesIn = box => all('[name^="f."]:enabled', box).filter(input => !checkable(input) || input.checked).map(input => input.value);
const answersOf = form => [...new FormData(form)].filter(([name]) => name.startsWith('f.'));

function conditions(form) {
  const values = key => all(`[name="f.${key}"]:enabled`, form).filter(input => !checkable(input) || input.checked).map(input => input.value);
  // In the order of the page: a field may depend on one that has just been hidden. What an entry's field looks at is named with its entry.
  for (const box of all('[data-when]', form)) {
    const wanted = box.dataset.any.split(' ');
    const shown = values(box.dataset.when).some(value => wanted.includes(value));
    box.hidden = box.disabled = !shown;
  }
}

// Rules that cannot be fetched are the server's alone.
const NO_RULES = { fault: () => null };
let rules = NO_RULES;
const learn = async () => { rules = await import('./rules.js').catch(() => rules); };

// Longer than this nobody waits for them.
const LEARNT_WITHIN = 1500;

// Answers for the next form: fetched where a page has such a field.
let reuse = null;

/** The fields that must be answered: of the empty entries of a group only as many as are still missing. */
function asked(form) {
  const idle = new Set();
  for (const group of all('[data-least]', form)) {
    const entries = all('[data-entry]', group);
    const empty = entries.filter(entry => valuesIn(entry).every(value => !value.trim()));
    empty.slice(Math.max(0, group.dataset.least - (entries.length - empty.length))).forEach(entry => idle.add(entry));
  }
  return all('[data-rules]', form).filter(box => !box.matches(':disabled') && !idle.has(box.closest('[data-entry]')));
}

function sentence(box) {
  const rule = JSON.parse(box.dataset.rules);
  return rule.says[rules.fault(rule, valuesIn(box))];
}

/** Says beside a field what is wrong with it, or that nothing is any more. */
function tell(box, wrong) {
  const input = one('[name^="f."]', box);
  const described = one('legend', box) ? box : input;
  const id = input.id.replace('f-', 'e-');
  const rest = (described.getAttribute('aria-describedby') ?? '').split(' ').filter(other => other && other !== id);
  document.getElementById(id)?.remove();
  box.classList.toggle('wrong', !!wrong);
  all('[name^="f."]', box).forEach(part => wrong ? part.setAttribute('aria-invalid', 'true') : part.removeAttribute('aria-invalid'));
  if (wrong) {
    const note = document.createElement('p');
    Object.assign(note, { id, className: 'error', textContent: wrong });
    (one(':scope > .help', box) ?? box.firstElementChild).after(note);
    rest.push(id);
  }
  rest.length ? described.setAttribute('aria-describedby', rest.join(' ')) : described.removeAttribute('aria-describedby');
}

const nameOf = box => one('legend, label', box).firstChild.textContent.trim();

/** The same summary that the server would answer with. */
function complain(form, wrong) {
  all('.notice.danger', form).forEach(notice => notice.remove());
  const notice = one('#errors').content.firstElementChild.cloneNode(true);
  one('ul', notice).append(...wrong.map(([box, text]) => {
    const link = document.createElement('a');
    link.href = `#${one('[name^="f."]', box).id}`;
    const entry = box.closest('[data-entry]');
    link.textContent = `${entry ? `${nameOf(entry)} – ` : ''}${nameOf(box)} – ${text}`;
    const item = document.createElement('li');
    item.append(link);
    return item;
  }));
  one('[data-heading]').after(notice);
  notice.focus();
}

function isSound(form) {
  const boxes = asked(form).map(box => [box, sentence(box)]);
  boxes.forEach(([box, text]) => tell(box, text));
  const wrong = boxes.filter(([, text]) => text);
  if (wrong.length) {
    complain(form, wrong);
  }
  return !wrong.length;
}

/** While somebody writes: a wrong answer is told when it is left, and no longer than it is wrong. What is missing is asked at the end. */
function watch(box, left) {
  const text = sentence(box);
  const was = box.classList.contains('wrong');
  if (was || (left && text && valuesIn(box).some(value => value.trim()))) {
    tell(box, text);
    if (!one('.wrong', box.form)) {
      all('.notice.danger', box.form).forEach(notice => notice.remove());
    }
  }
}

function keep(form) {
  const answers = answersOf(form);
  const seen = form.elements.seen?.value;
  const draft = { at: Date.now(), step: form.dataset.step, answers, seen, place: new URL(form.action).pathname, what: one('.steps', form).textContent };
  memory.set(draftKey(form), answers.some(([, value]) => value) ? draft : null);
}

// Under a ticket the server keeps the form as well, and knows what other phones have written: what has arrived there, this phone forgets.
const forget = form => memory.set(draftKey(form), null);
let kept = null;

async function keepUnderTicket(form) {
  const module = await import('./draft.js').catch(() => null);
  if (module && form.isConnected && kept?.form !== form) {
    kept = { form, ...module.keeper(form, () => forget(form)) };
  }
}

/** The network may have been away when the module was to be fetched. */
async function keptForm(form) {
  if (form?.elements.seen && kept?.form !== form) {
    await keepUnderTicket(form);
  }
  return kept?.form === form ? kept : null;
}

/** The place of this form's draft, perhaps one that was written on another version of it: office/form/version, and whose it is. */
function draftPlace(form) {
  const [office, id, , ...whose] = form.dataset.draft.split('/');
  const same = key => key.startsWith(`${DRAFT}${office}/${id}/`) && key.split('/').slice(4).join() === whose.join();
  return memory.get(draftKey(form)) ? draftKey(form) : memory.keys(DRAFT).find(same);
}

const go = (form, step) => {
  const fields = new FormData(form);
  fields.set('go', `to:${step}`);
  return fields;
};

function write(form) {
  conditions(form);
  if (one('[data-reuse-keep]', form)) {
    import('./reuse.js').then(loaded => { reuse = loaded; reuse.offer(form); }, () => {});
  }
  if (!('fresh' in form.dataset)) {
    return;
  }
  history.replaceState({ step: form.dataset.step }, '');
  const place = draftPlace(form);
  const draft = place && memory.get(place);
  if (draft) {
    const fields = new FormData(form);
    [...fields.keys()].filter(name => name.startsWith('f.')).forEach(name => fields.delete(name));
    draft.answers.forEach(([name, value]) => fields.append(name, value));
    fields.set('go', `to:${draft.step}`);
    fields.set('restored', 'yes');
    fields.set('written', place.split('/')[3]);
    if (form.elements.seen) {
      // Upon what it was written, not upon what the page has just read: another phone may have been faster.
      fields.set('seen', draft.seen ?? '');
    }
    const old = place !== draftKey(form);
    send(form, fields, ok => {
      if (ok && old) {
        memory.set(place, null);
      }
      answered(form, ok, { draft: old });
    });
  }
}

for (const kind of ['input', 'change']) {
  document.addEventListener(kind, event => {
    const form = event.target.form;
    if (form?.id === 'form') {
      conditions(form);
      keep(form);
      kept?.form === form ? kept.changed() : kind === 'change' && keptForm(form).then(now => now?.changed());
      const box = event.target.closest('[data-rules]');
      if (box) {
        watch(box, kind === 'change');
      }
    }
  });
}

// What is needed only by somebody who writes is fetched when the first field is entered.
document.addEventListener('focusin', event => {
  const form = event.target.form;
  if (form?.id === 'form') {
    learn();
    keptForm(form);
  }
});

addEventListener('popstate', event => {
  const form = one('#form');
  if (form && event.state?.step) {
    send(form, go(form, event.state.step), ok => answered(form, ok, { push: false }));
  }
});

/** A network may say that it is back a moment before it is: without this the form would wait for the next key that is pressed on it. */
async function keepAgain(pause) {
  const form = one('#form');
  const now = await keptForm(form);
  if (now) {
    now.online();
  } else if (form?.elements.seen && navigator.onLine) {
    setTimeout(keepAgain, pause, Math.min(pause * 2, 60_000));
  }
}

addEventListener('online', () => keepAgain(1_000));

function answered(form, ok, { push = true, draft = false } = {}) {
  const next = one('#form');
  if (next && push && next.dataset.step !== form.dataset.step) {
    history.pushState({ step: next.dataset.step }, '');
  }
  if (next?.elements.seen && !('unkept' in next.dataset)) {
    // A page that came back with something to look at is not kept whole: what was written here stays.
    if (ok) {
      forget(next);
      next.dataset.acknowledged = '';
      keepUnderTicket(next);
    }
  } else if (next && draft) {
    keep(next);
  }
}

onLeave(async (form, fields, url) => {
  if (form.id === 'form') {
    if (fields.get('go') === 'submit') {
      await import('./copy.js').then(copy => copy.noteSubmitted(form, new URL(url).pathname), () => {});
    }
    memory.set(draftKey(form), null);
    reuse?.finish();
  }
});

async function press(form, button) {
  const fields = new FormData(form, button);
  if (/^(next|submit)$/.test(button?.value ?? 'next')) {
    if (rules === NO_RULES) {
      await Promise.race([learn(), new Promise(over => { setTimeout(over, LEARNT_WITHIN); })]);
    }
    if (!isSound(form)) {
      return;
    }
    reuse?.keep(form);
  }
  send(form, fields, ok => answered(form, ok, { draft: true }));
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.id === 'form') {
    event.preventDefault();
    keep(form);
    press(form, event.submitter);
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-discard]')) {
    const form = one('#form');
    memory.set(draftKey(form), null);
    memory.set(COPY + (one('[data-ticket]')?.dataset.ticket ?? ''), null);
    return;
  }
  // The summary leads to the field itself, not only to its place.
  const link = event.target.closest('.notice a[href^="#f-"]');
  if (link) {
    event.preventDefault();
    const field = document.getElementById(link.hash.slice(1));
    field?.closest('fieldset').scrollIntoView();
    field?.focus({ preventScroll: true });
  }
});

onStart(() => {
  const form = one('#form');
  if (form) {
    write(form);
  }
});
