// What this phone has written for a ticket, as far as the server has acknowledged it. It stays here while the ticket lives: Redis may lose the form, and
// then this is the only copy left.

const placeOf = ticket => `qh.copy${ticket}`;
const checkable = input => /radio|checkbox/.test(input.type);

/** { day, epoch, template, submitted, fields: key → [revision, values] }, or null. No epoch: nobody has looked yet what the server has made of it. */
export function read(ticket) {
  try {
    return JSON.parse(localStorage.getItem(placeOf(ticket)));
  } catch {
    return null;
  }
}

export function write(ticket, copy) {
  try {
    localStorage.setItem(placeOf(ticket), JSON.stringify({ ...copy, day: new Date().toDateString() }));
  } catch { /* full, or forbidden: then the phone keeps nothing */ }
}

/** The ticket whose form this is. */
export const ticketOf = form => new URL(form.action).pathname.replace(/\/form$/, '');

// "name:3,members.0.name:1", as the page carries it.
export const readSeen = form => new Map(form.elements.seen.value.split(',').filter(Boolean).map(part => {
  const colon = part.lastIndexOf(':');
  return [part.slice(0, colon), +part.slice(colon + 1)];
}));

/** All answers of a page, also those that it only carries along: key → values. */
export function answersOn(form) {
  const answers = new Map();
  for (const input of form.elements) {
    if (input.name.startsWith('f.') && input.value.trim() && (!checkable(input) || input.checked)) {
      const key = input.name.slice(2);
      answers.set(key, [...answers.get(key) ?? [], input.value]);
    }
  }
  return answers;
}

/** Notes what the page was acknowledged. A revision never falls here: one that falls at the server has been lost, and this is how that is noticed. */
export function note(form, acknowledged, submitted = false) {
  const ticket = ticketOf(form);
  const before = read(ticket);
  const template = form.dataset.template;
  const copy = before?.template === template
    ? before
    : { template, epoch: form.ownerDocument.querySelector('[data-epoch]').dataset.epoch, submitted: false, fields: {} };
  for (const [key, [revision, values]] of acknowledged) {
    if (!(copy.fields[key]?.[0] > revision)) {
      copy.fields[key] = [revision, values];
    }
  }
  copy.submitted ||= submitted;
  write(ticket, copy);
}

/** Everything on the page as the server has it. */
export function whole(form, kept = new Map()) {
  const answers = answersOn(form);
  return new Map([...readSeen(form)].map(([key, revision]) => [key, [revision, kept.get(key) ?? answers.get(key) ?? []]]));
}

/** The form was submitted, and has led to a place. */
export function noteSubmitted(form, place) {
  if (form.elements.seen) {
    note(form, whole(form), true);
  } else if (/\/t\/[0-9a-f]{32}$/.test(place)) {
    // Its revisions are only known when the ticket's page has asked for them.
    const fields = Object.fromEntries([...answersOn(form)].map(([key, values]) => [key, [0, values]]));
    write(place, { template: form.dataset.template, epoch: null, submitted: true, fields });
  }
}
