// The numbers of this phone, and how each of them stands. Each is asked for one message and let go again: a family on one page must not hold a connection each.

import { all, memory, one, onStart } from './page.js';
import { TICKETS } from './tickets.js';

const EVERY = 8000;

// A number that has become another office's is not over: its page knows the new one.
const ENDED = ['done', 'cancelled', 'expired'];

function look(item) {
  const source = new EventSource(`${one('a', item).getAttribute('href')}/events`);
  const late = setTimeout(() => source.close(), EVERY);
  source.addEventListener('ticket', message => {
    source.close();
    clearTimeout(late);
    const ticket = JSON.parse(message.data);
    const key = ticket.moved ? 'moved' : ticket.state === 'waiting' && !ticket.peopleAhead ? 'next' : ticket.state;
    item.hidden = ENDED.includes(key);
    if (item.hidden) {
      memory.set(TICKETS, (memory.get(TICKETS) ?? []).filter(other => other.url !== one('a', item).getAttribute('href')));
    }
    for (const view of all('[data-view]', item)) {
      view.hidden = view.dataset.view !== key;
      view.textContent = view.dataset.text.replace('{ahead}', ticket.peopleAhead).replace('{counter}', ticket.counter);
    }
  });
}

const lookAll = () => document.visibilityState === 'visible' && all('[data-follow] .mine:not([hidden])').filter(item => one('a', item).getAttribute('href')).forEach(look);

onStart(lookAll);
setInterval(lookAll, EVERY);
document.addEventListener('visibilitychange', lookAll);
