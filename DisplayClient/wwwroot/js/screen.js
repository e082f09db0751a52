// What only the browser knows of a wall screen, and what only it can change.

const tall = matchMedia('(orientation: portrait)');

/** @returns whether the screen stands upright. @param page told by SetTall when that changes. */
export function watch(page) {
  tall.addEventListener('change', () => page.invokeMethodAsync('SetTall', tall.matches));
  return tall.matches;
}

export function setTheme(light) {
  document.documentElement.dataset.theme = light ? 'light' : 'dark';
}
