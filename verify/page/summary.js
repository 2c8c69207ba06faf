// What a verified record says, in plain words: messages for the view, without any element. Texts from files stay texts.

import { roundTime } from './commit.js';
import { say } from './message.js';
import { FAIL, NOT_CHECKED, PASS } from './outcome.js';
import { seatsOf } from './split.js';

const LEAST = 1e-6; // percent; what is less is not told in digits

/** A share in percent, with three digits that count. */
export function percent(part, whole) {
  if (part === 0n || BigInt(whole) === 0n) return say('percent', { number: 0 });
  if (part === BigInt(whole)) return say('percent', { number: 100 });
  const share = Number((BigInt(part) * 10n ** 12n) / BigInt(whole)) / 10 ** 10;
  return share < LEAST ? say('percent-small', { number: LEAST }) : say('percent', { number: share });
}

/** A second of Unix time. */
export function moment(seconds) {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? say('moment-far') : say('moment', { date, time: date.toISOString().slice(-13, -5) });
}

function seedSource(seed) {
  if (seed.kind === 'beacon') return say('seed-beacon', { round: seed.round, moment: moment(roundTime(seed.round)) });
  return seed.kind === 'digits' ? say('seed-digits', { count: seed.count }) : say('seed-phrase');
}

/** What the record is about: `[term, what]`. */
export function about({ rehearsal, commit, sizes, result, lottery, hasCommitment, isPublic, panels: drawnTogether, before }) {
  const known = commit.value;
  const of = sizes.value;
  const panels = lottery.value?.panels.length;
  return [
    [say('term-rehearsal'), rehearsal ? say('about-rehearsal') : undefined],
    [say('term-assembly'), known?.assembly],
    [say('term-draw'), known?.draw],
    [say('term-attempt'), known?.attempt > 1 ? say('about-attempt', { attempt: known.attempt }) : known?.attempt],
    [say('term-published'), known && say('about-published', { moment: moment(known.published.seconds) })],
    [say('term-source'), known && seedSource(known.seed)],
    [say('term-seed'), result.value && (result.value.seed === '' ? say('seed-empty') : result.value.seed)],
    [say('term-pool'), of?.members],
    [say('term-follows'), before && stepWords(before)],
    [say('term-seats'), of === undefined || drawnTogether === undefined ? of?.size : say('about-seats', { seats: of.size, panels: drawnTogether })],
    [say('term-tickets'), of && (panels === undefined ? of.tickets : say('about-tickets', { tickets: of.tickets, panels }))],
    [say('term-form'), isPublic ? say('about-public') : hasCommitment ? say('about-full') : say('about-uncommitted')],
  ];
}

function stepWords({ kind, part, fingerprint, result }) {
  const panel = part;
  const steps = {
    replace: () => (part === undefined ? say('step-replace') : say('step-replace-part', { panel })),
    alternates: () => (part === undefined ? say('step-alternates') : say('step-alternates-part', { panel })),
    rotate: () => say('step-rotate'),
  };
  const step = steps[kind]();
  return fingerprint === null ? say('step-after-result', { step, hash: result }) : say('step-after', { step, fingerprint });
}

/** What somebody must do who gave a record without those that it follows; undefined where nothing is to be done. */
export function hint({ before }, checks) {
  const open = before && checks.some(({ id, verdict }) => id === 'chain.before' && verdict === NOT_CHECKED);
  return open ? say('hint-chain') : undefined;
}

/** The drawn panel: `{ number, members: [{ number, id }], parts }`; ids only in the full form, `parts` only of several panels. */
export function drawn({ result, instance, split, panels }) {
  if (!result?.value) return undefined;
  const { members, number } = result.value.panel;
  const person = (own) => ({ number: own, id: instance.value?.pool.members[own - 1]?.id });
  const seats = panels !== undefined && split.value ? seatsOf(split.value, result.value.panel, panels) : undefined;
  return { number, members: members.map(person), parts: seats?.map((part) => part.map(person)) };
}

/** What the receipt says; undefined without a readable one. */
export function receiptWords({ rehearsal, receipt, lottery, result, hasDraw }, checks) {
  if (!receipt?.value) return undefined;
  const { leaf, tickets } = receipt.value;
  // Where anything failed, it is not known that the lottery here is the committed one: then no chance is told.
  const doubt = checks.some(({ id, verdict }) => verdict === FAIL || (id.startsWith('receipt.') && verdict !== PASS));
  const joined = (cells, between) => cells.filter((cell) => cell !== '').join(between) || undefined;
  const own = {
    doubt,
    pool: leaf.id === '' ? say('receipt-pool', { number: leaf.number }) : say('receipt-known', { number: leaf.number, id: leaf.id }),
    features: [...leaf.features, [say('receipt-name'), joined(leaf.name, ' ')], [say('receipt-household'), joined(leaf.household, ', ')]],
  };
  return doubt ? own : { ...own, chance: chance(tickets, lottery.value?.tickets), outcome: outcome(leaf.number, { rehearsal, result, hasDraw }) };
}

function chance(tickets, all) {
  return all === undefined ? say('receipt-tickets', { tickets }) : say('receipt-chance', { tickets, all, chance: percent(BigInt(tickets), all) });
}

function outcome(number, { rehearsal, result, hasDraw }) {
  if (!hasDraw) return say('receipt-undrawn');
  if (!result?.value) return undefined;
  const own = result.value.panel.members.includes(number) ? say('receipt-drawn') : say('receipt-not-drawn');
  return rehearsal ? say('receipt-rehearsal', { outcome: own }) : own;
}

/** How many checks had which verdict. */
export function tally(checks) {
  const of = (wanted) => checks.filter(({ verdict }) => verdict === wanted).length;
  return say('result-tally', { passed: of(PASS), failed: of(FAIL), open: of(NOT_CHECKED) });
}

/** What no check can show of these records. */
export function limits(all) {
  const messages = all.flatMap(limitsOf);
  return [...new Map(messages.map((message) => [message.id, message])).values()];
}

function limitsOf({ hasCommitment, commit, before }) {
  const kind = commit.value?.seed.kind;
  const asks = (wanted) => hasCommitment && (kind === undefined || kind === wanted);
  return [
    say('limit-pool'),
    hasCommitment ? say('limit-published') : say('limit-uncommitted'),
    ...(asks('digits') ? [say('limit-digits')] : []),
    ...(asks('phrase') ? [say('limit-phrase')] : []),
    ...(before ? [say('limit-chain'), say('limit-quotas')] : []),
    say('limit-links'),
  ];
}
