// The line of a record that replaces or holds alternates, the records beside it, and who is barred by whom
// (docs/record.md, "Records that follow others").

/** The other records among `given`; copies of this one, told by its result.json, are none. */
export function othersThan({ resultHash }, given) {
  return given.filter((other) => resultHash === undefined || other.resultHash !== resultHash);
}

/** The record with that result.json among these: the first in full form, or else the first in public form. */
export function withResult(hash, records) {
  const found = records.filter(({ resultHash }) => resultHash === hash);
  return found.find(({ isPublic }) => !isPublic) ?? found[0];
}

/** `{ hashes, records, first }`: the line, those of its records that are given, and the first draw where it is. */
export function lineOf(record, given) {
  const others = othersThan(record, given);
  const hashes = new Set();
  const records = [];
  let found;
  for (let hash = record.before.result; hash !== undefined && !hashes.has(hash); hash = found?.before?.kind === 'replace' ? found.before.result : undefined) {
    hashes.add(hash);
    found = withResult(hash, others);
    if (found) records.push(found);
  }
  const last = [...hashes].at(-1);
  return { hashes, records, firstHash: last, first: withResult(last, others) };
}

/** Whether what a record follows follows it in turn; `others` are the other records given. */
export function goesRound({ resultHash, before }, others) {
  const passed = new Set();
  for (let hash = before.result; resultHash !== undefined && hash !== undefined && !passed.has(hash); ) {
    if (hash === resultHash) return true;
    passed.add(hash);
    hash = withResult(hash, others)?.before?.result;
  }
  return false;
}

/** The panel number of a record with this line, or undefined. */
export function panelNumber({ before }, { records }) {
  return before.part ?? records.find((record) => record.before?.part !== undefined)?.before.part;
}

/** The records beside the one with this line and panel number; `candidates` are all others, `given` all records. */
export function besideOf({ line, number }, candidates, given) {
  if (number === undefined) return [];
  return candidates.filter((other) => {
    if (other.before?.kind !== 'replace') return false;
    const its = lineOf(other, given);
    const theirs = panelNumber(other, its);
    return its.firstHash === line.firstHash && theirs !== undefined && theirs !== number;
  });
}

/** Says of a member's number whether these members bar that one. */
export function barredBy(members, { household, householdLimit, apart }) {
  const sitting = new Map();
  for (const number of members) {
    const home = household[number - 1];
    if (home >= 0) sitting.set(home, (sitting.get(home) ?? 0) + 1);
  }
  const apartFrom = new Set(apart.filter((group) => group.some((i) => members.has(i + 1))).flat());
  const isCrowded = (home) => home >= 0 && (sitting.get(home) ?? 0) >= householdLimit;
  return (number) => !members.has(number) && (isCrowded(household[number - 1]) || apartFrom.has(number - 1));
}
