// Nobody stands by a wall screen with a keyboard: when the program has not started, has failed, has stopped or hears nothing, the page is loaded anew.

const startWithin = 120_000;
const beatWithin = 30_000;
// Its own connection mends itself within seconds. When it has not for so long, and the server answers all the same, something is stuck.
const hearWithin = 600_000;
// After the first board, when there is time for it.
const keepAfter = 15_000;
// All that the page loads is written down, for keep.js; by itself a browser stops at 250, fewer than a build for developers has.
performance.setResourceTimingBufferSize(1000);
let since = performance.now();
let heard = performance.now();
let beating = false;
let keeping;

/**
 * Called with every rendering, at least once a second.
 * @param live false while the page has no connection
 */
export function beat(live = true) {
  beating = true;
  since = performance.now();
  if (live) {
    heard = since;
    keeping ??= setTimeout(keepPage, keepAfter);
  }
}

async function keepPage() {
  try {
    await (await import('./keep.js')).keep();
  } catch (error) {
    console.warn(`the page is not kept: ${error.message}`);
  }
}

/** Loads the page anew, unless it would be lost by that. */
export async function renew() {
  if (await serverAnswers()) {
    location.reload();
  }
}

setInterval(async () => {
  if (dead()) {
    await renew();
  }
}, 5_000);

function dead() {
  const silent = performance.now() - since;
  const failed = getComputedStyle(document.getElementById('blazor-error-ui')).display !== 'none';
  const loading = document.getElementById('loading') !== null;
  return failed || (beating ? silent > beatWithin || performance.now() - heard > hearWithin : loading && silent > startWithin);
}

/** Without the server a reload would end at the browser's own error page, from which nothing comes back. */
async function serverAnswers() {
  try {
    return (await fetch(location.href, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
