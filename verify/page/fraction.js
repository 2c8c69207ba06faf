// Whole numbers and fractions of any size, as certificates write them.

import { refuse } from './bytes.js';

const LONGEST = 20000;

/** A whole number in decimal, in its one form. */
export function readWhole(value, where) {
  if (typeof value !== 'string' || !/^(0|-?[1-9]\d*)$/.test(value) || value.replace('-', '').length > LONGEST) {
    return refuse('bad-fraction', { where });
  }
  return BigInt(value);
}

/** A fraction in lowest terms, in its one form: `{ top, bottom }` with bottom ≥ 1. */
export function readFraction(value, where) {
  if (typeof value !== 'string') return refuse('bad-string', { where });
  const slash = value.indexOf('/');
  if (slash < 0) return { top: readWhole(value, where), bottom: 1n };
  const top = readWhole(value.slice(0, slash), where);
  const bottom = readWhole(value.slice(slash + 1), where);
  if (bottom < 2n || divisor(top, bottom) !== 1n) refuse('bad-fraction', { where });
  return { top, bottom };
}

function divisor(a, b) {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** −1, 0 or 1. */
export function compare(a, b) {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function add(a, b) {
  return reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a, number) {
  return reduce(a.top * number, a.bottom);
}

/** |a − b| */
export function distance(a, b) {
  const top = a.top * b.bottom - b.top * a.bottom;
  return reduce(top < 0n ? -top : top, a.bottom * b.bottom);
}

export function reduce(top, bottom) {
  const shared = divisor(top, bottom);
  return shared > 1n ? { top: top / shared, bottom: bottom / shared } : { top, bottom };
}

/** A fraction from 0 in three digits, rounded up: "1.23e-10". */
export function roundedUp({ top, bottom }) {
  if (top === 0n) return '0';
  let power = 0;
  let [a, b] = [top, bottom];
  while (a >= 10n * b) [b, power] = [b * 10n, power + 1];
  while (a < b) [a, power] = [a * 10n, power - 1];
  let digits = (a * 100n + b - 1n) / b;
  if (digits === 1000n) [digits, power] = [100n, power + 1];
  const [first, ...rest] = String(digits);
  return `${first}.${rest.join('')}e${power}`;
}
