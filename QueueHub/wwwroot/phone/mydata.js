// What this phone holds of its owner, to be seen and deleted. The hub knows nothing of it.

import { all, memory, one, onStart } from './page.js';
import { COPY, DRAFT, PREPARED, preparedNow, TICKETS } from './tickets.js';

const MINE = 'qh.mine';

// Consoles and screens that were opened in the same browser have a memory of their own.
const OURS = 'qh.';

const linked = (url, text) => {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = text;
  return link;
};

/** Kind → what is held of it, as texts and links. */
function held() {
  const drafts = memory.keys(DRAFT);
  const tickets = memory.get(TICKETS) ?? [];
  const known = [TICKETS, PREPARED, MINE, ...drafts, ...memory.keys(COPY)];
  return {
    tickets: tickets.map(ticket => linked(ticket.url, ticket.number)),
    drafts: drafts.map(key => memory.get(key)?.what ?? key.slice(DRAFT.length)),
    copies: memory.keys(COPY).map(key => key.slice(COPY.length)).map(url => linked(url, tickets.find(ticket => ticket.url === url)?.number ?? url)),
    prepared: preparedNow().map(form => linked(form.url, form.what)),
    mine: Object.values(memory.get(MINE)?.answers ?? {}),
    settings: memory.keys(OURS).filter(key => !known.includes(key)).map(key => key.slice(OURS.length)),
  };
}

function show() {
  const everything = Object.entries(held());
  for (const [kind, things] of everything) {
    const place = one(`[data-kind="${kind}"]`);
    all('dd:not(:has(button))', place).forEach(line => line.remove());
    one('dt', place).after(...things.map(thing => {
      const line = document.createElement('dd');
      line.append(thing);
      return line;
    }));
    place.hidden = !things.length;
  }
  one('[data-nothing]').hidden = everything.some(([, things]) => things.length);
}

async function wipe() {
  memory.keys(OURS).forEach(key => memory.set(key, null));
  try {
    Object.keys(sessionStorage).filter(key => key.startsWith(OURS)).forEach(key => sessionStorage.removeItem(key));
  } catch { /* forbidden: then there is nothing */ }
  if (globalThis.caches) {
    await import('./after.js').then(after => after.forgetLinks()).catch(() => { /* a private window keeps nothing */ });
  }

  // The lobby's screen has a worker of its own.
  const workers = await navigator.serviceWorker?.getRegistrations().catch(() => []) ?? [];
  for (const worker of workers.filter(({ scope }) => new URL(scope).pathname === '/')) {
    await (await worker.pushManager?.getSubscription())?.unsubscribe();
    await worker.unregister();
  }
}

// At once, whether or not the hub can be reached: this much is the phone's own.
document.addEventListener('submit', event => {
  if ('wipe' in event.target.dataset) {
    wipe();
    show();
  }
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-forget-mine]')) {
    memory.set(MINE, null);
    show();
    one('[data-heading]').focus();
  }
});

onStart(() => {
  if (one('[data-kind]')) {
    show();
  }
});
