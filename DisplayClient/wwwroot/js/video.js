// One video at a time: what a browser has decoded of the one before is let go at once, not when it likes to.

let current;
let turn;

/** Plays a file from its beginning. Sound that the browser refuses is done without; a file that cannot be played is told by the element's error event. */
export function play(video, file, muted, which) {
  release(turn);
  [current, turn] = [video, which];
  video.muted = muted;
  video.src = file;
  video.play().catch(() => {
    if (current === video && !video.error) {
      video.muted = true;
      video.play().catch(() => {});
    }
  });
}

/** While a number is called, nothing else is heard. */
export function mute(muted) {
  if (current) {
    current.muted = muted;
  }
}

/** Lets go of the video of a turn, if it is still the one. */
export function release(which) {
  if (current && turn === which) {
    current.pause();
    current.removeAttribute('src');
    current.load();
    current = turn = undefined;
  }
}
