// chain.before, chain.pool, chain.seats, chain.included, chain.rules and chain.time

import { drawnIn, idsOfPanel, inRecord, lackingIn, sameLeaves, sameTable, seatedBefore, withDraw } from '../chain.js';
import { roundTime } from '../commit.js';
import { goesRound, lineOf, panelNumber } from '../line.js';
import { say } from '../message.js';
import { FAIL, fail, lacking, notChecked, pass } from '../outcome.js';
import { rules } from './rules.js';

/** `chain` as `chainOf` finds it; `given` are all records as they state themselves. */
export function chainChecks(facts, chain, given) {
  const made = (check) => () => (chain.missing.length > 0 ? missing(chain) : check(facts, chain, given));
  const rotates = facts.before.kind === 'rotate';
  return [
    ['chain.before', made(before)],
    ...(rotates ? [] : [['chain.pool', made(pool)]]),
    ['chain.seats', made(rotates ? seatsByIdentifier : seats)],
    ['chain.included', made(included)],
    ...(rotates ? [] : [['chain.rules', made(rules)]]),
    ...(facts.listsBeacon ? [['chain.time', made(time)]] : []),
  ];
}

function missing({ missing: hashes, others }) {
  return others.length === 0 ? notChecked('chain-missing', { hashes }) : notChecked('chain-missing-together', { hashes });
}

function before(facts, chain, given) {
  const { earlier, alternates, former, others } = chain;
  const { before: own, setup, commit, rehearsal } = facts;
  const wrong = [];
  const [key, line] = [setup.value?.before, commit.value?.before]; // where only one is there, commit.form says so
  if (key && line) {
    const differs = ['step', 'fingerprint', 'result'].some((name) => line[name] !== key[name]);
    if (differs) wrong.push(say('before-differs'));
  }
  if (earlier.result.value && earlier.result.value.fingerprint !== own.fingerprint) wrong.push(say('before-fingerprint'));
  const named = [earlier, ...(alternates ? [alternates] : []), ...former];
  if (!rehearsal && named.some((record) => record.rehearsal)) wrong.push(say('before-rehearsal'));
  if (goesRound(facts, others)) wrong.push(say('before-circle'));
  if (earlier.before?.kind === 'alternates') wrong.push(say('before-alternates'));
  wrong.push(...wrongPart(own, earlier), ...(alternates ? wrongAlternates(alternates, chain, given) : []));
  const isNumbered = (record) => record.setup.value?.idColumn === null;
  if (own.kind === 'rotate' && [facts, ...named].some(isNumbered)) wrong.push(say('before-numbered'));
  if (others.some((other) => competes(own, other.before))) wrong.push(say('before-competes'));
  if (others.some((other) => repeats(own, other.before))) wrong.push(say('before-repeats'));
  if (wrong.length > 0) return fail(wrong);
  const gap = lackingIn('record-before', earlier.result); // what nothing that can be read says of it, it is not
  return gap ?? pass('before-good');
}

/** A step names a panel exactly where the record before draws several. */
function wrongPart({ part }, { panels }) {
  if (part === undefined) return panels === undefined ? [] : [say('before-parts')];
  return part <= (panels ?? 0) ? [] : [say('before-part', { panel: part })];
}

function wrongAlternates(alternates, { line, number }, given) {
  if (alternates.before?.kind !== 'alternates') return [say('before-no-alternates')];
  const isOfLine = line.hashes.has(alternates.before.result);
  return isOfLine && panelNumber(alternates, lineOf(alternates, given)) === number ? [] : [say('before-other-alternates')];
}

/** Whether two records take seats anew after the same one. */
function competes(own, other) {
  const takesSeats = (step) => step !== undefined && step.kind !== 'alternates';
  if (!takesSeats(own) || !takesSeats(other) || own.result !== other.result) return false;
  return own.part === undefined || other.part === undefined || own.part === other.part;
}

/** Whether both hold alternates for the same panel of the same record. */
function repeats(own, other) {
  return own.kind === 'alternates' && other?.step === own.step && other.result === own.result;
}

async function pool(facts, { earlier }) {
  const [own, its] = [facts, earlier].map(({ setup }) => setup.value?.idColumn);
  if (own !== undefined && its !== undefined && own !== its) return fail('other-id-column');
  const [records, bothFull] = [[facts, earlier], !facts.isPublic && !earlier.isPublic];
  const table = bothFull ? await sameTable(facts, earlier, 'pool.csv') : { same: true };
  if (table.same === false) return fail('other-pool');
  const areSealed = !bothFull || records.every(({ hasCommitment }) => hasCommitment);
  const sealed = areSealed ? sameLeaves(facts, earlier) : { same: true };
  if (sealed.same === false) return fail('other-leaves');
  return table.gap ?? sealed.gap ?? pass('same-pool');
}

/** What somebody's tickets are, by number; somebody who is not in the pool has none. */
function chances({ memberTickets, lottery }) {
  const most = BigInt(lottery.value.tickets);
  const of = (number) => memberTickets.value[number - 1] ?? 0n;
  return { none: (number) => of(number) === 0n, all: (number) => of(number) === most };
}

function seats(facts, { earlier, line, besideToo }) {
  const { lottery, memberTickets, before: own } = facts;
  const gap = lacking(lottery, memberTickets);
  if (gap) return gap;
  const { none, all } = chances(facts);
  const sat = seatedBefore(own, earlier);
  if (sat.gap) return sat.gap;
  const ever = drawnIn(line.records, 'record-line');
  const drawnBeside = withDraw(besideToo);
  const theirs = drawnIn(drawnBeside, 'record-beside');
  const unknown = ever.gap ?? theirs.gap ?? (facts.hasDraw && drawnBeside.length > 0 ? lacking(facts.result) : undefined);
  if (own.kind === 'alternates') {
    const seated = [...ever.members].find((number) => !none(number));
    if (seated !== undefined) return fail('seats-alternate', { number: seated });
    return unknown ?? pass('seats-alternates-good');
  }
  const unsure = sat.own.find((number) => !none(number) && !all(number));
  if (unsure !== undefined) return fail('seats-unsure', { number: unsure });
  const other = [...ever.members].find((number) => !sat.own.includes(number) && !none(number));
  if (other !== undefined) return fail('seats-other', { number: other });
  if (!sat.own.some(none)) return fail('seats-unchanged');
  const { size } = lottery.value;
  if (size !== sat.own.length) return fail('seats-size', { seats: size, before: sat.own.length });
  const twice = facts.hasDraw && facts.result.value?.panel.members.find((number) => theirs.members.has(number));
  if (twice) return fail('seats-twice', { number: twice });
  return unknown ?? pass('seats-good');
}

function seatsByIdentifier(facts, { earlier, former }) {
  const others = [earlier, ...former];
  if (others.some(({ isPublic }) => isPublic)) return notChecked('needs-full-all');
  const gap = lacking(facts.setup, facts.instance, facts.lottery, facts.memberTickets);
  if (gap) return gap;
  const panels = others.map((record, i) => idsOfPanel(record, i === 0 ? 'record-before' : 'record-former'));
  const unread = panels.find((panel) => panel.gap);
  if (unread) return unread.gap;
  const numbers = new Map(facts.instance.value.pool.members.map(({ id }, i) => [id, i + 1]));
  const inPool = ({ ids }) => ids.map((id) => numbers.get(id)).filter((number) => number !== undefined);
  const { all } = chances(facts);
  const [sat, ...rested] = panels.map(inPool);
  const { include, exclude } = facts.setup.value;
  const leaves = new Set(exclude);
  const unsure = sat.find((number) => !leaves.has(number) && !all(number));
  if (unsure !== undefined) return fail('seats-rotate-unsure', { number: unsure });
  const singled = new Set([...include, ...exclude]);
  const wrong = rested.flat().find((number) => !singled.has(number));
  if (wrong !== undefined) return fail('seats-rotate-former', { number: wrong });
  return pass('seats-rotate-good');
}

function included(facts, { earlier, alternates }) {
  const gap = lacking(facts.setup);
  if (gap) return gap;
  const { include } = facts.setup.value;
  const { kind } = facts.before;
  if (include.length === 0) return pass('included-none');
  if (kind === 'alternates') return fail('included-alternate');
  const allowed = kind === 'rotate' ? satByIdentifier(facts, earlier) : satByNumber(facts, earlier, alternates);
  if (allowed.gap) return allowed.gap;
  const wrong = include.find((number) => !allowed.sat(number));
  if (wrong === undefined) return alternates ? pass('included-good-alternates') : pass('included-good');
  return alternates ? fail('included-wrong-alternates', { number: wrong }) : fail('included-wrong', { number: wrong });
}

function satByNumber({ before: own }, earlier, alternates) {
  const seated = seatedBefore(own, earlier);
  const gap = seated.gap ?? (alternates && lackingIn('record-alternates', alternates.result));
  if (gap) return { gap };
  const sat = new Set([...seated.own, ...(alternates?.result.value.panel.members ?? [])]);
  return { sat: (number) => sat.has(number) };
}

function satByIdentifier({ instance }, earlier) {
  if (earlier.isPublic) return { gap: notChecked('needs-full') };
  const { gap: unread, ids } = idsOfPanel(earlier, 'record-before');
  const gap = lacking(instance) ?? unread;
  if (gap) return { gap };
  const sat = new Set(ids);
  return { sat: (number) => sat.has(instance.value.pool.members[number - 1].id) };
}

/** Where something follows from a round, it is committed to after it: so the round of each record before has come. */
function time({ commit }, { earlier, alternates, former, line }) {
  const gap = lacking(commit);
  if (gap) return gap;
  const of = (which, records) => records.map((record) => notLater(commit.value, record, which));
  const open = [
    ...of('record-before', [earlier]),
    ...of('record-alternates', alternates ? [alternates] : []),
    ...of('record-former', former),
    ...of('record-line', line?.records ?? []),
  ].filter(Boolean);
  return open.find(({ verdict }) => verdict === FAIL) ?? open[0] ?? pass('time-good');
}

/** What speaks against a commitment after the round of another record, if that one has a round. */
function notLater({ seed, published }, { hasCommitment, commit }, which) {
  if (!hasCommitment) return undefined;
  const gap = lackingIn(which, commit);
  if (gap) return gap;
  const { kind, round } = commit.value.seed;
  if (kind !== 'beacon') return undefined;
  if (seed.round <= round) return fail(inRecord(which, say('time-wrong', { round: seed.round, before: round })));
  if (BigInt(published.seconds) < roundTime(round)) return fail(inRecord(which, say('time-early', { before: round })));
  return undefined;
}
