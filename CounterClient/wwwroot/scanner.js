// A code reader types what it reads, faster than anybody types, and ends with Enter. It is recognised wherever the focus is, and by the places of the
// keys (`event.code`): a Korean input mode would make syllables of the letters.

// Readers send a key every one to thirty milliseconds; the fastest people need sixty.
const FASTEST_PERSON = 50;
const SHORTEST_CODE = 12;

const SIGNS = {
  Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|', Semicolon: ';:', Quote: '\'"', Backquote: '`~',
  Comma: ',<', Period: '.>', Slash: '/?', Space: '  ',
};
const OVER_DIGITS = ')!@#$%^&*(';

/** The character at a place of the keyboard; undefined for keys that write none. */
export function characterOf(code, shift) {
  if (/^Key[A-Z]$/.test(code)) return shift ? code[3] : code[3].toLowerCase();
  if (/^Digit[0-9]$/.test(code)) return shift ? OVER_DIGITS[code[5]] : code[5];
  if (/^Numpad[0-9]$/.test(code)) return code[6];
  return SIGNS[code]?.[shift ? 1 : 0];
}

/** A listener of keydown, in the capture phase, that gives each code read to `found`. */
export function reader(found) {
  let text = '';
  let last = -Infinity;
  let field = null;
  let before = '';

  const forget = () => {
    text = '';
    field = null;
  };
  // The first key came like anybody's, and an input mode may still be writing: the field gets back what stood there.
  const restore = () => {
    const [input, value] = [field, before];
    if (!input) return;
    const put = () => {
      if (input.value === value) return;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    put();
    setTimeout(put, 0);
  };

  return event => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = event.timeStamp;
    const swift = now - last < FASTEST_PERSON;
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      if (swift && text.length >= SHORTEST_CODE) {
        event.preventDefault();
        event.stopPropagation();
        restore();
        found(text);
      }
      forget();
      return;
    }
    const character = characterOf(event.code, event.shiftKey);
    if (character === undefined) return;
    if (!swift) {
      forget();
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) {
        field = event.target;
        before = field.value;
      }
    } else if (text.length >= 2) {
      // The third swift key is no person's any more.
      event.preventDefault();
      event.stopPropagation();
    }
    text += character;
    last = now;
  };
}
