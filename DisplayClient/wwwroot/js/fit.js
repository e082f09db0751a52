// Shrinks the text of [data-fit] boxes by --fit until it fits, so that no name is ever cut. The style sheet gives the box its size.

const smallest = 0.4;
const step = 0.94;
const done = new WeakMap();
let due = false;

new MutationObserver(later).observe(document.body, { childList: true, characterData: true, subtree: true });
addEventListener('resize', later);
document.fonts.addEventListener('loadingdone', () => fitAll(true));
later();

function later() {
  if (!due) {
    due = true;
    requestAnimationFrame(() => {
      due = false;
      fitAll(false);
    });
  }
}

function fitAll(again) {
  for (const box of document.querySelectorAll('[data-fit]')) {
    const content = `${box.clientWidth}×${box.clientHeight} ${box.textContent}`;
    if (again || done.get(box) !== content) {
      done.set(box, content);
      fit(box);
    }
  }
}

function fit(box) {
  let size = 1;
  box.style.removeProperty('--fit');
  while (size > smallest && (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)) {
    size *= step;
    box.style.setProperty('--fit', size.toFixed(3));
  }
}
