// Rehearsals: how their files and formats are marked (docs/record.md, "Rehearsals").

import { refuse } from './bytes.js';

export const MARK = 'REHEARSAL';
const PREFIX = `${MARK}-`;

/** The name of a file as the specification has it, without the mark that it may have. */
export function unmarked(name) {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name;
}

export function marked(name) {
  return `${PREFIX}${name}`;
}

/** A format's name, such as "klero/lottery/1", as a record of that kind has it. */
export function formatName(name, rehearsal = false) {
  return rehearsal ? name.replace(/^klero\//, 'klero/rehearsal/') : name;
}

/** Refuses a table of a rehearsal that does not have the mark in front of every row; gives it back. */
export function withMark(table, rehearsal = false) {
  if (rehearsal && [table.header, ...table.rows].some(([first]) => first !== MARK)) {
    refuse('bad-mark', { mark: MARK });
  }
  return table;
}
