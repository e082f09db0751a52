// What the desk needs of the browser and .NET cannot reach by itself: keys, title, storage, focus, dialogs, sound.

import { reader } from './scanner.js';

const TYPING = 'input, textarea, select, [contenteditable]';
let stopListening = () => {};

const ACTIVE_EVERY = 20_000;
const USED = 'queuehub.used';

// A browser lets the timers of a page nobody sees run once a minute: that is no sleep.
const SLEPT = 4_000;
const SLEPT_UNSEEN = 90_000;

/**
 * Reports chords ("F2", "Alt+KeyP"), moments when a lost connection is worth trying at once, that this computer has slept, at most every
 * 20 seconds that somebody is working here, where it `scans`, what a code reader has read, and the key of the silent `alarm`, wherever the focus is.
 */
export function listen(desk, chords, scans = false, alarm = null) {
  stopListening();
  const known = new Set(chords);

  const onKey = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const chord = (event.altKey ? 'Alt+' : '') + event.code;
    if (!known.has(chord) || event.target.closest?.(TYPING) || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    // A key held down is one wish.
    if (!event.repeat) desk.invokeMethodAsync('OnChord', chord);
  };
  // Whoever needs help holds on to nothing: fields, dialogs, input modes and other keys that are down make no difference.
  const onAlarm = event => {
    if (event.code !== alarm) return;
    event.preventDefault();
    if (!event.repeat) desk.invokeMethodAsync('OnAlarm');
  };
  let ticked = Date.now();
  let seen = true;
  const onTick = () => {
    // Timers stand still in a sleep, the clock on the wall does not.
    const slept = Math.abs(Date.now() - ticked) > (seen ? SLEPT : SLEPT_UNSEEN);
    ticked = Date.now();
    seen = document.visibilityState === 'visible';
    if (slept) desk.invokeMethodAsync('OnSlept');
  };
  const onWake = () => {
    onTick();
    if (seen) desk.invokeMethodAsync('OnWake');
  };

  let lastActive = 0;
  const onActive = () => {
    if (Date.now() - lastActive < ACTIVE_EVERY) return;
    lastActive = Date.now();
    use();
    desk.invokeMethodAsync('OnActive');
  };

  const scanner = reader(text => desk.invokeMethodAsync('OnScanned', text));
  use();
  if (alarm) window.addEventListener('keydown', onAlarm, true);
  if (scans) document.addEventListener('keydown', scanner, true);
  document.addEventListener('keydown', onKey);
  document.addEventListener('keydown', onActive);
  document.addEventListener('pointerdown', onActive);
  window.addEventListener('online', onWake);
  document.addEventListener('visibilitychange', onWake);
  const ticking = setInterval(onTick, 1_000);
  stopListening = () => {
    window.removeEventListener('keydown', onAlarm, true);
    document.removeEventListener('keydown', scanner, true);
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('keydown', onActive);
    document.removeEventListener('pointerdown', onActive);
    window.removeEventListener('online', onWake);
    document.removeEventListener('visibilitychange', onWake);
    clearInterval(ticking);
  };
}

export function unlisten() {
  stopListening();
}

/** The tab: title and icon tell the state from afar. */
export function showTab(title, icon) {
  if (document.title !== title) document.title = title;
  const link = document.querySelector('link[rel="icon"]');
  const href = `icons/${icon}.svg`;
  if (link.getAttribute('href') !== href) link.setAttribute('href', href);
}

export function setLanguage(language) {
  document.documentElement.lang = language;
}

export function printPage() {
  print();
}

/** Every use of the session is a request; other tabs share session and note. */
export function use() {
  write('browser', USED, String(Date.now()));
}

export function unused() {
  const used = Number(read('browser', USED));
  return used > 0 ? Math.max(0, Date.now() - used) : 0;
}

export function openWindow(url, small) {
  open(url, '_blank', small ? 'popup,width=420,height=680' : '');
}

export function focusFirst(selector) {
  document.querySelector(selector)?.focus();
}

let sounds;

/** Two soft notes. */
export function chime() {
  play([660, 880], 0.12);
}

/** Not to be missed, and unlike the chime. */
export function alarm() {
  play([988, 740, 988, 740, 988], 0.4);
}

// Without a sound device, or before anybody has touched the page, it stays silent.
function play(pitches, loudness) {
  try {
    sounds ??= new AudioContext();
    sounds.resume();
    pitches.forEach((pitch, i) => {
      const [tone, volume, start] = [sounds.createOscillator(), sounds.createGain(), sounds.currentTime + i * 0.18];
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(loudness, start + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.45);
      tone.connect(volume).connect(sounds.destination);
      tone.start(start);
      tone.stop(start + 0.5);
    });
  } catch {
    // A sound is a help, never a need.
  }
}

let said = null;

/** Plays recordings one after the other; false when one of them could not be played. A further call takes the place of the one before. */
export async function say(files) {
  said?.pause();
  try {
    for (const file of files) {
      const recording = said = new Audio(file);
      const over = new Promise((ended, failed) => {
        recording.onended = ended;
        recording.onpause = ended;
        recording.onerror = failed;
      });
      await Promise.all([recording.play(), over]);
      if (said !== recording) return true;
    }
    return true;
  } catch {
    return false;
  }
}

let before = null;

export function openDialog(dialog) {
  if (dialog.open) return;
  before = document.activeElement;
  dialog.showModal();
}

/** Gives the focus back after a dialog or a button has gone, and only when it would otherwise be nowhere. */
export function adoptFocus(element) {
  const active = document.activeElement;
  if (active && active !== document.body) return;
  const target = before?.isConnected && before !== document.body ? before : element;
  before = null;
  target.focus({ preventScroll: true });
}

export function read(store, key) {
  return stored(store, storage => storage.getItem(key));
}

export function write(store, key, value) {
  stored(store, storage => value === null ? storage.removeItem(key) : storage.setItem(key, value));
}

// A browser told to keep nothing refuses even to be asked: then nothing is remembered, and the desk works on.
function stored(store, act) {
  try {
    return act(store === 'tab' ? sessionStorage : localStorage);
  } catch {
    return null;
  }
}
