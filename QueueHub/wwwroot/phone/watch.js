// A ticket that is only looked at: the tab's title, and how long it will still take. The rest is ticket.js.

import { all, one } from './page.js';

document.addEventListener('qh:ticket', ({ detail: { ticket } }) => {
  const root = one('[data-ticket]');
  document.title = `${root.dataset.said} · ${root.dataset.name}`;
  for (const band of all('[data-band]')) {
    band.hidden = !ticket.expect;
    one('span', band).textContent = band.dataset.band.replace('{low}', ticket.expect?.low).replace('{high}', ticket.expect?.high);
  }
});
