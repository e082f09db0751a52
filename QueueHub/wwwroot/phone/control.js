// What the ticket page offers besides: letting others go first while that may be, the phone's other numbers, and the link for relatives.

import { all, one, onStart } from './page.js';

document.addEventListener('qh:ticket', event => all('[data-later]').forEach(part => { part.hidden = !event.detail.ticket.letsOthersFirst; }));

onStart(() => {
  for (const others of all('.others')) {
    others.hidden = one('[data-mine]', others).hidden;
  }
  for (const button of all('[data-share]')) {
    button.hidden = !(navigator.share ?? navigator.clipboard);
    button.onclick = async () => {
      const url = new URL(button.dataset.share, location).href;
      try {
        if (navigator.share) {
          await navigator.share({ url, title: document.title });
        } else {
          await navigator.clipboard.writeText(url);
          button.textContent = button.dataset.copied;
        }
      } catch { /* changed their mind */ }
    };
  }
});
