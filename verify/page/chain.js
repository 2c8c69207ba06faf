// The records that a record follows, found among those that are given, and what they say.

import { Refused, toHex } from './bytes.js';
import { readCsv } from './csv.js';
import { lacking, notChecked } from './outcome.js';
import { withMark } from './rehearsal.js';
import { partsOf } from './split.js';
import { isBlank } from './text.js';

/** The other records among those given, as they state themselves; a copy of this one, told by its result.json, is none. */
export function othersThan({ resultHash }, given, own) {
  return given.filter((record, i) => i !== own && (resultHash === undefined || record.resultHash !== resultHash));
}

function finder(records) {
  return (hash) => records.find(({ resultHash }) => resultHash === hash);
}

/** `{ earlier, alternates, former, missing }`, found among the others. */
export function findNamed({ before, setup }, others) {
  const find = finder(others);
  const also = setup.value?.before;
  const hashes = also ? [also.alternates, ...also.former].filter((hash) => hash !== null) : [];
  const missing = [before.result, ...hashes].filter((hash) => find(hash) === undefined);
  return {
    earlier: find(before.result),
    alternates: also && also.alternates !== null ? find(also.alternates) : undefined,
    former: also ? also.former.map(find) : [],
    missing,
  };
}

/** The hashes of the record that is followed and of those before it: what it replaces after, and so on, while it is given. */
export function followedBefore(earlier, others) {
  const find = finder(others);
  const hashes = new Set();
  for (let at = earlier; at !== undefined && !hashes.has(at.resultHash); at = at.before?.kind === 'replace' ? find(at.before.result) : undefined) {
    hashes.add(at.resultHash);
  }
  return hashes;
}

/** As `lacking`, about a file of another record. */
export function lackingIn(which, ...readings) {
  const gap = lacking(...readings);
  return gap && notChecked(`in ${which}: ${gap.sentence}`);
}

/**
 * Who sat before: `{ own, others }`, the panel that is followed and those who sit on other panels; or `{ gap }`. For alternates
 * it is the same on which panel somebody sits.
 */
export function seatedBefore({ kind, part }, earlier) {
  const gap = lackingIn('the record before', earlier.result);
  if (gap) return { gap };
  const { panel } = earlier.result.value;
  if (part === undefined || kind === 'alternates') return { own: panel.members, others: [] };
  const unread = lackingIn('the record before', earlier.split);
  if (unread) return { gap: unread };
  const parts = partsOf(earlier.split.value, panel);
  const most = earlier.panels ?? 0; // an entry beyond it is not of the form described
  if (parts === undefined || earlier.split.value.some((list) => list.some((entry) => entry > most))) return { gap: notChecked(`the record before does not say who sits on its panel ${part}`) };
  return { own: panel.members.filter((_, i) => parts[i] === part), others: panel.members.filter((_, i) => parts[i] !== part) };
}

/** Who sits on this drawn panel and on one of the same draw on which another record replaces: `{ shared }`, or `{ gap }`. */
export function seatedTwice({ before: own, hasDraw, result }, given) {
  const another = ({ before: its }) => its?.kind === 'replace' && its.result === own.result && its.part !== undefined && its.part !== own.part;
  const rivals = own.kind === 'replace' && own.part !== undefined && hasDraw ? given.filter((other) => other.hasDraw && another(other)) : [];
  if (rivals.length === 0) return {};
  const gap = lacking(result) ?? rivals.map((other) => lackingIn('a record that replaces on another panel', other.result)).find(Boolean);
  if (gap) return { gap };
  const theirs = new Set(rivals.flatMap((other) => other.result.value.panel.members));
  return { shared: result.value.panel.members.find((number) => theirs.has(number)) };
}

/** The identifiers of the members of a record's panel: `{ ids }`, or `{ gap }`. */
export function idsOfPanel(record, which) {
  const gap = lackingIn(which, record.result, record.instance);
  if (gap) return { gap };
  const { members } = record.instance.value.pool;
  const ids = record.result.value.panel.members.map((number) => members[number - 1]?.id);
  return ids.includes(undefined) ? { gap: notChecked(`in ${which}, result.json names a member who does not exist`) } : { ids };
}

/** Whether two records have the same pool: `{ same }`, or `{ gap }`. */
export async function samePool(one, other) {
  if (!one.isPublic && !other.isPublic) {
    const [own, its] = [await one.record.held('pool.csv'), await other.record.held('pool.csv')];
    if (!own.bytes || !its.bytes) return { gap: notChecked(`this needs the pools of both: ${own.none ?? its.none}`) };
    if (one.rehearsal === other.rehearsal) return { same: (await one.record.hash('pool.csv')) === (await other.record.hash('pool.csv')) };
    return sameRows(own.bytes, its.bytes, one.rehearsal);
  }
  const gap = lacking(one.leaves) ?? lackingIn('the other record', other.leaves);
  if (gap) return { gap };
  const [own, its] = [one.leaves.value, other.leaves.value];
  return { same: own.length === its.length && own.every((leaf, i) => i === 0 || toHex(leaf) === toHex(its[i])) };
}

/** Whether two pools, one of which is a rehearsal's, have the same rows without the mark: `{ same }`, or `{ gap }`. */
function sameRows(own, its, ownIsMarked) {
  const rows = (bytes, isMarked) => {
    const { header, rows: all } = withMark(readCsv(bytes), isMarked);
    const cells = isMarked ? [header, ...all].map((row) => row.slice(1)) : [header, ...all];
    return JSON.stringify(cells.filter((row) => !row.every(isBlank)));
  };
  try {
    return { same: rows(own, ownIsMarked) === rows(its, !ownIsMarked) };
  } catch (error) {
    if (error instanceof Refused) return { gap: notChecked(`this needs the pools of both, and one ${error.message}`) };
    throw error;
  }
}
