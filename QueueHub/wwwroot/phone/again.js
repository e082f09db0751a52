// Redis was restarted, and may have been lost or set back: what this phone was acknowledged and the server has no longer is sent again, under the same
// revisions. So an answer that another phone has written later is never overwritten, and with several phones it does not matter which comes first.

import { answersOn, read, readSeen, write } from './copy.js';

// All phones of an office are told in the same moment.
const SPREAD = 4000;
const FIRST = 1000;
const LONGEST = 30000;

const pause = time => new Promise(over => { setTimeout(over, time); });

/**
 * Looks what the server has, and sends what it lacks; until that is done, or `epoch` gives nothing any more (the ticket was called, or is over).
 * `tell` is called with "sending" and "sent", when there was something to send.
 */
export async function sendAgain(ticket, epoch, tell) {
  await pause(SPREAD * Math.random());
  for (let wait = FIRST; epoch(); wait = Math.min(wait * 2, LONGEST)) {
    try {
      const present = epoch();
      if (await attempt(ticket, present, tell) && present === epoch()) {
        return;
      }
    } catch { /* no network, or the office is not back yet */ }
    await pause(wait * (0.5 + Math.random()));
  }
}

async function attempt(ticket, epoch, tell) {
  const copy = read(ticket);
  const form = copy && await pageOf(ticket);
  if (!form) {
    return true;
  }
  if (form.ownerDocument.querySelector('[data-epoch]').dataset.epoch !== epoch) {
    // Another node, which has not followed yet.
    return false;
  }
  if (form.dataset.template !== copy.template) {
    write(ticket, { ...copy, epoch });
    return true;
  }

  const there = readSeen(form);
  const ready = 'ready' in form.dataset;
  if (ready && there.size === 0) {
    // Submitted, and nothing in it: this was read from a Redis that nobody has compared yet.
    return false;
  }
  const blank = !ready && there.size === 0;
  const lost = Object.entries(copy.fields)
    .map(([key, [revision, values]]) => [key, [blank ? revision || 1 : revision, values]])
    .filter(([key, [revision]]) => revision > (there.get(key) ?? 0));
  const submit = copy.submitted && !ready;
  if (lost.length || submit) {
    tell('sending');
  }
  if (lost.length) {
    await restore(ticket, lost);
  }
  const whole = !submit || await submitAgain(ticket);
  settle(ticket, epoch, form, lost);
  if (lost.length || submit) {
    tell(whole ? 'sent' : '');
  }
  return true;
}

/** The form under the ticket; null when the phone may not write it (any more). */
async function pageOf(ticket) {
  const answer = await fetch(`${ticket}/form`, { headers: { accept: 'text/html' }, cache: 'no-store' });
  if (answer.redirected || answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#form');
}

/** Gives answers back under the revisions they had; what is there under as new a one stays. Tells the keys of what is not taken (any more). */
export async function restore(ticket, fields) {
  const answer = await fetch(`${ticket}/form/fields`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ changes: fields.map(([field, [revision, values]]) => ({ field, revision, values, again: true })) }),
  });
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(answer.status);
  }
  if (answer.ok) {
    return [];
  }
  const refused = Object.keys((await answer.json()).fields ?? Object.fromEntries(fields));
  const left = fields.filter(([key]) => !refused.includes(key));
  return left.length ? [...refused, ...await restore(ticket, left)] : refused;
}

// From a page of its own, with a request id of its own: the first submission's answer may be remembered although its form is lost. False when a person has
// to look at it first.
async function submitAgain(ticket) {
  const form = await pageOf(ticket);
  if (!form || 'ready' in form.dataset) {
    // Called meanwhile, or another phone was faster.
    return !!form;
  }
  if (form.dataset.step !== 'review') {
    return false;
  }
  const fields = new URLSearchParams(new FormData(form));
  fields.set('go', 'submit');
  const answer = await fetch(`${ticket}/form`, { method: 'POST', body: fields, headers: { accept: 'text/html' } });
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(answer.status);
  }
  return answer.redirected;
}

/** The copy under the new epoch: with what the server had as new or newer, and without what it never took. */
function settle(ticket, epoch, form, lost) {
  const copy = read(ticket);
  if (!copy) {
    return;
  }
  const answers = answersOn(form);
  for (const [key, revision] of readSeen(form)) {
    if (!(copy.fields[key]?.[0] > revision)) {
      copy.fields[key] = [revision, answers.get(key) ?? []];
    }
  }
  for (const [key, field] of lost) {
    copy.fields[key] = field;
  }
  for (const [key, [revision]] of Object.entries(copy.fields)) {
    if (revision === 0) {
      delete copy.fields[key];
    }
  }
  write(ticket, { ...copy, epoch });
}
