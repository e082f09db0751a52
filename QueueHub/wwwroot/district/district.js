// The district's numbers, live: one stream for the whole page. All words are in the page: nothing here speaks a language.

const LONGEST_RETRY = 30000;
const SILENCE = 25000;
const GRACE = 2000;
const SLEPT = 4000;

// The server sends a first sign at once: a browser may try a connection again that died in a sleep.
const FIRST_SIGN = 2000;
const LATEST_SIGN = 16000;

const one = (selector, root = document) => root.querySelector(selector);
const gone = one('[data-gone]');
const live = one('[data-live]');
const language = document.documentElement.lang;
let source, timer, waiting = 1000, heard = performance.now(), opened = heard, sign = FIRST_SIGN, ticked = Date.now(), lost = false, stale = false;

function show(board) {
  for (const office of board.offices) {
    const tile = one(`[data-office="${office.slug}"]`);
    if (tile) {
      fill(tile, office);
    }
  }
  stale = board.stale;
}

function fill(tile, office) {
  tile.dataset.pace = office.pace;
  for (const pace of tile.querySelectorAll('.pace')) {
    pace.hidden = !pace.classList.contains(office.pace);
  }
  put(tile, '[data-hours]', words(office.hours));
  one('[data-waiting-of]', tile).hidden = office.pace === 'closed' && office.waiting === 0;
  put(tile, '[data-waiting]', office.waiting);
  one('[data-counters-of]', tile).hidden = office.counters === 0;
  put(tile, '[data-counters]', office.counters);
  one('[data-longest]', tile).hidden = !office.longest;
  put(tile, '[data-service]', words(office.longest?.name));
  put(tile, '[data-line]', office.longest?.waiting ?? '');
}

// What an office has not written in this language is there in English.
const words = text => text?.[language] ?? text?.en ?? '';

function put(tile, selector, text) {
  const slot = one(selector, tile);
  if (slot.textContent !== `${text}`) {
    slot.textContent = text;
  }
}

function open() {
  source?.close();
  clearTimeout(timer);
  opened = performance.now();
  source = new EventSource('/district/events');
  source.addEventListener('district', message => {
    show(JSON.parse(message.data));
    hear();
  });
  source.addEventListener('alive', hear);
  source.onerror = () => {
    lost = true;
    if (source.readyState === EventSource.CLOSED) {
      // One refused answer closes it for good: it is made anew, and not by all screens in the same moment.
      timer = setTimeout(open, waiting * (0.5 + Math.random()));
      waiting = Math.min(waiting * 2, LONGEST_RETRY);
    }
  };
}

function hear() {
  heard = performance.now();
  sign = FIRST_SIGN;
  waiting = 1000;
  lost = false;
  tell();
}

/** A short gap is nobody's business; a longer one is said, with the age of what is shown. */
function tell() {
  const age = performance.now() - heard;
  const broken = age > SILENCE || (lost && age > GRACE);
  const text = broken ? gone.dataset.gone.replace('{age}', ageText(age)) : stale ? gone.dataset.stale : '';
  if (gone.textContent !== text) {
    gone.textContent = text;
  }
  live.hidden = broken || stale;
}

function ageText(age) {
  const seconds = Math.floor(age / 1000);
  return seconds < 60 ? gone.dataset.seconds.replace('{n}', seconds) : gone.dataset.minutes.replace('{n}', Math.floor(seconds / 60));
}

// The clock of the offices, not of this screen: only the time that has passed is asked of it.
const clock = one('[data-clock]');
const began = Number(clock.dataset.clock) + Number(clock.dataset.offset) * 60000 - performance.now();

function tick() {
  const time = new Date(began + performance.now()).toISOString().slice(11, 16);
  if (clock.textContent !== time) {
    clock.textContent = time;
  }
  tell();
  watch();
}

// Nobody tells a screen that its connection has died without a word; after a sleep the clock on the wall has jumped.
function watch() {
  const slept = Math.abs(Date.now() - ticked) > SLEPT;
  ticked = Date.now();
  const now = performance.now();
  if (slept || (heard > opened ? now - heard > SILENCE : now - opened > sign)) {
    sign = Math.min(sign * 2, LATEST_SIGN);
    wake();
  }
}

// A phone that slept may hold a dead connection without knowing.
function wake() {
  if (document.visibilityState === 'visible') {
    open();
  }
}

document.addEventListener('visibilitychange', wake);
addEventListener('online', wake);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', event => event.persisted && open());
setInterval(tick, 1000);
open();
