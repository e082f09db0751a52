// What somebody has written about themselves, for the next form. It is in this phone's memory alone, and only if its owner has ticked that.

import { all, memory, one } from './page.js';

const MINE = 'qh.mine';
const FILLING = 'qh.filling';
const LIFE = 365 * 24 * 60 * 60 * 1000;

const inputOf = box => one('[name^="f."]', box);

/** What is kept: key → answer. */
function mine() {
  const kept = memory.get(MINE);
  return kept && Date.now() - kept.at < LIFE ? kept.answers : null;
}

// Of somebody that the phone's owner acts for nothing is kept, and nothing of the owner is written there.
function isOwn(box) {
  const [field, values] = box.dataset.reuseWhen?.split(':') ?? [];
  return !box.matches(':disabled') && (!field || all(`[name="f.${field}"]`, box.form)
    .some(input => (input.checked || !/radio|checkbox/.test(input.type)) && values.split(' ').includes(input.value)));
}

const own = form => all('[data-reuse]', form).filter(isOwn);
const open = form => own(form).filter(box => mine()?.[box.dataset.reuse] && !inputOf(box).value.trim());
const nameOf = box => one('label', box).firstChild.textContent.trim();

/** Keeps what stands on the page, when that is wished. */
export function keep(form) {
  if (one('[data-reuse-keep] input', form)?.checked) {
    const answers = Object.fromEntries(own(form).map(box => [box.dataset.reuse, inputOf(box).value.trim()]).filter(([, value]) => value));
    memory.set(MINE, { at: Date.now(), answers: { ...mine(), ...answers } });
  }
}

function fill(form) {
  const boxes = open(form);
  for (const box of boxes) {
    inputOf(box).value = mine()[box.dataset.reuse];
    inputOf(box).dispatchEvent(new Event('change', { bubbles: true }));
  }
  one('[data-reuse-filled]', form).hidden = !boxes.length;
}

function show(form) {
  const boxes = open(form);
  one('[data-reuse-offer]', form).hidden = !boxes.length;
  one('[data-reuse-what]', form).textContent = boxes.map(nameOf).join(', ');
}

/** Whoever has once had a form filled in wants that on its other pages too. */
const filling = (form, begin) => {
  try {
    begin && sessionStorage.setItem(FILLING, form.dataset.draft);
    return sessionStorage.getItem(FILLING) === form.dataset.draft;
  } catch {
    return false;
  }
};

/** The form is sent: the next one is asked about anew. */
export function finish() {
  try {
    sessionStorage.removeItem(FILLING);
  } catch { /* forbidden: then nothing is there */ }
}

export function offer(form) {
  const wish = one('[data-reuse-keep]', form);
  wish.hidden = false;
  one('input', wish).checked = !!mine();
  if (filling(form)) {
    fill(form);
  }
  show(form);
}

document.addEventListener('click', event => {
  if (event.target.closest('[data-reuse-fill]')) {
    const { form } = event.target;
    filling(form, true);
    fill(form);
    show(form);
    one('[data-reuse-filled]', form).focus();
  }
});

document.addEventListener('change', ({ target }) => {
  const { form } = target;
  if (!form || !one('[data-reuse-offer]', form)) {
    return;
  }
  if (target.closest('[data-reuse-keep]')) {
    target.checked ? keep(form) : memory.set(MINE, null);
  }
  show(form);
});
