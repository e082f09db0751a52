// The worker behind a closed page: shows what the hub sends, and opens the ticket when pressed. The message holds ready sentences and no link.

const LINKS = 'qh.links';

self.addEventListener('push', event => {
  const notice = event.data.json();
  const called = notice.kind === 'called';
  event.waitUntil(self.registration.showNotification(notice.title, {
    body: notice.body,
    lang: notice.lang,
    tag: notice.id,
    renotify: true,
    requireInteraction: called,
    vibrate: called ? [300, 150, 300, 150, 300] : [300],
    icon: '/phone/icon.svg',
  }));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(open(event.notification.tag));
});

async function open(id) {
  const kept = await (await caches.open(LINKS)).match(`/push/${id}`);
  const url = kept ? new URL((await kept.json()).url, self.location).href : new URL('/', self.location).href;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(one => one.url.split('?')[0] === url);
  await (page ? page.focus() : self.clients.openWindow(url));
}
