// The records that a record follows, found among those that are given, and what they say.

import { toHex } from './bytes.js';
import { lacking, notChecked } from './outcome.js';
import { seatsOf } from './split.js';

/** `{ earlier, alternates, former, missing }`; `given` are records as they state themselves. */
export function findNamed({ before, setup, isPublic }, given) {
  const find = (hash) => given.find(({ resultHash }) => resultHash === hash);
  const also = isPublic ? undefined : setup.value?.before;
  const hashes = also ? [also.alternates, ...also.former].filter((hash) => hash !== null) : [];
  const missing = [before.result, ...hashes].filter((hash) => find(hash) === undefined);
  return {
    earlier: find(before.result),
    alternates: also && also.alternates !== null ? find(also.alternates) : undefined,
    former: also ? also.former.map(find) : [],
    missing,
  };
}

/** As `lacking`, about a file of another record. */
export function lackingIn(which, ...readings) {
  const gap = lacking(...readings);
  return gap && notChecked(`in ${which}: ${gap.sentence}`);
}

/** Who sat before: `{ own, others }`, the panel that is followed and those who sit on other panels; or `{ gap }`. */
export function seatedBefore({ part }, earlier) {
  const gap = lackingIn('the record before', earlier.result);
  if (gap) return { gap };
  const { panel } = earlier.result.value;
  if (part === undefined) return { own: panel.members, others: [] };
  const unread = lackingIn('the record before', earlier.stating, earlier.split);
  if (unread) return { gap: unread };
  const seats = seatsOf(earlier.split.value, panel, earlier.panels ?? 1);
  if (seats === undefined || part > (earlier.panels ?? 1)) {
    return { gap: notChecked(`the record before does not say who sits on its panel ${part}`) };
  }
  return { own: seats[part - 1], others: seats.filter((_, i) => i !== part - 1).flat() };
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
  if (!one.isPublic && !other.isPublic && one.rehearsal === other.rehearsal) {
    const [own, its] = [await one.record.hash('pool.csv'), await other.record.hash('pool.csv')];
    if (own !== undefined && its !== undefined) return { same: own === its };
    return { gap: notChecked(`this needs pool.csv of both: ${(await (own === undefined ? one : other).record.held('pool.csv')).none}`) };
  }
  const gap = lacking(one.leaves) ?? lackingIn('the other record', other.leaves);
  if (gap) return { gap };
  const [own, its] = [one.leaves.value, other.leaves.value];
  return { same: own.length === its.length && own.every((leaf, i) => i === 0 || toHex(leaf) === toHex(its[i])) };
}
