// The records that a record follows, found among those that are given, and what they say.

import { Refused, sameBytes } from './bytes.js';
import { readCsv } from './csv.js';
import { besideOf, lineOf, othersThan, panelNumber, withResult } from './line.js';
import { say } from './message.js';
import { lacking, notChecked } from './outcome.js';
import { withMark } from './rehearsal.js';
import { partsOf } from './split.js';
import { isBlank } from './text.js';

/**
 * All that a record's chain checks ask for: `{ earlier, alternates, former, missing, others }`, and where it replaces or holds
 * alternates, `line`, `number` (of its panel), and the records beside it: `beside`, `besideToo` with copies of this one.
 * `given` are all records as they state themselves, this one, number `own`, among them.
 */
export function chainOf(facts, given, own) {
  const others = othersThan(facts, given.filter((_, i) => i !== own));
  const found = { ...findNamed(facts, others), others };
  if (facts.before.kind === 'rotate') return found;
  const line = lineOf(facts, given);
  const place = { line, number: panelNumber(facts, line) };
  const besides = (candidates) => besideOf(place, candidates, given);
  // Copies too: on another panel, the same result seats the same people twice.
  return { ...found, ...place, beside: besides(others), besideToo: besides(given.filter((_, i) => i !== own)) };
}

function findNamed({ before, setup }, others) {
  const find = (hash) => withResult(hash, others);
  const also = setup.value?.before;
  const hashes = also ? [also.alternates, ...also.former].filter((hash) => hash !== null) : [];
  return {
    earlier: find(before.result),
    alternates: also && also.alternates !== null ? find(also.alternates) : undefined,
    former: also ? also.former.map(find) : [],
    missing: [before.result, ...hashes].filter((hash) => find(hash) === undefined),
  };
}

/** As `lacking`, about a file of another record; `which` is the name of a message that says in which. */
export function lackingIn(which, ...readings) {
  const gap = lacking(...readings);
  return gap && notChecked(gap.says.map((reason) => inRecord(which, reason)));
}

/** A message about another record; `which` as for `lackingIn`. */
export function inRecord(which, reason) {
  return say('in-record', { record: say(which), reason });
}

/**
 * Who sat before: `{ own, others }`, the panel that is followed and those who sit on other panels; or `{ gap }`. For alternates
 * it is the same on which panel somebody sits.
 */
export function seatedBefore({ kind, part }, earlier) {
  const gap = lackingIn('record-before', earlier.result);
  if (gap) return { gap };
  const { members } = earlier.result.value.panel;
  return part === undefined || kind === 'alternates' ? { own: members, others: [] } : seatedOn(part, earlier, 'record-before');
}

/** Who sits on that panel of a record, and who on its other panels: `{ own, others }`, or `{ gap }`. */
export function seatedOn(part, record, which) {
  const gap = lackingIn(which, record.result, record.split);
  if (gap) return { gap };
  const { panel } = record.result.value;
  const parts = partsOf(record.split.value, panel);
  const most = record.panels ?? 0; // an entry beyond it is not of the form described
  if (parts === undefined || record.split.value.some((list) => list.some((entry) => entry > most))) {
    return { gap: notChecked(inRecord(which, say('seats-silent', { panel: part }))) };
  }
  return { own: panel.members.filter((_, i) => parts[i] === part), others: panel.members.filter((_, i) => parts[i] !== part) };
}

/** The members of the drawn panels of these records, as far as they are known, and the first gap: `{ members: Set, gap }`. */
export function drawnIn(records, which) {
  const gap = records.map(({ result }) => lackingIn(which, result)).find(Boolean);
  return { members: new Set(records.flatMap(({ result }) => result.value?.panel.members ?? [])), gap };
}

/** Those of the records in which something was drawn. */
export function withDraw(records) {
  return records.filter(({ hasDraw }) => hasDraw);
}

/** The identifiers of the members of a record's panel: `{ ids }`, or `{ gap }`. */
export function idsOfPanel(record, which) {
  const gap = lackingIn(which, record.result, record.instance);
  if (gap) return { gap };
  const { members } = record.instance.value.pool;
  const ids = record.result.value.panel.members.map((number) => members[number - 1]?.id);
  return ids.includes(undefined) ? { gap: notChecked(inRecord(which, say('drawn-unknown', { file: 'result.json' }))) } : { ids };
}

/** Whether two records have the same lines of members in pool.leaves: `{ same }`, or `{ gap }`. */
export function sameLeaves(one, other) {
  const gap = lacking(one.leaves) ?? lackingIn('record-before', other.leaves);
  if (gap) return { gap };
  const [own, its] = [one.leaves.value, other.leaves.value];
  return { same: own.length === its.length && own.every((leaf, i) => i === 0 || sameBytes(leaf, its[i])) };
}

/** Whether two records have the same file of that name, but for the mark of a rehearsal: `{ same }`, or `{ gap }`. */
export async function sameTable(one, other, name) {
  const [own, its] = [await one.record.held(name), await other.record.held(name)];
  if (!own.bytes || !its.bytes) return { gap: notChecked('tables-both', { file: name, reason: own.none ?? its.none }) };
  if (one.rehearsal === other.rehearsal) return { same: (await one.record.hash(name)) === (await other.record.hash(name)) };
  try {
    return { same: rows(own.bytes, one.rehearsal) === rows(its.bytes, other.rehearsal) };
  } catch (error) {
    if (error instanceof Refused) return { gap: notChecked('tables-both', { file: name, reason: error.about(name) }) };
    throw error;
  }
}

/** The rows of a table without the mark that a rehearsal has in front, as one text. */
function rows(bytes, isMarked) {
  const { header, rows: all } = withMark(readCsv(bytes), isMarked);
  const cells = isMarked ? [header, ...all].map((row) => row.slice(1)) : [header, ...all];
  return JSON.stringify(cells.filter((row) => !row.every(isBlank)));
}
