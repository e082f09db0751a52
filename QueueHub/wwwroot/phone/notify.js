// Being told with the phone in the pocket: the browser subscribes to the hub's key, and the phone itself keeps which notice belongs to which ticket.

import { all, one, onStart, say } from './page.js';

const LINKS = 'qh.links';
const today = () => new Date().toDateString();
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const supported = root => root.dataset.key && 'PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator;

async function subscribe(key) {
  const worker = await navigator.serviceWorker.register('/push.js').then(() => navigator.serviceWorker.ready);
  const present = await worker.pushManager.getSubscription();
  const own = present?.options?.applicationServerKey;
  if (present && own && text(own) === key) {
    return present;
  }

  // Of an installation that was made anew: nobody can send to it any more.
  await present?.unsubscribe();
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

/** The hub's messages name no link: the worker looks here, by their id. */
async function keepLink(id, url) {
  const links = await caches.open(LINKS);
  for (const request of await links.keys()) {
    if ((await (await links.match(request)).json()).day !== today()) {
      await links.delete(request);
    }
  }
  await (url ? links.put(`/push/${id}`, new Response(JSON.stringify({ url, day: today() }))) : links.delete(`/push/${id}`));
}

async function press(root) {
  const said = one('.said', root);
  const form = new FormData(root);
  if (await Notification.requestPermission() !== 'granted') {
    say(said, root.dataset.refused);
    return;
  }
  try {
    const subscription = await subscribe(root.dataset.key);
    const answer = await fetch(`${root.dataset.notify}/notify/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        endpoint: subscription.endpoint,
        p256dh: text(subscription.getKey('p256dh')),
        auth: text(subscription.getKey('auth')),
        ahead: form.has('early') ? +form.get('ahead') : 0,
        called: form.has('called'),
      }),
    });
    const kept = await answer.json();
    if (!answer.ok) {
      say(said, kept.title);
      return;
    }
    await keepLink(kept.id, root.dataset.notify);
    location.reload();
  } catch {
    say(said, root.dataset.failed);
  }
}

onStart(() => {
  const root = one('[data-notify]');
  if (!root || !supported(root)) {
    return;
  }
  all('[data-unsupported]', root).forEach(part => { part.hidden = true; });
  const push = one('[data-push]');
  one('select', root).parentElement.after(push);
  push.hidden = false;
  one('button', push).onclick = () => press(root);
  if (root.dataset.on === undefined) {
    keepLink(root.dataset.id, null).catch(() => { /* a private window keeps nothing */ });
  }
});
