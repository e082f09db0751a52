// A ticket changes by itself, its form is mended after a loss, and the phone remembers it.

import { all, memory, one, onStart, say } from './page.js';
import { COPY, remember } from './tickets.js';

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
  .replace('{low}', ticket.expect?.low)
  .replace('{high}', ticket.expect?.high)
  .replace('{onward}', ticket.onward ?? '')
  .replace('{asked}', ticket.corrections);

const NEAR = 3;
const viewOf = ticket => ticket.moved ? 'moved' : ticket.state !== 'waiting' ? ticket.state
  : !ticket.openCounters ? 'unserved' : !ticket.peopleAhead ? 'next' : ticket.peopleAhead <= NEAR ? 'near' : 'waiting';

// A reader that says every step of a long line would say nothing else.
const rungOf = ticket => [0, 1, 2, 3, 5, 10].find(rung => ticket.peopleAhead <= rung) ?? '';

const bandOf = ticket => !ticket.expect ? '' : ticket.expect.low ? 'range' : 'within';

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
  for (const [name, wanted] of [['form', formOf(ticket)], ['band', bandOf(ticket)], ['passed', ticket.passed]]) {
    all(`[data-${name}]`).forEach(part => { part.hidden = part.dataset[name] !== wanted; });
  }
  for (const map of all('[data-map]')) {
    all('li', map).forEach(spot => spot.classList.toggle('here', ['called', 'serving'].includes(key) && spot.dataset.at === ticket.counter));
    map.hidden = !one('.here', map);
  }
  for (const [name, visible] of [['stale', ticket.stale], ['onward', ticket.onward], ['cancel', ticket.cancellable], ['living', !ended], ['ended', ended]]) {
    all(`[data-${name}]`).forEach(part => { part.hidden = !visible; });
  }

  const brief = fill(one(`[data-view="${key}"]`, root)?.dataset.title ?? '', ticket);
  if (root.dataset.suffix) {
    document.title = `${brief} · ${root.dataset.suffix}`;
  }
  if (root.dataset.office) {
    remember(root, ended);
  }
  if (ended) {
    memory.set(COPY + root.dataset.ticket, null);
  }
  const said = key + rungOf(ticket);
  if (before && (root.dataset.said !== said || ticket.calls > before.calls)) {
    say(one('.said', root), brief);
    if (key === 'called') {
      navigator.vibrate?.([300, 150, 300, 150, 300]);
      window.scrollTo({ top: 0 });
    }
  }
  root.dataset.said = said;
  if (before && ticket.passed && ticket.passed !== before.passed) {
    say(one('.said', root), one(`[data-passed="${ticket.passed}"]`)?.textContent ?? '');
  }

  // The clerk has just asked for something that only this phone's page can answer.
  const asked = one('[data-form="asked"]');
  if (asked && before && ticket.corrections > before.corrections) {
    say(one('.said', root), one('h2', asked).textContent);
    navigator.vibrate?.(300);
    asked.scrollIntoView({ block: 'nearest' });
  }
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
      document.dispatchEvent(new CustomEvent('qh:ticket', { detail: { ticket, before: last } }));
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
// What a phone may do besides, where it can and the citizen wishes: aids.js.
const AIDS = { sound: 'AudioContext' in window, wake: 'wakeLock' in navigator };
const aids = () => import('./aids.js');
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-aid]');
  if (button) {
    (await aids()).toggle(button.dataset.aid);
  }
});

let stop = null;

onStart(() => {
  stop?.();
  stop = null;
  const ticket = one('[data-ticket]');
  if (ticket) {
    all('[data-aid]').forEach(button => { button.hidden = !AIDS[button.dataset.aid]; });
    if (memory.get('qh.aids')?.ticket === ticket.dataset.ticket) {
      aids();
    }
    stop = follow(ticket);
    if (ticket.dataset.office) {
      remember(ticket, ENDED.includes(ticket.dataset.state));
    }
  }
});
