// The worker behind a closed page finds the ticket of a notice by a link that the phone keeps; it goes with the ticket.

const LINKS = 'qh.links';

/** Forgets the links to a ticket, and takes its notices away; without one, to all of them. */
export async function forgetLinks(ticket) {
  if (!await caches.has(LINKS)) {
    return;
  }
  const links = await caches.open(LINKS);
  const worker = await navigator.serviceWorker?.getRegistration('/');
  for (const request of await links.keys()) {
    const { url } = await (await links.match(request)).json();
    if (!ticket || url === ticket) {
      await links.delete(request);
      const shown = await worker?.getNotifications({ tag: new URL(request.url).pathname.slice('/push/'.length) });
      shown?.forEach(notice => notice.close());
    }
  }
}
