// What a verified record says, in plain words: data for the view, without any element.

import { roundTime } from './commit.js';
import { FAIL, NOT_CHECKED, PASS, counted, grouped } from './outcome.js';
import { seatsOf } from './split.js';

/** "12.3 %", with three digits that count. */
export function percent(part, whole) {
  if (part === 0n || BigInt(whole) === 0n) return '0 %';
  const thousandths = Number((BigInt(part) * 10n ** 12n) / BigInt(whole)) / 10 ** 10;
  if (part === BigInt(whole)) return '100 %';
  return `${thousandths < 1e-6 ? 'less than 0.000001' : Number(thousandths.toPrecision(3))} %`;
}

/** "1 March 2026 at 12:00:00 UTC" */
export function time(seconds) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return 'a time too far away to name';
  const day = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${day} at ${date.toISOString().slice(11, 19)} UTC`;
}

function seedSource(seed) {
  if (seed.kind === 'beacon') {
    return `round ${grouped(seed.round)} of the public beacon drand (quicknet), which comes on ${time(roundTime(seed.round))}`;
  }
  if (seed.kind === 'digits') return `${counted(seed.count, 'digit')}, drawn by hand`;
  return 'a text that somebody says';
}

/** What the record is about: `[term, words]`. */
export function about({ rehearsal, commit, sizes, result, lottery, hasCommitment, isPublic, panels: drawnTogether, before }) {
  const known = commit.value;
  const of = sizes.value;
  const panels = lottery.value?.panels.length;
  return [
    ['Rehearsal', rehearsal ? 'yes: this is not the draw' : undefined],
    ['Assembly', known?.assembly],
    ['Draw', known && grouped(known.draw)],
    ['Attempt', known && `${grouped(known.attempt)}${known.attempt > 1 ? ' (earlier ones are named in the commitment)' : ''}`],
    ['Published', known && `${time(known.published.seconds)}, as the commitment says`],
    ['The seed comes from', known && seedSource(known.seed)],
    ['Seed', result.value && shownSeed(result.value.seed)],
    ['People in the pool', of && grouped(of.members)],
    ['Follows another record', before && stepWords(before)],
    ['Seats', of && `${grouped(of.size)}${drawnTogether === undefined ? '' : `, on ${grouped(drawnTogether)} panels that are drawn together`}`],
    ['Tickets', of && `${grouped(of.tickets)}${panels === undefined ? '' : `, on ${counted(panels, 'possible panel')}`}`],
    ['Form', isPublic ? 'public: without the files that name people' : `full${hasCommitment ? '' : ', without a commitment'}`],
  ];
}

function stepWords({ kind, part, fingerprint, result }) {
  const which = part === undefined ? 'the panel' : `panel ${grouped(part)}`;
  const words = {
    replace: `people who dropped out of ${which} are replaced`,
    alternates: `alternates for ${which}`,
    rotate: 'a new term; some stay, others are drawn anew',
  };
  const named = fingerprint === null ? `the record without a commitment whose result.json has the SHA-256 ${result}` : `the record with the fingerprint ${fingerprint}`;
  return `${words[kind]}, after ${named}`;
}

/** What somebody must do who gave a record without those that it follows; undefined where nothing is to be done. */
export function hint({ before }, checks) {
  const open = before && checks.some(({ id, verdict }) => id === 'chain.before' && verdict === NOT_CHECKED);
  if (!open) return undefined;
  return 'This record follows another one, and can be checked only together with it: put the folder of each record into one folder, and choose or drop that folder.';
}

function shownSeed(seed) {
  return seed === '' ? 'empty' : seed;
}

/** The drawn panel: `{ number, members: [{ number, id }], parts }`; ids only in the full form, `parts` only of several panels. */
export function drawn({ result, instance, split, panels }) {
  if (!result?.value) return undefined;
  const { members, number } = result.value.panel;
  const person = (own) => ({ number: own, id: instance.value?.pool.members[own - 1]?.id });
  const seats = panels !== undefined && split.value ? seatsOf(split.value, result.value.panel, panels) : undefined;
  return { number, members: members.map(person), parts: seats?.map((part) => part.map(person)) };
}

/** What the receipt says, as sentences; undefined without a readable one. */
export function receiptWords({ rehearsal, receipt, lottery, result, hasDraw }, checks) {
  if (!receipt?.value) return undefined;
  const { leaf, tickets } = receipt.value;
  // Where anything failed, it is not known that the lottery here is the committed one: then no chance is told.
  const doubt = checks.some(({ id, verdict }) => verdict === FAIL || (id.startsWith('receipt.') && verdict !== PASS));
  const all = lottery.value?.tickets;
  const sits = result?.value?.panel.members.includes(leaf.number);
  return {
    doubt,
    pool: `You were in the pool, as number ${grouped(leaf.number)}${leaf.id === '' ? '' : `, known as “${leaf.id}”`}, with this about you:`,
    features: [
      ...leaf.features.map(([name, value]) => [name, value]),
      ['Name', leaf.name.filter((part) => part !== '').join(' ') || undefined],
      ['Household', leaf.household.filter((part) => part !== '').join(', ') || undefined],
    ],
    chance: doubt
      ? ''
      : all === undefined
        ? `You are on ${grouped(tickets)} tickets.`
        : `You are on ${grouped(tickets)} of ${grouped(all)} tickets: a chance of ${percent(BigInt(tickets), all)}.`,
    outcome: doubt ? '' : !hasDraw ? 'Nothing was drawn yet.' : sits === undefined ? '' : `${rehearsal ? 'In this rehearsal, which is not the draw: ' : ''}${sits ? 'You were drawn.' : 'You were not drawn.'}`,
  };
}

/** How many checks had which verdict. */
export function tally(checks) {
  const of = (wanted) => checks.filter(({ verdict }) => verdict === wanted).length;
  return `${of(PASS)} checks passed, ${of(FAIL)} failed, ${of(NOT_CHECKED)} could not be made.`;
}

/** What no check can show of these records. */
export function limits(all) {
  return [...new Set(all.flatMap(limitsOf))];
}

function limitsOf({ hasCommitment, commit, before }) {
  const kind = commit.value?.seed.kind;
  return [
    'That everybody who registered is in the pool, and that every entry is a real person. (Receipts show the first, and calls to entries drawn at random the second.)',
    ...(hasCommitment
      ? [
          'That the fingerprint was public at the time that the commitment states: compare it with what you were sent, or with what was printed. And that there was no other commitment besides those named as earlier attempts.',
        ]
      : [
          'Without a commitment: that the seed text was not chosen, or the files not chosen to suit it, after somebody knew what they would draw, and that the pool’s cells are those from before the draw.',
        ]),
    ...(hasCommitment && (kind === undefined || kind === 'digits') ? ['That digits were not known before. That needs eyes in the room.'] : []),
    ...(hasCommitment && (kind === undefined || kind === 'phrase')
      ? ['That nobody tried out phrases until one drew whom they liked: whoever has the files can. That rests on who chose the words, and how.']
      : []),
    ...(before ? [
          'Where a record follows another: that no other record follows the same one, beside those given; that those who are said to have dropped out, or who are excluded since they cannot come, said so; and that those alternates were called in whom klero call names.',
          'And that other quotas than before, or the quotas of a list of alternates, do not ask for somebody whom their makers would like. (The file probabilities.csv shows how many can be drawn, and with which chances.)',
        ] : []),
    'Whether a file is a link to another one: a browser does not say so.',
  ];
}
