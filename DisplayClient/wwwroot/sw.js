// A screen that is switched on before the server, or before the network, shows its last board and not the browser's error page. The newest page is always
// taken when the server answers; what is kept is one page with all it loads, and nothing of an office.

const whole = 'queuehub-page';
const next = 'queuehub-page-next';
const patience = 10_000;
const page = '/display/';

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => event.waitUntil(keep([page, ...event.data])));
addEventListener('fetch', event => {
  const { request } = event;
  // Whoever asks with no-store wants to know whether the server answers.
  if (request.method === 'GET' && request.cache !== 'no-store' && isOfThePage(request)) {
    event.respondWith(newest(request));
  }
});

function isOfThePage({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin
    && (mode === 'navigate' || ((pathname.startsWith(page) || pathname.startsWith('/look/')) && !pathname.startsWith('/display/voices/')));
}

async function newest(request) {
  const fetched = fetch(request);
  fetched.catch(() => {});
  try {
    const answer = await Promise.race([fetched, late()]);
    // A proxy without a server behind it.
    return answer?.status < 502 ? answer : await kept(request) ?? await fetched;
  } catch {
    return await kept(request) ?? Response.error();
  }
}

function late() {
  return new Promise(resolve => setTimeout(resolve, patience));
}

function kept(request) {
  return caches.match(request.mode === 'navigate' ? page : request, { cacheName: whole, ignoreVary: true });
}

/** All or nothing: half of one version and half of another would never start. */
async function keep(urls) {
  const wanted = new Set(urls.map(url => new URL(url, location.origin).href));
  await caches.delete(next);
  const coming = await caches.open(next);
  await coming.addAll([...wanted]);
  const there = await caches.open(whole);
  for (const request of await coming.keys()) {
    await there.put(request, await coming.match(request));
  }
  for (const request of await there.keys()) {
    if (!wanted.has(request.url)) {
      await there.delete(request);
    }
  }
  await caches.delete(next);
}
