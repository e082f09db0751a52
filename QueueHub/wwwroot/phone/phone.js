// The phone's pages work without this module. With it a ticket changes by itself, a form answers at once and survives a lost connection,
// and the phone remembers its tickets. All words are in the page: nothing here speaks a language.

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

/** The phone's memory; private windows may have none, and then the pages simply do without. */
const memory = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value));
    } catch { /* full, or forbidden */ }
  },
  keys(start) {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(start));
    } catch {
      return [];
    }
  },
};

// ---- The ticket -----------------------------------------------------------------------------------------------------------------------

const ENDED = ['done', 'moved', 'cancelled', 'expired'];
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 30000;
const TRIES_BEFORE_ASKING = 3;

// The server lets nobody wait longer than 15 seconds for a sign of life, and sends a first one at once: a browser may try a connection again that died in
// a sleep. On a slow network the first one is given more time with every attempt.
const SILENCE = 37500;
const FIRST_SIGN = 2000;
const LATEST_SIGN = 16000;
const SLEPT = 4000;

const fill = (text, ticket) => text
  .replace('{ahead}', ticket.peopleAhead ?? '')
  .replace('{counter}', ticket.counter ?? '')
  .replace('{open}', ticket.openCounters)
  .replace('{onward}', ticket.onward ?? '')
  .replace('{asked}', ticket.corrections);

const viewOf = ticket => ticket.moved ? 'moved' : ticket.state === 'waiting' && ticket.peopleAhead === 0 ? 'next' : ticket.state;

const formOf = ticket => ticket.corrections ? 'asked' : ticket.formReady
  ? ticket.formEditable ? 'edit' : ENDED.includes(ticket.state) ? '' : 'ready'
  : ticket.formEditable ? 'todo' : ['called', 'serving'].includes(ticket.state) ? 'clerk' : '';

function show(root, ticket, before) {
  const key = viewOf(ticket);
  const ended = ENDED.includes(key);
  root.dataset.state = key;
  for (const view of all('[data-view]', root)) {
    view.hidden = view.dataset.view !== key;
  }
  for (const slot of all('[data-text]')) {
    slot.textContent = fill(slot.dataset.text, ticket);
  }
  for (const part of all('[data-form]')) {
    part.hidden = part.dataset.form !== formOf(ticket);
  }
  for (const [name, visible] of [['stale', ticket.stale], ['onward', ticket.onward], ['cancel', ticket.cancellable], ['living', !ended], ['ended', ended]]) {
    all(`[data-${name}]`).forEach(part => { part.hidden = !visible; });
  }

  const brief = fill(one(`[data-view="${key}"]`, root)?.dataset.title ?? '', ticket);
  if (root.dataset.suffix) {
    document.title = `${brief} · ${root.dataset.suffix}`;
    remember(root, ended);
  }
  if (ended) {
    memory.set(COPY + root.dataset.ticket, null);
  }
  if (before && (root.dataset.said !== brief || ticket.calls > before.calls)) {
    say(one('.said', root), brief);
    if (key === 'called') {
      navigator.vibrate?.([300, 150, 300, 150, 300]);
      window.scrollTo({ top: 0 });
    }
  }
  root.dataset.said = brief;

  // The clerk has just asked for something that only this phone's page can answer.
  const asked = one('[data-form="asked"]');
  if (asked && before && ticket.corrections > before.corrections) {
    say(one('.said', root), one('h2', asked).textContent);
    navigator.vibrate?.(300);
    asked.scrollIntoView({ block: 'nearest' });
  }
}

// A recall says the same again: a reader only notices text that has gone and come back.
function say(where, text) {
  where.textContent = '';
  setTimeout(() => { where.textContent = text; }, 100);
}

function follow(root) {
  let source, timer, waiting = FIRST_RETRY, tries = 0, last = null, slow = null;
  let silent = 0, patience = 0, sign = FIRST_SIGN, ticked = Date.now();

  const lost = visible => all('[data-reconnecting]', root).forEach(part => { part.hidden = !visible; });
  const live = visible => all('[data-live]', root).forEach(part => { part.hidden = !visible; });

  function close() {
    source?.close();
    clearTimeout(timer);
  }

  // A short gap is nobody's business; a longer one is said, however often it is tried anew meanwhile.
  const gap = () => { slow ??= setTimeout(() => { lost(true); live(false); }, 2000); };

  function hear() {
    silent = Date.now();
    patience = SILENCE;
    sign = FIRST_SIGN;
  }

  function open() {
    close();
    gap();
    silent = Date.now();
    patience = sign;
    sign = Math.min(sign * 2, LATEST_SIGN);
    source = new EventSource(`${root.dataset.ticket}/events`);
    source.onopen = () => {
      waiting = FIRST_RETRY;
      tries = 0;
      clearTimeout(slow);
      slow = null;
      lost(false);
      live(true);
    };
    source.onerror = () => {
      gap();
      if (source.readyState === EventSource.CLOSED) {
        // One refused answer closes it for good: it has to be made anew, and a thousand phones must not come back together.
        timer = setTimeout(retry, waiting * (0.5 + Math.random()));
        waiting = Math.min(waiting * 2, LONGEST_RETRY);
      }
    };
    source.addEventListener('alive', hear);
    source.addEventListener('ticket', message => {
      hear();
      const ticket = JSON.parse(message.data);
      if (ticket.service !== root.dataset.service || ticket.moved && root.dataset.state !== 'moved') {
        // Passed on to another service, whose name only the server has, or to another office, and only the page knows the new link.
        location.reload();
        return;
      }
      show(root, ticket, last);
      last = ticket;
      heal(root, () => root.isConnected && last.formEditable && !last.corrections && !last.stale && last.epoch);
      if (ENDED.includes(ticket.state)) {
        close();
        live(false);
      }
    });
  }

  async function retry() {
    if (++tries > TRIES_BEFORE_ASKING) {
      const page = await fetch(root.dataset.ticket, { cache: 'no-store' }).catch(() => null);
      if (page?.status === 404) {
        location.reload();
        return;
      }
    }
    open();
  }

  // A phone that slept may hold a dead connection without knowing.
  const wake = () => {
    if (document.visibilityState === 'visible' && !ENDED.includes(root.dataset.state)) {
      open();
    }
  };
  // Nor does anybody tell one whose connection has died without a word; after a sleep the clock on the wall has jumped.
  const watch = setInterval(() => {
    const now = Date.now();
    const slept = Math.abs(now - ticked) > SLEPT;
    ticked = now;
    if (slept || now - silent > patience) {
      wake();
    }
  }, 1000);
  const end = new AbortController();
  const { signal } = end;
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('pageshow', event => event.persisted && wake(), { signal });
  addEventListener('pagehide', close, { signal });
  wake();
  return () => {
    end.abort();
    clearInterval(watch);
    close();
    clearTimeout(slow);
  };
}

// ---- What was written for a ticket ----------------------------------------------------------------------------------------------------

const COPY = 'qh.copy';
let healing = false;

/** Redis was restarted since this phone wrote, and may have lost what it wrote. `epoch` gives the present one, and nothing when it is too late. */
async function heal(root, epoch) {
  const copy = epoch() && !healing && memory.get(COPY + root.dataset.ticket);
  if (copy && copy.epoch !== epoch()) {
    healing = true;
    const module = await import('./again.js').catch(() => null);
    await module?.sendAgain(root.dataset.ticket, epoch, state => {
      all('[data-again], [data-kept]').forEach(part => { part.hidden = part.dataset.again !== state; });
      say(one('.said', root), one(`[data-again="${state}"]`)?.textContent ?? '');
    });
    healing = false;
  }
}

// ---- Tickets of this phone ------------------------------------------------------------------------------------------------------------

const TICKETS = 'qh.tickets';
const today = () => new Date().toDateString();

function remember(root, ended) {
  const tickets = (memory.get(TICKETS) ?? []).filter(ticket => ticket.day === today() && ticket.url !== root.dataset.ticket);
  if (ended) {
    memory.set(COPY + root.dataset.ticket, null);
  } else {
    tickets.push({ url: root.dataset.ticket, office: root.dataset.office, number: root.dataset.number, day: today() });
  }
  memory.set(TICKETS, tickets);
}

function offer(list) {
  const tickets = (memory.get(TICKETS) ?? []).filter(ticket => ticket.day === today() && ticket.office === list.dataset.mine);
  const pattern = list.firstElementChild;
  list.replaceChildren(...tickets.map(ticket => {
    const item = pattern.cloneNode(true);
    one('a', item).href = ticket.url;
    one('b', item).textContent = ticket.number;
    return item;
  }));
  list.hidden = tickets.length === 0;
}

// ---- Prepared forms of this phone -----------------------------------------------------------------------------------------------------

const PREPARED = 'qh.prepared';
const preparedNow = () => (memory.get(PREPARED) ?? []).filter(form => form.until > Date.now());

function keepPrepared(url, form) {
  const others = preparedNow().filter(other => other.url !== url);
  memory.set(PREPARED, form || others.length ? [...others, ...form ? [form] : []] : null);
}

function offerPrepared(list) {
  const pattern = list.firstElementChild;
  const forms = preparedNow().filter(form => form.office === list.dataset.preparedHere);
  list.replaceChildren(...forms.map(form => {
    const item = pattern.cloneNode(true);
    one('a', item).href = form.url;
    one('p', item).textContent = form.what;
    return item;
  }));
  list.hidden = forms.length === 0;
}

// ---- The form -------------------------------------------------------------------------------------------------------------------------

const DRAFT_LIFE = 2 * 24 * 60 * 60 * 1000;
let busy = false;

const draftKey = form => `qh.draft/${form.dataset.draft}`;
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
  memory.set(draftKey(form), answers.some(([, value]) => value) ? { at: Date.now(), step: form.dataset.step, answers, seen } : null);
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

function draftOf(form) {
  const draft = memory.get(draftKey(form));
  if (!draft || !(Date.now() - draft.at < DRAFT_LIFE)) {
    memory.set(draftKey(form), null);
    return null;
  }
  return draft;
}

// A press whose answer does not come is sent again by itself: the page's request id makes it one command, however often it arrives.
const TRIES = 5;
const ANSWER_WITHIN = 6000;
const FIRST_TRY = 600;
const LONGEST_WISH = 10000;

// Not reached, not ready, or nobody knows: in all of these the command may still have to be done.
const isOpen = answer => !answer || [502, 503, 504].includes(answer.status);

async function postOnce(address, body) {
  const limit = new AbortController();
  const late = setTimeout(() => limit.abort(), ANSWER_WITHIN);
  try {
    return await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' }, signal: limit.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** The answer; null when none came that says what has become of the press. `trying` is called before it is sent once more. */
async function post(address, fields, trying) {
  const body = new URLSearchParams(fields);
  for (let tries = 1, wait = FIRST_TRY; ; tries++, wait *= 2) {
    const answer = await postOnce(address, body);
    if (!isOpen(answer)) {
      return answer;
    }
    if (tries === TRIES) {
      return null;
    }
    trying();
    const wish = Math.min(1000 * (answer?.headers.get('retry-after') || 0), LONGEST_WISH) || 0;
    await new Promise(over => { setTimeout(over, Math.max(wish, wait) * (1 + Math.random() / 2)); });
  }
}

async function send(form, fields, { push = true, draft = false } = {}) {
  if (busy) {
    return;
  }
  busy = true;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await post(form.action, fields, () => report(form, one('[data-trying]', form).dataset.trying));
    if (!answer) {
      gaveUp(form, fields);
    } else if (answer.redirected) {
      await leave(form, fields, answer.url);
    } else {
      replace(await answer.text());
      answered(form, answer.ok, push, draft);
    }
  } catch {
    gaveUp(form, fields);
  } finally {
    busy = false;
    form.removeAttribute('aria-busy');
  }
}

function answered(form, ok, push, draft) {
  const next = one('#form');
  if (next && push && next.dataset.step !== form.dataset.step) {
    history.pushState({ step: next.dataset.step }, '');
  }
  if (next?.elements.seen && !('unkept' in next.dataset)) {
    // A page that came back with something to look at is not kept whole: what was written here stays.
    if (ok) {
      forget(next);
      next.dataset.acknowledged = '';
    }
  } else if (next && draft) {
    keep(next);
  }
}

async function leave(form, fields, url) {
  if (form.id === 'form') {
    if (fields.get('go') === 'submit') {
      await import('./copy.js').then(copy => copy.noteSubmitted(form, new URL(url).pathname), () => {});
    }
    memory.set(draftKey(form), null);
  } else if (form.dataset.forget) {
    keepPrepared(form.dataset.forget, null);
  }
  location.assign(url);
}

function replace(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.lang = page.documentElement.lang;
  document.title = page.title;
  document.body.replaceWith(page.body);
  start();
  const target = one('[data-focus]') ?? one('[data-heading]');
  if (!target?.closest('.group')) {
    scrollTo(0, 0);
  }
  target?.focus();
}

/** Says above the button how the sending goes. */
function report(form, text) {
  let notice = one('.sending', form);
  if (!notice) {
    notice = document.createElement('div');
    notice.setAttribute('role', 'status');
    one('.button', form).before(notice);
  }
  notice.className = 'notice sending';
  notice.textContent = text;
  return notice;
}

function gaveUp(form, fields) {
  const words = one('[data-trying]', form).dataset;
  const again = document.createElement('button');
  const name = fields.has('switch') ? 'switch' : 'go';
  Object.assign(again, { className: 'small', name, value: fields.get(name) ?? '', textContent: words.retry });
  const notice = report(form, form.dataset.offline ?? words.lost);
  notice.classList.add('danger');
  notice.append(again);
}

const go = (form, step) => {
  const fields = new FormData(form);
  fields.set('go', `to:${step}`);
  return fields;
};

function write(form) {
  conditions(form);
  if (rules === NO_RULES) {
    import('./rules.js').then(loaded => { rules = loaded; }, () => {});
  }
  if (form.elements.seen) {
    keepUnderTicket(form);
  }
  if (!('fresh' in form.dataset)) {
    return;
  }
  history.replaceState({ step: form.dataset.step }, '');
  const draft = draftOf(form);
  if (draft) {
    const fields = new FormData(form);
    [...fields.keys()].filter(name => name.startsWith('f.')).forEach(name => fields.delete(name));
    draft.answers.forEach(([name, value]) => fields.append(name, value));
    fields.set('go', `to:${draft.step}`);
    fields.set('restored', 'yes');
    if (form.elements.seen) {
      // Upon what it was written, not upon what the page has just read: another phone may have been faster.
      fields.set('seen', draft.seen ?? '');
    }
    send(form, fields);
  }
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.id === 'form') {
    event.preventDefault();
    keep(form);
    if (!/^(next|submit)$/.test(event.submitter?.value ?? 'next') || isSound(form)) {
      send(form, new FormData(form, event.submitter), { draft: true });
    }
  } else if (form.method === 'post') {
    event.preventDefault();
    send(form, new FormData(form, event.submitter));
  }
});

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

document.addEventListener('click', event => {
  if (event.target.closest('[data-discard]')) {
    const form = one('#form');
    memory.set(draftKey(form), null);
    memory.set(COPY + (one('[data-ticket]')?.dataset.ticket ?? ''), null);
  } else if (event.target.closest('[data-print]')) {
    print();
  } else {
    // The summary leads to the field itself, not only to its place.
    const link = event.target.closest('.notice a[href^="#f-"]');
    if (link) {
      event.preventDefault();
      const field = document.getElementById(link.hash.slice(1));
      field?.closest('fieldset').scrollIntoView();
      field?.focus({ preventScroll: true });
    }
  }
});

addEventListener('popstate', event => {
  const form = one('#form');
  if (form && event.state?.step) {
    send(form, go(form, event.state.step), { push: false });
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
addEventListener('pageshow', () => { busy = false; });

// ---------------------------------------------------------------------------------------------------------------------------------------

let stop = null;

function start() {
  stop?.();
  stop = null;
  const ticket = one('[data-ticket]');
  if (ticket) {
    stop = follow(ticket);
    if (ticket.dataset.suffix) {
      remember(ticket, ENDED.includes(ticket.dataset.state));
    }
  }
  memory.keys(COPY).filter(key => memory.get(key)?.day !== today()).forEach(key => memory.set(key, null));
  all('[data-mine]').forEach(offer);
  const prepared = one('[data-prepared]');
  if (prepared) {
    const { prepared: url, office, until } = prepared.dataset;
    keepPrepared(url, { url, office, until: +until, what: one('.what', prepared).textContent });
  }
  all('[data-prepared-here]').forEach(offerPrepared);
  all('[data-print]').forEach(button => { button.hidden = false; });
  const form = one('#form');
  if (form) {
    write(form);
  }
}

start();
