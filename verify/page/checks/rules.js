// chain.rules: what stays the same from step to step, and who must not come in; and the notes of a verdict about a step.

import { drawnIn, idsOfPanel, lackingIn, sameTable, seatedBefore, seatedOn, withDraw } from '../chain.js';
import { barredBy } from '../line.js';
import { FAIL, PASS, fail, lacking, notChecked, pass } from '../outcome.js';

export function rules(facts, chain) {
  if (chain.earlier.isPublic) return notChecked('needs-full');
  const open = [households, excluded, apart, barred].map((condition) => condition(facts, chain)).filter(Boolean);
  return open.find(({ verdict }) => verdict === FAIL) ?? open[0] ?? pass('rules-same');
}

function lackingSetups({ setup }, { earlier }) {
  return lacking(setup) ?? lackingIn('record-before', earlier.setup);
}

function households(facts, chain) {
  const gap = lackingSetups(facts, chain);
  if (gap) return gap;
  const [own, its] = [facts.setup.value, chain.earlier.setup.value];
  if (JSON.stringify(own.householdColumns) !== JSON.stringify(its.householdColumns)) return fail('rules-columns');
  if (own.householdLimit === its.householdLimit) return undefined;
  return fail('rules-limit', { limit: own.householdLimit, before: its.householdLimit });
}

function excluded(facts, chain) {
  const gap = lackingSetups(facts, chain);
  if (gap) return gap;
  const singled = new Set([...facts.setup.value.exclude, ...facts.setup.value.include]);
  const free = chain.earlier.setup.value.exclude.find((number) => !singled.has(number));
  return free === undefined ? undefined : fail('rules-excluded', { number: free });
}

function apart(facts, chain) {
  const gap = lackingSetups(facts, chain);
  if (gap) return gap;
  const [own, its] = [facts.setup.value.apart, chain.earlier.setup.value.apart];
  const without = (groups, others) => {
    const known = new Set(others.map((group) => group.join()));
    return groups.filter((group) => !known.has(group.join()));
  };
  const [lost] = without(its, own);
  if (lost) return fail('rules-apart-lost', { numbers: lost });
  const fresh = without(own, its);
  if (fresh.length === 0) return undefined;
  const { householdLimit, include } = facts.setup.value;
  const mayAdd = facts.before.kind === 'alternates' || chain.number !== undefined;
  if (!mayAdd || householdLimit < 2) return fail('rules-apart-new', { numbers: fresh[0] });
  const stays = new Set(include);
  const staying = fresh.find((group) => group.some((number) => stays.has(number)));
  if (staying) return fail('rules-apart-included', { numbers: staying });
  const unread = lacking(facts.instance);
  if (unread) return unread;
  const { household } = facts.instance.value;
  const strangers = fresh.find((group) => group.some((number) => household[number - 1] < 0 || household[number - 1] !== household[group[0] - 1]));
  return strangers && fail('rules-apart-strangers', { numbers: strangers });
}

/** Whoever comes in keeps the rules beside those who sit on the other panels, as they are now. */
function barred(facts, { earlier, line: { first }, number, beside }) {
  const { before, hasDraw, result, instance } = facts;
  if (before.kind !== 'replace' || number === undefined || !hasDraw) return undefined;
  const sat = seatedBefore(before, earlier);
  const elsewhere = first ? seatedOn(number, first, 'record-first') : { others: [] };
  const moved = drawnIn(withDraw(beside), 'record-beside');
  const gap = lacking(result, instance) ?? sat.gap ?? elsewhere.gap ?? moved.gap;
  if (gap) return gap;
  const isBarred = barredBy(new Set([...elsewhere.others, ...moved.members]), instance.value);
  const wrong = result.value.panel.members.find((own) => !sat.own.includes(own) && isBarred(own));
  return wrong === undefined ? undefined : fail('rules-barred', { number: wrong });
}

/** What a verdict says of a step: `[{ note, count }]`, see `verdict.js`. */
export async function chainNotes(facts, chain, checks) {
  const { earlier } = chain;
  const { before, lottery, memberTickets } = facts;
  const notes = [];
  if (earlier === undefined) return notes;
  const passed = (wanted) => checks.some(({ id, verdict }) => id === wanted && verdict === PASS);
  if (before.kind === 'replace' && (await sameTable(facts, earlier, 'quotas.csv')).same === false) notes.push({ note: 'note-quotas' });
  if (before.kind === 'rotate') {
    if (passed('chain.seats')) notes.push({ note: 'note-excluded', count: excludedAnew(facts, chain) });
  } else if (passed('chain.rules')) notes.push({ note: 'note-excluded', count: alsoExcluded(facts, chain) });
  if (before.kind === 'alternates' && lottery.value) {
    const all = BigInt(lottery.value.tickets);
    notes.push({ note: 'note-certain', count: memberTickets.value?.filter((own) => own === all).length ?? 0 });
    if (lottery.value.size > seatsOfPanel(before, earlier)) notes.push({ note: 'note-many' });
  }
  return notes.filter(({ count }) => count !== 0);
}

/** The number of seats for which alternates are held; where it is not known, there is none that is too small. */
function seatsOfPanel({ part }, earlier) {
  if (part === undefined) return earlier.result.value?.panel.members.length ?? Infinity;
  return seatedOn(part, earlier, 'record-before').own?.length ?? Infinity;
}

/** How many are excluded for whom neither an earlier record nor a seat is the reason. */
function alsoExcluded({ before: own, setup, instance }, { earlier, line, beside }) {
  if (!instance.value) return 0;
  const before = new Set(earlier.setup.value.exclude);
  const moved = drawnIn(withDraw(beside), 'record-beside').members;
  const sat = new Set([...drawnIn(line.records, 'record-line').members, ...moved]);
  const isBarred = barredBy(new Set([...moved, ...stillSitting(own, earlier)]), instance.value);
  return setup.value.exclude.filter((number) => !before.has(number) && !sat.has(number) && !isBarred(number)).length;
}

/** Who sits on the panels of the earlier record, but for the one whose seats are taken anew. */
function stillSitting(before, earlier) {
  if (before.kind === 'alternates') return earlier.result.value?.panel.members ?? [];
  return seatedBefore(before, earlier).others ?? [];
}

/** How many are excluded from a new term who neither sat nor rest, by their identifiers. */
function excludedAnew({ setup, instance }, { earlier, former }) {
  const ids = new Set([earlier, ...former].flatMap((record) => idsOfPanel(record, 'record-former').ids ?? []));
  return setup.value.exclude.filter((number) => !ids.has(instance.value.pool.members[number - 1].id)).length;
}
