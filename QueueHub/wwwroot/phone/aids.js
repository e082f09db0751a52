// What a phone does besides showing a ticket: a sound when it is called, a screen that stays on. Only when asked to, and for that ticket alone.

import { all, memory, one } from './page.js';

const KEY = 'qh.aids';
const ENDED = ['done', 'moved', 'cancelled', 'expired'];

const address = () => one('[data-ticket]')?.dataset.ticket;
let wished = memory.get(KEY)?.ticket === address() ? memory.get(KEY) : {};
let audio = null, lock = null;

// A browser gives neither to a page that nobody has touched since it was loaded: until then the button offers it again.
const works = { sound: () => wished.sound && audio?.state === 'running', wake: () => wished.wake && !!lock && !lock.released };

function show() {
  for (const button of all('[data-aid]')) {
    button.textContent = works[button.dataset.aid]() ? button.dataset.on : button.dataset.off;
  }
}

function beep(times) {
  for (let i = 0; i < times; i++) {
    const at = audio.currentTime + i * 0.4;
    const tone = new OscillatorNode(audio, { frequency: i % 2 ? 660 : 880 });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.6, at + 0.03);
    volume.gain.linearRampToValueAtTime(0, at + 0.34);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.35);
  }
}

const start = {
  async sound() {
    audio ??= new AudioContext();
    await audio.resume();
  },
  async wake() {
    lock = lock && !lock.released ? lock : await navigator.wakeLock.request('screen');
    lock.onrelease = show;
  },
};

const end = { sound: () => audio?.suspend(), wake: () => lock?.release() };

async function begin(aid) {
  try {
    await start[aid]();
  } catch { /* refused, or the page is not looked at */ }
  show();
}

function keep(wishes) {
  wished = wishes;
  memory.set(KEY, wished.sound || wished.wake ? { ...wished, ticket: address() } : null);
}

/** The button was pressed. */
export async function toggle(aid) {
  const on = !works[aid]();
  keep({ ...wished, [aid]: on });
  await (on ? begin(aid) : end[aid]());
  show();
  if (on && aid === 'sound' && works.sound()) {
    beep(1);
  }
}

document.addEventListener('qh:ticket', ({ detail: { ticket, before } }) => {
  if (ENDED.includes(ticket.state)) {
    end.wake();
    keep({});
  } else if (before && works.sound()) {
    const called = ticket.state === 'called' && (before.state !== 'called' || ticket.calls > before.calls);
    beep(called ? 6 : ticket.peopleAhead === 0 && before.peopleAhead > 0 ? 2 : 0);
  }
});

// A lock ends whenever something else is looked at.
const again = event => {
  for (const aid of ['sound', 'wake']) {
    if (wished[aid] && !works[aid]() && !event?.target?.closest?.('[data-aid]')) {
      begin(aid);
    }
  }
};
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again());
document.addEventListener('pointerdown', again);
again();
