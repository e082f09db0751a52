// A form under a ticket is kept while it is written: a moment after a pause in typing, what has changed is sent with the revision it is made upon. What does
// not arrive stays in the phone's own memory and is sent with the next change, or when the network is back. What has arrived is noted in the phone's copy.

import { note, readSeen, ticketOf, whole } from './copy.js';

const PAUSE = 900;
const LATER = 5000;

const all = (selector, root) => [...root.querySelectorAll(selector)];
const checkable = input => /radio|checkbox/.test(input.type);

const now = input => checkable(input) ? input.checked && input.value : input.value;

// What the server has put there: this module may have come only after something was written.
const before = input => checkable(input) ? input.defaultChecked && input.value
  : input.options ? ([...input.options].find(option => option.defaultSelected) ?? input.options[0])?.value ?? '' : input.defaultValue;

/** What stands on the page: key → its values. Fields that are not asked are not there. */
function written(form, valueOf = now) {
  const answers = new Map();
  for (const input of all('[name^="f."]:enabled:not([type=hidden])', form)) {
    const key = input.name.slice(2);
    const values = answers.get(key) ?? answers.set(key, []).get(key);
    const value = valueOf(input);
    if (value && value.trim()) {
      values.push(value);
    }
  }
  return answers;
}

const writeSeen = (form, seen) => { form.elements.seen.value = [...seen].map(([key, revision]) => `${key}:${revision}`).join(','); };

const same = (a = [], b = []) => a.length === b.length && a.every((value, index) => value === b[index]);

/** The words of a page for a value: of a choice its label. */
function wordsOf(form, key, values) {
  const words = values.map(value =>
    all(`[name="f.${key}"]`, form).find(input => checkable(input) && input.value === value)?.labels[0]?.textContent.trim() ?? value);
  return words.join(', ') || form.dataset.empty;
}

function tell(form, text) {
  const notice = form.querySelector('[data-kept]');
  notice.hidden = !text;
  notice.textContent = text;
}

function dispute(form, key, theirs) {
  const place = form.querySelector(`[name="f.${key}"]`).closest('[data-rules]') ?? form.querySelector(`[name="f.${key}"]`).parentElement;
  let note = place.querySelector('.dispute');
  if (!note) {
    note = document.createElement('p');
    note.className = 'dispute';
    note.setAttribute('role', 'status');
    place.append(note);
  }
  note.textContent = form.dataset.dispute.replace('{theirs}', () => wordsOf(form, key, theirs));
}

/** Keeps a form from now on; `done` is called when nothing is left to be kept. */
export function keeper(form, done) {
  const kept = written(form, before);
  const refused = new Map();
  let timer, sending = false;
  if ('acknowledged' in form.dataset) {
    note(form, whole(form, kept));
  }

  const open = () => {
    const seen = readSeen(form);
    return [...written(form)].filter(([key, values]) => !same(values, kept.get(key)) && !same(values, refused.get(key) ?? [null])
      && (values.length || seen.has(key)));
  };

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }

  async function send() {
    const changes = open();
    if (sending || !form.isConnected || !changes.length) {
      return;
    }
    sending = true;
    const seen = readSeen(form);
    let pause = LATER;
    try {
      const answer = await fetch(`${form.action}/fields`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ changes: changes.map(([field, values]) => ({ field, revision: seen.get(field) ?? 0, values })) }),
      });
      if (!form.isConnected) {
        return;
      }
      pause = await take(answer, new Map(changes));
    } catch { /* no network: the phone's own memory has it */ }
    sending = false;
    if (open().length) {
      later(pause);
    }
  }

  async function take(answer, sent) {
    if (answer.ok) {
      const seen = readSeen(form);
      const { fields } = await answer.json();
      if (fields.some(({ field, saved, revision }) => !saved && revision < (seen.get(field) ?? 0))) {
        // Revisions only rise: the server has lost what this page was acknowledged, and nobody has written anything else.
        const { restore } = await import('./again.js');
        const refused = await restore(ticketOf(form), [...whole(form, kept)]);
        fields.filter(({ field }) => refused.includes(field)).forEach(({ field, revision }) => seen.set(field, revision));
        writeSeen(form, seen);
        return 0;
      }
      for (const { field, saved, revision, values } of fields) {
        seen.set(field, revision);
        kept.set(field, sent.get(field));
        saved ? form.querySelector(`[name="f.${field}"]`)?.closest('[data-rules]')?.querySelector('.dispute')?.remove() : dispute(form, field, values);
      }
      writeSeen(form, seen);
      note(form, [...whole(form, kept), ...fields.filter(({ saved }) => !saved).map(({ field, revision, values }) => [field, [revision, values]])]);
      const all = fields.every(field => field.saved) && !open().length;
      tell(form, all ? form.dataset.saved : '');
      if (all && !refused.size) {
        done();
      }
      return PAUSE;
    }
    const problem = await answer.json();
    if (problem.code === 'form_locked') {
      location.assign(form.action.replace(/\/form$/, ''));
    }
    // Half a date, or whatever else is not an answer yet: it is sent when it has changed again.
    Object.keys(problem.fields ?? {}).forEach(key => refused.set(key, sent.get(key)));
    return problem.fields ? 0 : LATER;
  }

  return {
    changed() {
      for (const [key, values] of written(form)) {
        if (refused.has(key) && !same(values, refused.get(key))) {
          refused.delete(key);
        }
      }
      tell(form, '');
      later(PAUSE);
    },
    online: () => later(0),
  };
}
