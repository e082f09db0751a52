// How much of a text's room is used.

import { all, onStart } from './page.js';

function count(place) {
  const text = document.getElementById(place.dataset.count);
  place.textContent = `${text.value.length} / ${text.maxLength}`;
  place.hidden = false;
}

document.addEventListener('input', () => all('[data-count]').forEach(count));
onStart(() => all('[data-count]').forEach(count));
