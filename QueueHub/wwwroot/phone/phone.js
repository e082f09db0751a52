// The phone's pages work without their modules. With them a press survives a lost connection, and the phone remembers its tickets; ticket.js and form.js
// are for those pages alone.

import { all, memory, one, onLeave, onStart, send } from './page.js';
import { PREPARED, preparedNow, tidy, TICKETS, today } from './tickets.js';

function offer(list) {
  const tickets = (memory.get(TICKETS) ?? []).filter(ticket => ticket.day === today() && ticket.office === list.dataset.mine && ticket.url !== list.dataset.but);
  const pattern = list.firstElementChild;
  list.replaceChildren(...tickets.map(ticket => {
    const item = pattern.cloneNode(true);
    one('a', item).href = ticket.url;
    one('.what', item).textContent = ticket.what ?? '';
    one('b', item).textContent = ticket.number;
    return item;
  }));
  list.hidden = tickets.length === 0;
}
function keepPrepared(url, form) {
  const others = preparedNow().filter(other => other.url !== url);
  memory.set(PREPARED, form || others.length ? [...others, ...form ? [form] : []] : null);
}

onLeave(form => {
  if (form.dataset.forget) {
    keepPrepared(form.dataset.forget, null);
  }
});

// A form of fields is form.js's.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.id !== 'form' && form.method === 'post') {
    event.preventDefault();
    send(form, new FormData(form, event.submitter));
  }
});

// The menu in the head lies over the page: it goes when somebody turns to the page again.
const menus = () => all('.choices[open]');
for (const kind of ['click', 'focusin']) {
  document.addEventListener(kind, event => menus().forEach(menu => { menu.open = menu.contains(event.target); }));
}
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') {
    menus().forEach(menu => {
      menu.open = false;
      menu.firstElementChild.focus();
    });
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) {
    print();
  }
});

onStart(() => {
  tidy();
  all('[data-mine]').forEach(offer);
  const prepared = one('[data-prepared]');
  if (prepared) {
    const { prepared: url, office, until } = prepared.dataset;
    keepPrepared(url, { url, office, until: +until, what: one('.what', prepared).textContent });
  }
  all('[data-print]').forEach(button => { button.hidden = false; });
});
