// Small questions about the form of what a JSON file holds.

import { isHash, refuse } from './bytes.js';
import { formatName } from './rehearsal.js';

/** Exactly these keys, and perhaps the optional ones; gives their values as an object without a prototype. */
export function keys(value, names, where, optional = []) {
  if (!(value instanceof Map)) return refuse(`${where} is not an object`);
  for (const name of value.keys()) {
    if (!names.includes(name) && !optional.includes(name)) refuse(`${where} has a key "${name}" that is not described`);
  }
  const found = Object.create(null);
  for (const name of names) {
    if (!value.has(name)) refuse(`${where} has no key "${name}"`);
    found[name] = value.get(name);
  }
  for (const name of optional) if (value.has(name)) found[name] = value.get(name);
  return found;
}

export function format(value, name, rehearsal) {
  const wanted = formatName(name, rehearsal);
  if (value !== wanted) refuse(`its format is not "${wanted}"`);
}

/** A whole number of at least `least`. */
export function whole(value, where, least = 1) {
  if (typeof value !== 'number' || value < least) return refuse(`${where} is not a whole number of at least ${least}`);
  return value;
}

export function string(value, where) {
  return typeof value === 'string' ? value : refuse(`${where} is not a text`);
}

export function hash(value, where) {
  return isHash(value) ? value : refuse(`${where} is not a SHA-256 (64 lower-case hexadecimal digits)`);
}

export function list(value, where) {
  return Array.isArray(value) ? value : refuse(`${where} is not a list`);
}

export function strings(value, where) {
  list(value, where).forEach((item) => string(item, `an entry of ${where}`));
  if (new Set(value).size !== value.length) refuse(`${where} names something twice`);
  return value;
}

/** Whole numbers from 1 to `most`, strictly ascending. */
export function ascending(value, where, most = Number.MAX_SAFE_INTEGER) {
  list(value, where);
  let before = 0;
  for (const number of value) {
    if (typeof number !== 'number' || number < 1) refuse(`${where} holds something that is not a number from 1`);
    if (number > most) refuse(`${where} holds ${number}, which is more than ${most}`);
    if (number <= before) refuse(`${where} does not ascend`);
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
