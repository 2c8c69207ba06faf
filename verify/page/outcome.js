// What a check says: PASS, FAIL or NOT CHECKED, and messages, one or several.

import { Refused } from './bytes.js';
import { say } from './message.js';

export const PASS = 'PASS';
export const FAIL = 'FAIL';
export const NOT_CHECKED = 'NOT CHECKED';

/** `what` is the name of a message, which `args` belong to, or a message, or several. */
function outcome(verdict, what, args) {
  return { verdict, says: typeof what === 'string' ? [say(what, args)] : [what].flat() };
}

export function pass(what, args) {
  return outcome(PASS, what, args);
}

export function fail(what, args) {
  return outcome(FAIL, what, args);
}

export function notChecked(what, args) {
  return outcome(NOT_CHECKED, what, args);
}

/** NOT CHECKED because of the first of these readings that has no value; undefined where all have one. */
export function lacking(...readings) {
  const found = readings.find(({ value }) => value === undefined);
  return found && notChecked(found.none ?? found.needs ?? say('needs-form', { file: found.name }));
}

/** The check of a file's form: FAIL with its problem, NOT CHECKED without its bytes, otherwise what `next` says. */
export function formOf(reading, next) {
  if (reading.problem !== undefined) return fail(reading.problem);
  return lacking(reading) ?? next(reading.value);
}

/** Runs a check that may refuse a file, or another one that it names itself: then it fails with that problem. */
export async function failing(file, check) {
  try {
    return await check();
  } catch (error) {
    if (error instanceof Refused) return fail(error.about(file));
    throw error;
  }
}
