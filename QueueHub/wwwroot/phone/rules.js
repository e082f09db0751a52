// FormRules (C#) once more, so that a wrong answer is told before it is sent. The rules and sentences of each field come with the page;
// the server always checks as well. A test holds both against the same answers.

const EMPTY = 'empty';

// What nobody types on purpose: control characters, lone surrogates, non-characters, marks that turn the direction of writing.
const UNWANTED = /(?!\p{White_Space})[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD\uFEFF\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const line = (raw, form = 'NFC') => raw.replace(UNWANTED, '').replace(/\p{White_Space}+/gu, ' ').trim().normalize(form);
const plain = raw => line(raw, 'NFKC');

const lines = raw => raw
  .replace(/\r\n|[\r\f\x85\u2028\u2029]/g, '\n')
  .replace(UNWANTED, '')
  .replace(/[^\S\n]+/g, ' ')
  .replace(/ ?\n ?/g, '\n')
  .replace(/\n{3,}/g, '\n\n')
  .trim()
  .normalize('NFC');

// .NET reads a letter beyond U+FFFF as two surrogates, which are no letters; so it is here.
const matches = (rule, text) => !rule.pattern || new RegExp(rule.pattern, 'u').test(text.replace(/[\u{10000}-\u{10ffff}]/gu, '\ud800\ud800'));

const text = (rule, written) =>
  !written ? EMPTY : written.length > rule.length ? 'too_long' : matches(rule, written) ? null : 'pattern';

function number(rule, written) {
  if (!written) {
    return EMPTY;
  }
  if (written.length > rule.length || !/^[+-]?[0-9]+$/.test(written)) {
    return 'number';
  }
  const given = BigInt(written.replace('+', ''));
  if (BigInt.asIntN(64, given) !== given) {
    return 'number';
  }
  return given < rule.min || given > rule.max ? 'range' : null;
}

// 19900131, 1990-1-31, 1990.01.31., 1990년 1월 31일
const DATE = /^([0-9]{4})(?:([0-9]{2})([0-9]{2})|[.\-/년] ?([0-9]{1,2})[.\-/월] ?([0-9]{1,2})[.일]?)$/;

function date(rule, written) {
  if (!written) {
    return EMPTY;
  }
  const [, year, ...parts] = DATE.exec(written) ?? [];
  const [month, day] = parts.filter(part => part !== undefined);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (written.length > rule.length || !(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= last)) {
    return 'date';
  }
  return rule.today && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` > rule.today ? 'date_in_future' : null;
}

function phone(rule, written) {
  const digits = written.replace(/[\s.()\-\u2010-\u2015\u2212]/g, '');
  return !written ? EMPTY : /^\+?[0-9]{7,15}$/.test(digits) && matches(rule, digits) ? null : 'phone';
}

const CHECKS = {
  text: (rule, raw) => text(rule, line(raw)),
  address: (rule, raw) => text(rule, line(raw)),
  longText: (rule, raw) => text(rule, lines(raw)),
  number: (rule, raw) => number(rule, plain(raw)),
  date: (rule, raw) => date(rule, plain(raw)),
  phone: (rule, raw) => phone(rule, plain(raw)),
};

/** The code of what is wrong with the values of a field, or null. */
export function fault(rule, values) {
  const raw = values.find(value => value !== '') ?? '';
  const found = CHECKS[rule.type] ? CHECKS[rule.type](rule, raw) : raw ? null : EMPTY;
  return found !== EMPTY ? found : 'required' in rule.says ? 'required' : null;
}
