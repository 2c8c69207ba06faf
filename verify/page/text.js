// How texts are compared: outer white space, comparison keys, addresses.

// Unicode's property White_Space (JavaScript's `trim` and `\s` differ from it in U+0085 and U+FEFF).
const SPACE = '\\u0009-\\u000D\\u0020\\u0085\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const START = new RegExp(`^[${SPACE}]+`, 'u');
const SPACES = new RegExp(`[${SPACE}]`, 'u');
const NO_BREAK = /[\u00A0\u2007\u202F]/gu;
const NOT_OF_AN_ADDRESS = /[^\p{L}\p{N}\p{M}\p{Alphabetic}]/gu;

/** Without white space at both ends. */
export function trim(value) {
  const text = value.replace(START, '');
  let end = text.length;
  while (end > 0 && SPACES.test(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

export function isBlank(value) {
  return trim(value) === '';
}

/** The comparison key of a header or a value (docs/record.md, "quotas.csv and pool.csv"). */
export function key(value) {
  return trim(value.replace(NO_BREAK, ' ')).normalize('NFC').toLowerCase().normalize('NFC');
}

/** What counts of a cell in a household column: letters, digits and marks, upper and lower case alike. */
export function addressKey(value) {
  return key(value).replace(NOT_OF_AN_ADDRESS, '').normalize('NFC');
}

/** A seed text as it is used: NFC, without outer white space. */
export function seedText(value) {
  return trim(value.normalize('NFC'));
}

/** Whether a text has half a character in it (which UTF-8 cannot hold). */
export function isWellFormed(value) {
  return !/\p{Surrogate}/u.test(value);
}
