// What a check says: PASS, FAIL or NOT CHECKED, and a sentence.

import { Refused } from './bytes.js';

export const PASS = 'PASS';
export const FAIL = 'FAIL';
export const NOT_CHECKED = 'NOT CHECKED';

function sentence(words) {
  const text = words.trim();
  const [first] = text.split(' ', 1);
  const start = first.includes('.') ? text : `${text[0].toUpperCase()}${text.slice(1)}`; // names of files stay as they are
  return `${start}${/[.!?]$/.test(text) ? '' : '.'}`;
}

export function pass(words) {
  return { verdict: PASS, sentence: sentence(words) };
}

export function fail(words) {
  return { verdict: FAIL, sentence: sentence(words) };
}

export function notChecked(words) {
  return { verdict: NOT_CHECKED, sentence: sentence(words) };
}

/** NOT CHECKED because of the first of these readings that has no value; undefined where all have one. */
export function lacking(...readings) {
  const found = readings.find(({ value }) => value === undefined);
  if (!found) return undefined;
  return notChecked(found.none ?? `this needs ${found.name}, which does not have its form`);
}

/** The check of a file's form: FAIL with its problem, NOT CHECKED without its bytes, otherwise what `next` says. */
export function formOf(reading, next) {
  if (reading.problem !== undefined) return fail(`${reading.name} ${reading.problem}`.replace(/^(\S+) \1 /, '$1 '));
  return lacking(reading) ?? next(reading.value);
}

/** Runs a check that may refuse: then it fails with that message. */
export async function failing(check) {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Refused) return fail(error.message);
    throw error;
  }
}

/** "1 stage", "2 stages". */
export function counted(number, what) {
  return `${grouped(number)} ${what}${Number(number) === 1 ? '' : 's'}`;
}

/** A number with commas between groups of three digits. */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
