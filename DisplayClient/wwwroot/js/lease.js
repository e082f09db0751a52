// A form may be seen only as long as the program says so, again and again. Should the program hang, the form fades without it: the animation that shows it ends
// by itself, also where it runs beside the page's thread.

const showing = new WeakMap();

/** Shows [data-lease] for so many milliseconds from now, in place of what was left. */
export function renew(milliseconds) {
  for (const box of document.querySelectorAll('[data-lease]')) {
    showing.get(box)?.cancel();
    box.hidden = false;
    const animation = box.animate([{ opacity: 1 }, { opacity: 1, offset: 0.98 }, { opacity: 0 }], { duration: milliseconds, fill: 'forwards' });
    animation.onfinish = () => {
      box.hidden = true;
    };
    showing.set(box, animation);
  }
}
