// chain.before, chain.pool, chain.seats, chain.included, chain.rules and chain.time

import { drawnIn, idsOfPanel, lackingIn, samePool, seatedBefore, withDraw } from '../chain.js';
import { lineOf, panelNumber } from '../line.js';
import { fail, grouped, lacking, notChecked, pass } from '../outcome.js';
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
    ...(listsTime(facts, chain) ? [['chain.time', made(time)]] : []),
  ];
}

function missing({ missing: hashes, others }) {
  const what = hashes.length === 1 ? 'a record that this one follows or names is' : `${grouped(hashes.length)} records that this one follows or names are`;
  const where = others.length === 0 ? 'choose the folder in which the folders of all of them are' : 'put the folder of each into the folder that you choose';
  return notChecked(`${what} not among those given: ${where} (of result.json, the SHA-256 is ${hashes.join(', ')})`);
}

/** Where `commit.txt` cannot be read, `beacon.json` stands for a commitment to a beacon, as for the other checks of one. */
function listsTime({ listsBeacon }, { earlier }) {
  return listsBeacon && (earlier === undefined || earlier.listsBeacon);
}

function before(facts, chain, given) {
  const { earlier, alternates, former, others } = chain;
  const { before: own, setup, commit, rehearsal } = facts;
  const wrong = [];
  const [key, line] = [setup.value?.before, commit.value?.before]; // where only one is there, commit.form says so
  if (key && line) {
    const differs = ['step', 'fingerprint', 'result'].some((name) => line[name] !== key[name]);
    if (differs) wrong.push('commit.txt and setup.json do not name the same record and step');
  }
  if (earlier.result.value && earlier.result.value.fingerprint !== own.fingerprint) wrong.push('the record before has another fingerprint than the one named');
  const named = [earlier, ...(alternates ? [alternates] : []), ...former];
  if (!rehearsal && named.some((record) => record.rehearsal)) wrong.push('a record that this one names is a rehearsal, and this one is not');
  if (earlier.before?.kind === 'alternates') wrong.push('the record before holds alternates, and no panel');
  wrong.push(...wrongPart(own, earlier), ...(alternates ? wrongAlternates(alternates, chain, given) : []));
  const isNumbered = (record) => record.setup.value?.idColumn === null;
  if (own.kind === 'rotate' && [facts, ...named].some(isNumbered)) wrong.push('people are the same when their identifiers are, and in one of these records rows are only numbered');
  if (others.some((other) => competes(own, other.before))) wrong.push('another record that is given replaces or rotates after the same one');
  if (others.some((other) => repeats(own, other.before))) wrong.push('another record that is given holds alternates for the same panel');
  if (wrong.length > 0) return fail(wrong.join('; '));
  const gap = lackingIn('the record before', earlier.result); // what nothing that can be read says of it, it is not
  return gap ?? pass('the record that this one follows is among those given, and nothing given contradicts this step after it');
}

/** A step names a panel exactly where the record before draws several. */
function wrongPart({ part }, { panels }) {
  if (part === undefined) return panels === undefined ? [] : ['the record before draws several panels, and this one does not say which of them it follows'];
  return part <= (panels ?? 0) ? [] : [`the record before has no panel ${grouped(part)}`];
}

function wrongAlternates(alternates, { line, number }, given) {
  if (alternates.before?.kind !== 'alternates') return ['the record that is named as one of alternates is none'];
  const isOfLine = line.hashes.has(alternates.before.result);
  return isOfLine && panelNumber(alternates, lineOf(alternates, given)) === number ? [] : ['the alternates are those of another panel'];
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
  const { gap, same } = await samePool(facts, earlier);
  return gap ?? (same ? pass('the pool is the same as before') : fail('the pool is not the same as in the record before'));
}

/** What somebody's tickets are, by number; somebody who is not in the pool has none. */
function chances({ memberTickets, lottery }) {
  const all = BigInt(lottery.value.tickets);
  const of = (number) => memberTickets.value[number - 1] ?? 0n;
  return { none: (number) => of(number) === 0n, sure: (number) => of(number) === 0n || of(number) === all };
}

function seats(facts, { earlier, line, besideToo }) {
  const { lottery, memberTickets, before: own } = facts;
  const gap = lacking(lottery, memberTickets);
  if (gap) return gap;
  const { none, sure } = chances(facts);
  const sat = seatedBefore(own, earlier);
  if (sat.gap) return sat.gap;
  const ever = drawnIn(line.records, 'a record before');
  if (own.kind === 'alternates') {
    const seated = [...ever.members].find((number) => !none(number));
    if (seated !== undefined) return fail(`number ${grouped(seated)} sits already or has sat, and can be drawn as an alternate`);
    return ever.gap ?? pass('nobody who sits or has sat can be drawn as an alternate');
  }
  const unsure = sat.own.find((number) => !sure(number));
  if (unsure !== undefined) return fail(`number ${grouped(unsure)} sat on the panel before, and neither stays for sure nor drops out`);
  const other = [...ever.members].find((number) => !sat.own.includes(number) && !none(number));
  if (other !== undefined) return fail(`number ${grouped(other)} sits on another panel, or dropped out of this one, and can be drawn`);
  const { size } = lottery.value;
  if (size !== sat.own.length) return fail(`this record has ${grouped(size)} seats, and the panel before ${grouped(sat.own.length)}`);
  const twice = seatedTwice(facts, withDraw(besideToo));
  if (twice.shared !== undefined) return fail(`number ${grouped(twice.shared)} was drawn here, and sits on another panel of the same draw, on which another record replaces`);
  return ever.gap ?? twice.gap ?? pass('everybody who sat on the panel before stays for sure or has dropped out');
}

/** Who sits on this drawn panel and on that of a record beside it: `{ shared, gap }`. */
function seatedTwice({ hasDraw, result }, beside) {
  if (!hasDraw || beside.length === 0) return {};
  const theirs = drawnIn(beside, 'a record that replaces on another panel');
  return { shared: result.value?.panel.members.find((number) => theirs.members.has(number)), gap: lacking(result) ?? theirs.gap };
}

function seatsByIdentifier(facts, { earlier, former }) {
  const others = [earlier, ...former];
  if (others.some(({ isPublic }) => isPublic)) return notChecked('this needs the full form of all records that are named');
  const gap = lacking(facts.setup, facts.instance, facts.lottery, facts.memberTickets);
  if (gap) return gap;
  const panels = others.map((record, i) => idsOfPanel(record, i === 0 ? 'the record before' : 'a former record'));
  const unread = panels.find((panel) => panel.gap);
  if (unread) return unread.gap;
  const numbers = new Map(facts.instance.value.pool.members.map(({ id }, i) => [id, i + 1]));
  const inPool = ({ ids }) => ids.map((id) => numbers.get(id)).filter((number) => number !== undefined);
  const { none, sure } = chances(facts);
  const [sat, ...rested] = panels.map(inPool);
  const unsure = sat.find((number) => !sure(number));
  if (unsure !== undefined) return fail(`number ${grouped(unsure)} sat on the panel before, and neither stays for sure nor leaves`);
  const stays = new Set(facts.setup.value.include);
  const wrong = rested.flat().find((number) => !stays.has(number) && !none(number));
  if (wrong !== undefined) return fail(`number ${grouped(wrong)} sat on a former panel and does not stay, and can be drawn`);
  return pass('everybody who sat before stays for sure or leaves, and whoever rests cannot be drawn');
}

function included(facts, { earlier, alternates }) {
  const gap = lacking(facts.setup);
  if (gap) return gap;
  const { include } = facts.setup.value;
  const { kind } = facts.before;
  if (include.length === 0) return pass('nobody is included');
  if (kind === 'alternates') return fail('somebody is included among the alternates');
  const allowed = kind === 'rotate' ? satByIdentifier(facts, earlier) : satByNumber(facts, earlier, alternates);
  if (allowed.gap) return allowed.gap;
  const wrong = include.find((number) => !allowed.sat(number));
  if (wrong !== undefined) return fail(`number ${grouped(wrong)} is included, and did not sit on the panel before${alternates ? ', and is none of the alternates' : ''}`);
  return pass(`everybody who is included sat on the panel before${alternates ? ', or is one of the alternates' : ''}`);
}

function satByNumber({ before: own }, earlier, alternates) {
  const seated = seatedBefore(own, earlier);
  const gap = seated.gap ?? (alternates && lackingIn('the record of alternates', alternates.result));
  if (gap) return { gap };
  const sat = new Set([...seated.own, ...(alternates?.result.value.panel.members ?? [])]);
  return { sat: (number) => sat.has(number) };
}

function satByIdentifier({ instance }, earlier) {
  if (earlier.isPublic) return { gap: notChecked('this needs the full form of the record before') };
  const { gap: unread, ids } = idsOfPanel(earlier, 'the record before');
  const gap = lacking(instance) ?? unread;
  if (gap) return { gap };
  const sat = new Set(ids);
  return { sat: (number) => sat.has(instance.value.pool.members[number - 1].id) };
}

function time({ commit }, { earlier }) {
  const gap = lacking(commit) ?? lackingIn('the record before', earlier.commit);
  if (gap) return gap;
  const [own, its] = [commit.value.seed.round, earlier.commit.value.seed.round];
  if (own <= its) return fail(`the beacon's round ${grouped(own)} does not come after round ${grouped(its)} of the record before`);
  return pass("the beacon's round comes after that of the record before");
}
