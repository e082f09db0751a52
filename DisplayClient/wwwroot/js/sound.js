// Announcements: short clips joined on the sound card's own clock. C# decides which and when (Announcing/).

// Seconds of decoded sound that are kept: 12 MB. All that one office says in a day is less.
const most = 60;
// After this a clip that is needed again is asked for again: a new recording is heard the same day.
const freshFor = 3_600_000;
const clips = new Map();
let context;
let page;

/** @param listener told by SetAllowed whether the browser lets sound out. */
export function start(listener) {
  page = listener;
  context = new AudioContext({ latencyHint: 'playback' });
  context.addEventListener('statechange', tell);
  addEventListener('pointerdown', resume);
  addEventListener('keydown', resume);
  resume();
  // A refusal is silence, not an error: the state is looked at once the browser has had time to begin.
  setTimeout(tell, 500);
}

/**
 * Plays the named clips; resolves when the last one has ended, or at once while sound is refused.
 * @param volume 0 to 1
 * @param office whose own recordings are asked for first; null: nobody's
 */
export async function play(names, volume, office) {
  const loaded = new Map(await Promise.all([...new Set(names)].map(async name => [name, await clip(name, office)])));
  let sounds = names.map(name => loaded.get(name));
  if (sounds.includes(null)) {
    // With a piece missing it would be another number: the chime alone draws all eyes to the screen.
    sounds = [await clip('chime', office)].filter(Boolean);
  }
  if (context.state !== 'running' || sounds.length === 0) {
    return;
  }
  const loudness = new GainNode(context, { gain: volume });
  loudness.connect(context.destination);
  let at = context.currentTime + 0.05;
  let last;
  for (const sound of sounds) {
    last = new AudioBufferSourceNode(context, { buffer: sound });
    last.connect(loudness);
    last.start(at);
    at += sound.duration;
  }
  await new Promise(ended => last.addEventListener('ended', ended, { once: true }));
  loudness.disconnect();
}

function resume() {
  if (context.state !== 'running') {
    // Stays pending until a gesture, and may be asked again.
    context.resume().catch(() => {});
  }
}

function tell() {
  page.invokeMethodAsync('SetAllowed', context.state === 'running');
}

/** The decoded clip; null when it cannot be had, and then it is tried again with the next announcement. */
async function clip(name, office) {
  const known = clips.get(name);
  if (known) {
    // The one used last is the last to go.
    clips.delete(name);
    clips.set(name, known);
    if (performance.now() - known.since > freshFor) {
      known.since = performance.now();
      fetched(name, office);
    }
    return known.sound;
  }
  return fetched(name, office);
}

async function fetched(name, office) {
  try {
    const sound = await load(name, office);
    clips.set(name, { sound, since: performance.now() });
    forget();
    return sound;
  } catch (error) {
    console.warn(`clip ${name}: ${error.message}`);
    return null;
  }
}

function forget() {
  let kept = 0;
  for (const [name, { sound }] of [...clips].reverse()) {
    kept += sound.duration;
    if (kept > most) {
      clips.delete(name);
    }
  }
}

async function load(name, office) {
  let response = await fetch(new URL(office ? `../voices/${office}/${name}.ogg` : `../audio/${name}.ogg`, import.meta.url));
  if (!response.ok && office) {
    response = await fetch(new URL(`../audio/${name}.ogg`, import.meta.url));
  }
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return context.decodeAudioData(await response.arrayBuffer());
}
