// The tickets of this phone, and its drafts and copies of what was written for them.

import { memory, one } from './page.js';

export const COPY = 'qh.copy';
export const TICKETS = 'qh.tickets';
export const DRAFT = 'qh.draft/';
export const PREPARED = 'qh.prepared';
const DRAFT_LIFE = 2 * 24 * 60 * 60 * 1000;

const drop = keys => keys.forEach(key => memory.set(key, null));

/** The forms written at home that their links still lead to. */
export const preparedNow = () => (memory.get(PREPARED) ?? []).filter(form => form.until > Date.now());

/** What has had its time goes, whatever page is opened next. */
export function tidy() {
  drop(memory.keys(COPY).filter(key => memory.get(key)?.day !== today()));
  drop(memory.keys(DRAFT).filter(key => !(Date.now() - memory.get(key)?.at < DRAFT_LIFE)));
  drop([TICKETS].filter(key => memory.get(key)?.every(ticket => ticket.day !== today())));
  drop([PREPARED].filter(key => memory.get(key) && !preparedNow().length));
}
export const today = () => new Date().toDateString();

export function remember(root, ended) {
  const tickets = (memory.get(TICKETS) ?? []).filter(ticket => ticket.day === today() && ticket.url !== root.dataset.ticket);
  if (ended) {
    forget(root.dataset);
  } else {
    tickets.push({ url: root.dataset.ticket, office: root.dataset.office, number: root.dataset.number, what: one('.service', root).textContent, day: today() });
  }
  memory.set(TICKETS, tickets.length ? tickets : null);
}

// Whatever names the ticket goes with it; after the visit also what was begun for it before there was a number.
function forget({ ticket, state, written }) {
  drop(memory.keys('qh.').filter(key => key !== TICKETS && (key + JSON.stringify(memory.get(key))).includes(ticket)
    || state === 'done' && written && key.startsWith(`${DRAFT}${written}/`)));
  if (globalThis.caches) {
    import('./after.js').then(after => after.forgetLinks(ticket)).catch(() => { /* a private window keeps nothing */ });
  }
}
