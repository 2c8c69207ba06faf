// Small questions about the form of what a JSON file holds. `where` is the place of a value: names of keys and, in lists, numbers
// from 1, such as "panels/3/tickets"; the value that is the whole file has the place "".

import { isHash, refuse } from './bytes.js';
import { formatName } from './rehearsal.js';

/** The place of an entry in the value at `where`. */
export function inside(where, entry) {
  return where === '' ? `${entry}` : `${where}/${entry}`;
}

/** Exactly these keys, and perhaps the optional ones; gives their values as an object without a prototype. */
export function keys(value, names, where, optional = []) {
  if (!(value instanceof Map)) return refuse('bad-object', { where: where || '/' });
  for (const name of value.keys()) {
    if (!names.includes(name) && !optional.includes(name)) refuse('bad-key', { where: inside(where, name) });
  }
  const found = Object.create(null);
  for (const name of names) {
    if (!value.has(name)) refuse('bad-no-key', { where: inside(where, name) });
    found[name] = value.get(name);
  }
  for (const name of optional) if (value.has(name)) found[name] = value.get(name);
  return found;
}

/** Exactly this text. */
export function fixed(value, wanted, where) {
  if (value !== wanted) refuse('bad-value', { where, wanted });
  return value;
}

export function format(value, name, rehearsal) {
  return fixed(value, formatName(name, rehearsal), 'format');
}

/** A whole number of at least `least`. */
export function whole(value, where, least = 1) {
  if (typeof value !== 'number' || value < least) return refuse('bad-whole', { where, least });
  return value;
}

export function string(value, where) {
  return typeof value === 'string' ? value : refuse('bad-string', { where });
}

export function hash(value, where) {
  return isHash(value) ? value : refuse('bad-hash', { where });
}

export function list(value, where) {
  return Array.isArray(value) ? value : refuse('bad-list', { where });
}

export function strings(value, where) {
  list(value, where).forEach((item, i) => string(item, inside(where, i + 1)));
  if (new Set(value).size !== value.length) refuse('bad-twice', { where });
  return value;
}

/** Whole numbers from 1 to `most`, strictly ascending. */
export function ascending(value, where, most = Number.MAX_SAFE_INTEGER) {
  let before = 0;
  for (const [i, number] of list(value, where).entries()) {
    if (typeof number !== 'number' || number < 1) refuse('bad-whole', { where: inside(where, i + 1), least: 1 });
    if (number > most) refuse('bad-most', { where: inside(where, i + 1), number, most });
    if (number <= before) refuse('bad-order', { where });
    before = number;
  }
  return value;
}

/** −1, 0 or 1: lists of numbers, compared number by number from the left. */
export function compareLists(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}
