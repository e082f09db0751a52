// The tickets of this phone, and its copies of what was written for them.

import { memory } from './page.js';

export const COPY = 'qh.copy';
export const TICKETS = 'qh.tickets';
export const today = () => new Date().toDateString();

export function remember(root, ended) {
  const tickets = (memory.get(TICKETS) ?? []).filter(ticket => ticket.day === today() && ticket.url !== root.dataset.ticket);
  if (ended) {
    memory.set(COPY + root.dataset.ticket, null);
  } else {
    tickets.push({ url: root.dataset.ticket, office: root.dataset.office, number: root.dataset.number, day: today() });
  }
  memory.set(TICKETS, tickets);
}
