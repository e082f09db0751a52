// The office's page: forms that this phone has begun or prepared elsewhere are at the top of it.

import { all, memory, one, onStart } from './page.js';
import { DRAFT, preparedNow } from './tickets.js';

// Each press is a command of its own, though all forms of the page were made with one request id.
const requestId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

function offer(list, forms) {
  const pattern = list.firstElementChild;
  list.replaceChildren(...forms.map(({ url, what, number, forget }) => {
    const item = pattern.cloneNode(true);
    one('a', item).href = url;
    one('p', item).textContent = what;
    const form = one('form', item);
    if (form) {
      form.action = number;
      form.elements.requestId.value = requestId();
      forget && (form.dataset.forget = forget);
    }
    return item;
  }));
  list.hidden = forms.length === 0;
}

const prepared = office => preparedNow().filter(form => form.office === office)
  .map(({ url, what }) => ({ url, what, number: `${url}/ticket`, forget: url }));

/** Drafts of services that are still offered here; one that is written under a ticket is found at its ticket. */
const begun = (office, way) => memory.keys(`${DRAFT}${office.slice(1)}/`).map(key => memory.get(key))
  .map(({ place = '', what }) => ({ service: /^(.+\/s\/[^/]+)\/(form|prepare)$/.exec(place)?.[1], what }))
  .filter(({ service }) => service && one(`a[href="${service}"]`))
  .map(({ service, what }) => ({ url: `${service}/${way}`, what, number: `${service}/ticket` }));

onStart(() => {
  all('[data-prepared-here]').forEach(list => offer(list, prepared(list.dataset.preparedHere)));
  all('[data-drafts-here]').forEach(list => offer(list, begun(list.dataset.draftsHere, list.dataset.way)));
});
