// chain.before, chain.pool, chain.seats, chain.included and chain.time

import { findNamed, followedBefore, idsOfPanel, lackingIn, othersThan, samePool, seatedBefore, seatedTwice } from '../chain.js';
import { fail, grouped, lacking, notChecked, pass } from '../outcome.js';

/** `given` are all records as they state themselves, this one, number `own`, among them. */
export function chainChecks(facts, given, own) {
  const others = othersThan(facts, given, own);
  const beside = given.filter((_, i) => i !== own); // copies too: on another panel, the same result seats the same people twice
  const chain = { ...findNamed(facts, others), others, beside };
  const made = (check) => () => (chain.missing.length > 0 ? missing(chain) : check(facts, chain));
  return [
    ['chain.before', made(before)],
    ...(facts.before.kind === 'rotate' ? [] : [['chain.pool', made(pool)]]),
    ['chain.seats', made(facts.before.kind === 'rotate' ? seatsByIdentifier : seats)],
    ['chain.included', made(included)],
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

function before(facts, { earlier, alternates, former, others }) {
  const { before: own, setup, commit, rehearsal } = facts;
  const wrong = [];
  const [key, line] = [setup.value?.before, commit.value?.before]; // where only one is there, commit.form says so
  if (key && line) {
    const differs = ['step', 'fingerprint', 'result'].some((name) => line[name] !== key[name]);
    if (differs) wrong.push('commit.txt and setup.json do not name the same record and step');
  }
  if (earlier.result.value && earlier.result.value.fingerprint !== own.fingerprint) wrong.push('the record before has another fingerprint than the one named');
  const all = [earlier, ...(alternates ? [alternates] : []), ...former];
  if (!rehearsal && all.some((record) => record.rehearsal)) wrong.push('a record that this one names is a rehearsal, and this one is not');
  if (earlier.before?.kind === 'alternates') wrong.push('the record before holds alternates, and no panel');
  if (own.part !== undefined && !(own.part <= (earlier.panels ?? 0))) wrong.push(`the record before has no panel ${grouped(own.part)}`);
  if (alternates) {
    if (alternates.before?.kind !== 'alternates') wrong.push('the record that is named as one of alternates is none');
    else if (!followedBefore(earlier, others).has(alternates.before.result)) wrong.push('the alternates are those of another panel');
  }
  if (others.some((other) => competes(own, other.before))) wrong.push('another record that is given replaces or rotates after the same one');
  if (wrong.length > 0) return fail(wrong.join('; '));
  const gap = lackingIn('the record before', earlier.result); // what nothing that can be read says of it, it is not
  return gap ?? pass('the record that this one follows is among those given, and nothing given contradicts this step after it');
}

/** Whether two records take seats anew after the same one. */
function competes(own, other) {
  const takesSeats = (step) => step !== undefined && step.kind !== 'alternates';
  if (!takesSeats(own) || !takesSeats(other) || own.result !== other.result) return false;
  return own.part === undefined || other.part === undefined || own.part === other.part;
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

function seats(facts, { earlier, beside }) {
  const gap = lacking(facts.lottery, facts.memberTickets);
  if (gap) return gap;
  const { none, sure } = chances(facts);
  const sat = seatedBefore(facts.before, earlier);
  if (sat.gap) return sat.gap;
  if (facts.before.kind === 'alternates') {
    const seated = sat.own.find((number) => !none(number));
    return seated === undefined ? pass('nobody who sits can be drawn as an alternate') : fail(`number ${grouped(seated)} sits already, and can be drawn as an alternate`);
  }
  const unsure = sat.own.find((number) => !sure(number));
  if (unsure !== undefined) return fail(`number ${grouped(unsure)} sat on the panel before, and neither stays for sure nor drops out`);
  const other = sat.others.find((number) => !none(number));
  if (other !== undefined) return fail(`number ${grouped(other)} sits on another panel, and can be drawn`);
  const { gap: unread, shared } = seatedTwice(facts, beside);
  if (shared !== undefined) return fail(`number ${grouped(shared)} was drawn here, and sits on another panel of the same draw, on which another record replaces`);
  return unread ?? pass('everybody who sat on the panel before stays for sure or has dropped out');
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
