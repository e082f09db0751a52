// Has the browser keep this page with all it has loaded (sw.js). Only over HTTPS, or on the same machine: elsewhere browsers have no service workers.

const kinds = ['script', 'link', 'css', 'fetch', 'xmlhttprequest', 'other'];

export async function keep() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  await navigator.serviceWorker.register('/display/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage(performance.getEntriesByType('resource')
    .filter(({ initiatorType }) => kinds.includes(initiatorType))
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin
      && (pathname.startsWith('/display/') || pathname.startsWith('/look/')) && !/^\/display\/(voices|audio)\//.test(pathname))
    .map(({ href }) => href));
}
