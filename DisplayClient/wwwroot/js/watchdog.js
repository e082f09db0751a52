// Nobody stands by a wall screen with a keyboard: when the program has not started, has failed or has stopped, the page is loaded anew.

const startWithin = 120_000;
const beatWithin = 30_000;
let since = performance.now();
let beating = false;

/** Called with every rendering, at least once a second. */
export function beat() {
  beating = true;
  since = performance.now();
}

setInterval(async () => {
  if (dead() && await serverAnswers()) {
    location.reload();
  }
}, 5_000);

function dead() {
  const silent = performance.now() - since;
  const failed = getComputedStyle(document.getElementById('blazor-error-ui')).display !== 'none';
  const loading = document.getElementById('loading') !== null;
  return failed || (beating ? silent > beatWithin : loading && silent > startWithin);
}

/** Without the server a reload would end at the browser's own error page, from which nothing comes back. */
async function serverAnswers() {
  try {
    return (await fetch(location.href, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
