// Announcements: short clips joined on the sound card's own clock. C# decides which and when (Announcing/).

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

/** Plays the named clips; resolves when the last one has ended, or at once while sound is refused. */
export async function play(names) {
  const sounds = (await Promise.all(names.map(clip))).filter(Boolean);
  if (context.state !== 'running' || sounds.length === 0) {
    return;
  }
  let at = context.currentTime + 0.05;
  let last;
  for (const sound of sounds) {
    last = new AudioBufferSourceNode(context, { buffer: sound });
    last.connect(context.destination);
    last.start(at);
    at += sound.duration;
  }
  await new Promise(ended => last.addEventListener('ended', ended));
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

/** Fetched and decoded once; one that cannot be had is tried again with the next announcement. */
function clip(name) {
  if (!clips.has(name)) {
    clips.set(name, load(name).catch(error => {
      console.warn(`clip ${name}: ${error.message}`);
      clips.delete(name);
      return null;
    }));
  }
  return clips.get(name);
}

async function load(name) {
  const response = await fetch(new URL(`../audio/${name}.ogg`, import.meta.url));
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return context.decodeAudioData(await response.arrayBuffer());
}
