// What the modules of the phone's pages share: the page's parts, the phone's memory, and presses that survive a lost connection. All words are in the page:
// nothing here speaks a language.

export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const one = (selector, root = document) => root.querySelector(selector);

/** The phone's memory; private windows may have none, and then the pages simply do without. */
export const memory = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value));
    } catch { /* full, or forbidden */ }
  },
  keys(start) {
    try {
      return Object.keys(localStorage).filter(key => key.startsWith(start));
    } catch {
      return [];
    }
  },
};

// A recall says the same again: a reader only notices text that has gone and come back.
export function say(where, text) {
  where.textContent = '';
  setTimeout(() => { where.textContent = text; }, 100);
}

const starts = [];

/** Runs now, and again whenever an answer has taken the place of the page. */
export function onStart(run) {
  run();
  starts.push(run);
}

// A press whose answer does not come is sent again by itself: the page's request id makes it one command, however often it arrives.
const TRIES = 5;
const ANSWER_WITHIN = 6000;
const FIRST_TRY = 600;
const LONGEST_WISH = 10000;

// Not reached, not ready, or nobody knows: in all of these the command may still have to be done.
const isOpen = answer => !answer || [502, 503, 504].includes(answer.status);

async function postOnce(address, body) {
  const limit = new AbortController();
  const late = setTimeout(() => limit.abort(), ANSWER_WITHIN);
  try {
    return await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' }, signal: limit.signal });
  } catch {
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** The answer; null when none came that says what has become of the press. `trying` is called before it is sent once more. */
async function post(address, fields, trying) {
  const body = new URLSearchParams(fields);
  for (let tries = 1, wait = FIRST_TRY; ; tries++, wait *= 2) {
    const answer = await postOnce(address, body);
    if (!isOpen(answer)) {
      return answer;
    }
    if (tries === TRIES) {
      return null;
    }
    trying();
    const wish = Math.min(1000 * (answer?.headers.get('retry-after') || 0), LONGEST_WISH) || 0;
    await new Promise(over => { setTimeout(over, Math.max(wish, wait) * (1 + Math.random() / 2)); });
  }
}

let busy = false;

addEventListener('pageshow', () => { busy = false; });

/** Where what was sent leads is another page: what is to be done first. */
const leaving = [];
export const onLeave = run => leaving.push(run);

/** `answered` is told of a page that took the place of this one: whether it was accepted. */
export async function send(form, fields, answered = () => {}) {
  if (busy) {
    return;
  }
  busy = true;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await post(form.action, fields, () => report(form, one('[data-trying]', form).dataset.trying));
    if (!answer) {
      gaveUp(form, fields);
    } else if (answer.redirected) {
      await leave(form, fields, answer.url);
    } else {
      replace(await answer.text());
      answered(answer.ok);
    }
  } catch {
    gaveUp(form, fields);
  } finally {
    busy = false;
    form.removeAttribute('aria-busy');
  }
}

async function leave(form, fields, url) {
  for (const run of leaving) {
    await run(form, fields, url);
  }
  location.assign(url);
}

function replace(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { lang, dataset } = page.documentElement;
  document.documentElement.lang = lang;
  document.documentElement.dataset.look = dataset.look ?? '';
  document.title = page.title;
  document.body.replaceWith(page.body);
  starts.forEach(run => run());
  const target = one('[data-focus]') ?? one('[data-heading]');
  if (!target?.closest('.group')) {
    scrollTo(0, 0);
  }
  target?.focus();
}

/** Says above the button how the sending goes. */
function report(form, text) {
  let notice = one('.sending', form);
  if (!notice) {
    notice = document.createElement('div');
    notice.setAttribute('role', 'status');
    one('.button', form).before(notice);
  }
  notice.className = 'notice sending';
  notice.textContent = text;
  return notice;
}

function gaveUp(form, fields) {
  const words = one('[data-trying]', form).dataset;
  const again = document.createElement('button');
  const name = fields.has('switch') ? 'switch' : 'go';
  Object.assign(again, { className: 'small', name, value: fields.get(name) ?? '', textContent: words.retry });
  const notice = report(form, form.dataset.offline ?? words.lost);
  notice.classList.add('danger');
  notice.append(again);
}
