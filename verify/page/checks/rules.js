// chain.rules: what stays the same from step to step, and who must not come in; and the notes of a verdict about a step.

import { drawnIn, lackingIn, sameTable, seatedBefore, seatedOn, withDraw } from '../chain.js';
import { barredBy } from '../line.js';
import { FAIL, PASS, fail, grouped, lacking, notChecked, pass } from '../outcome.js';

const BEFORE = 'the record before';

export function rules(facts, chain) {
  if (chain.earlier.isPublic) return notChecked('this needs the full form of the record before');
  const open = [households, excluded, apart, barred].map((condition) => condition(facts, chain)).filter(Boolean);
  return open.find(({ verdict }) => verdict === FAIL) ?? open[0] ?? pass('the rules are those of the record before, and nobody came in whom others bar');
}

function lackingSetups({ setup }, { earlier }) {
  return lacking(setup) ?? lackingIn(BEFORE, earlier.setup);
}

function households(facts, chain) {
  const gap = lackingSetups(facts, chain);
  if (gap) return gap;
  const [own, its] = [facts.setup.value, chain.earlier.setup.value];
  if (JSON.stringify(own.householdColumns) !== JSON.stringify(its.householdColumns)) return fail('other columns make a household than in the record before');
  if (own.householdLimit === its.householdLimit) return undefined;
  return fail(`of one household ${grouped(own.householdLimit)} may sit, and in the record before ${grouped(its.householdLimit)}`);
}

function excluded(facts, chain) {
  const gap = lackingSetups(facts, chain);
  if (gap) return gap;
  const singled = new Set([...facts.setup.value.exclude, ...facts.setup.value.include]);
  const free = chain.earlier.setup.value.exclude.find((number) => !singled.has(number));
  return free === undefined ? undefined : fail(`number ${grouped(free)} is excluded in the record before, and not in this one`);
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
  if (lost) return fail(`the numbers ${lost.join(', ')} are kept apart in the record before, and not in this one`);
  const fresh = without(own, its);
  if (fresh.length === 0) return undefined;
  const { householdLimit } = facts.setup.value;
  if (householdLimit < 2) return fail(`the numbers ${fresh[0].join(', ')} are kept apart, and were not in the record before`);
  const unread = lacking(facts.instance);
  if (unread) return unread;
  const { household } = facts.instance.value;
  const strangers = fresh.find((group) => group.some((number) => household[number - 1] < 0 || household[number - 1] !== household[group[0] - 1]));
  return strangers && fail(`the numbers ${strangers.join(', ')} are kept apart, were not in the record before, and are not of one household`);
}

/** Whoever comes in keeps the rules beside those who sit on the other panels, as they are now. */
function barred(facts, { earlier, line: { first }, number, beside }) {
  const { before, hasDraw, result, instance } = facts;
  if (before.kind !== 'replace' || number === undefined || !hasDraw) return undefined;
  const sat = seatedBefore(before, earlier);
  const elsewhere = first ? seatedOn(number, first, 'the first draw') : { others: [] };
  const moved = drawnIn(withDraw(beside), 'a record that replaces on another panel');
  const gap = lacking(result, instance) ?? sat.gap ?? elsewhere.gap ?? moved.gap;
  if (gap) return gap;
  const isBarred = barredBy(new Set([...elsewhere.others, ...moved.members]), instance.value);
  const wrong = result.value.panel.members.find((own) => !sat.own.includes(own) && isBarred(own));
  return wrong === undefined ? undefined : fail(`number ${grouped(wrong)} came in, although somebody on another panel is of the same household or to be kept apart`);
}

/** What a verdict says of a step: `[{ note, count }]`, see `verdict.js`. */
export async function chainNotes(facts, chain, checks) {
  const { before, lottery, memberTickets } = facts;
  const notes = [];
  if (chain.earlier === undefined) return notes;
  if (before.kind === 'replace' && (await sameTable(facts, chain.earlier, 'quotas.csv', 'the quotas')).same === false) notes.push({ note: 'quotas' });
  if (checks.some(({ id, verdict }) => id === 'chain.rules' && verdict === PASS)) notes.push({ note: 'excluded', count: alsoExcluded(facts, chain) });
  if (before.kind === 'alternates') {
    const all = lottery.value && BigInt(lottery.value.tickets);
    notes.push({ note: 'certain', count: memberTickets.value?.filter((own) => own === all).length ?? 0 });
  }
  return notes.filter(({ count }) => count !== 0);
}

/** How many are excluded for whom neither an earlier record nor a seat is the reason. */
function alsoExcluded({ setup, instance }, { earlier, line, beside }) {
  if (!instance.value) return 0;
  const before = new Set(earlier.setup.value.exclude);
  const sat = new Set([...drawnIn(line.records, '').members, ...drawnIn(withDraw(beside), '').members]);
  const isBarred = barredBy(sat, instance.value);
  return setup.value.exclude.filter((number) => !before.has(number) && !sat.has(number) && !isBarred(number)).length;
}
