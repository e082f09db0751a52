// A screen that is switched on before the server, or before the network, shows its last board and not the browser's error page. The newest page is always
// taken when the server answers; what is kept is one page with all it loads, and nothing of an office.

const whole = 'queuehub-page';
const next = 'queuehub-page-next';
const patience = 10_000;
const page = '/display/';

// Pages that were begun from what is kept: all they load is of the same version, and nobody waits for a server that is not there.
const begun = new Set();

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));
addEventListener('message', event => event.waitUntil(keep([page, ...event.data])));
addEventListener('fetch', event => {
  const { request } = event;
  // Whoever asks with no-store wants to know whether the server answers.
  if (request.method === 'GET' && request.cache !== 'no-store' && isOfThePage(request)) {
    event.respondWith(begun.has(event.clientId) ? ofItsVersion(event) : newest(event));
  }
});

function isOfThePage({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return origin === location.origin
    && (mode === 'navigate' || ((pathname.startsWith(page) || pathname.startsWith('/look/')) && !pathname.startsWith('/display/voices/')));
}

async function ofItsVersion(event) {
  return await kept(event) ?? newest(event);
}

async function newest(event) {
  const { request } = event;
  const fetched = fetch(request);
  fetched.catch(() => {});
  try {
    const answer = await Promise.race([fetched, late()]);
    // A proxy without a server behind it.
    return answer?.status < 502 ? answer : await kept(event) ?? await fetched;
  } catch {
    return await kept(event) ?? Response.error();
  }
}

function late() {
  return new Promise(resolve => setTimeout(resolve, patience));
}

async function kept({ request, resultingClientId }) {
  const answer = await caches.match(request.mode === 'navigate' ? page : request, { cacheName: whole, ignoreVary: true });
  if (answer && request.mode === 'navigate') {
    begun.add(resultingClientId);
  }
  return answer;
}

/** The page itself comes last: whenever the power goes, what it loads is there already, of its version. */
async function keep(urls) {
  const wanted = new Set(urls.map(url => new URL(url, location.origin).href));
  await caches.delete(next);
  const coming = await caches.open(next);
  await coming.addAll([...wanted]);
  const there = await caches.open(whole);
  const requests = await coming.keys();
  const start = requests.findIndex(request => new URL(request.url).pathname === page);
  for (const request of [...requests.toSpliced(start, 1), requests[start]]) {
    await there.put(request, await coming.match(request));
  }
  for (const request of await there.keys()) {
    if (!wanted.has(request.url)) {
      await there.delete(request);
    }
  }
  await caches.delete(next);
}
