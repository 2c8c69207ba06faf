// The verdict over all checks.

import { Tenths, say } from './message.js';
import { FAIL, NOT_CHECKED, PASS } from './outcome.js';

const ROUNDING = 1_000_000n; // a gap of one part in so many, and less, is not told

const members = (count, one, more) => (count === 1 ? `1 member ${one}` : `${count} members ${more}`);

/** What may stand in the brackets of a verdict, word for word as docs/record.md has it; this stays English everywhere. */
const NOTES = {
  'note-rehearsal': () => 'REHEARSAL, NOT THE DRAW',
  'note-undrawn': () => 'lottery only; nothing was drawn',
  'note-uncommitted': () => 'no commitment; the seed may have been chosen to suit',
  'note-uncertified': () => 'no certificate; how fair the lottery is was not checked',
  'note-gap': ({ points }) => `chances are up to ${points} percentage points from the fairest`,
  'note-quotas': () => 'other quotas than before',
  'note-excluded': ({ count }) => members(count, 'more is excluded than its step asks for', 'more are excluded than its step asks for'),
  'note-certain': ({ count }) => members(count, 'is certain to be an alternate', 'are certain to be alternates'),
  'note-many': () => 'more alternates than seats',
  'note-public': ({ count }) => `public form; ${count} checks need the full record`,
};

function english({ note, ...args }) {
  return NOTES[note](args);
}

function inBrackets(notes) {
  return notes.length === 0 ? '' : ` (${notes.map(english).join('; ')})`;
}

function withNotes(verdict, notes) {
  if (notes.length === 0) return verdict;
  const all = notes.map(({ note, ...args }) => say(note, args));
  return say('verdict-notes', { verdict, notes: all.reduceRight((more, one) => say('notes', { one, more })) });
}

/** Checks that the public form gives up, and `chain.seats` with them where identifiers are compared. */
const FULL_ONLY = new Set([
  'setup.form',
  'pool.form',
  'alternates.form',
  'lottery.quotas',
  'lottery.rules',
  'lottery.parts',
  'certificate.form',
  'certificate.cuts',
  'certificate.stages',
  'certificate.gap',
  'probabilities.form',
  'probabilities.tickets',
  'commit.leaves',
  'draw.selected',
  'draw.remaining',
  'draw.panels',
  'draw.new',
  'draw.alternates',
  'chain.included',
  'chain.rules',
]);

/** Whether the record is in public form, which gives this check up. */
export function isGivenUp(id, { isPublic, before }) {
  return isPublic && (FULL_ONLY.has(id) || (id === 'chain.seats' && before?.kind === 'rotate'));
}

/** How far the lottery is from the fairest one, where that is more than rounding: 100 times the gap, rounded up to one digit. */
function gapNote(checks) {
  const { gap } = checks.find(({ id, verdict }) => id === 'certificate.gap' && verdict === PASS) ?? {};
  if (gap === undefined || gap.top * ROUNDING <= gap.bottom) return [];
  return [{ note: 'note-gap', points: new Tenths(Number((gap.top * 1000n + gap.bottom - 1n) / gap.bottom)) }];
}

/**
 * `{ verdict, verified, notes, said }`: the line of the specification, whether it verifies, what stands in its brackets as
 * `[{ note, count, points }]` (of which `ofChain` are about the step), and the same as a message for people.
 */
export function verdictOf(checks, facts, ofChain) {
  const { isPublic, hasDraw, hasCommitment, objective, rehearsal } = facts;
  const failed = checks.some(({ verdict }) => verdict === FAIL);
  const open = checks.filter(({ verdict }) => verdict === NOT_CHECKED);
  const word = open.find(({ solverStages }) => solverStages > 0);
  const missing = open.filter(({ id }) => !isGivenUp(id, facts));
  const isOpen = failed || missing.some((check) => check !== word);
  const all = [
    ...(rehearsal ? [{ note: 'note-rehearsal' }] : []),
    ...(hasDraw ? [] : [{ note: 'note-undrawn' }]),
    ...(hasDraw && !hasCommitment ? [{ note: 'note-uncommitted' }] : []),
    ...(!isPublic && objective !== 'leximin' ? [{ note: 'note-uncertified' }] : []),
    ...gapNote(checks),
    ...ofChain,
    ...(isPublic ? [{ note: 'note-public', count: open.length }] : []),
  ];
  const notes = all.filter(({ note }) => !isOpen || note === 'note-rehearsal');
  const brackets = inBrackets(notes);
  const said = withNotes(isOpen ? say('not-verified') : say('verified'), notes);
  if (isOpen) return { verdict: `NOT VERIFIED${brackets}`, verified: false, notes, said };
  if (word) {
    const stages = word.solverStages === 1 ? '1 STAGE' : `${word.solverStages} STAGES`;
    const rest = `EXCEPT THAT THE FAIRNESS OF ${stages} RESTS ON A SOLVER'S WORD`;
    return { verdict: `VERIFIED${brackets}, ${rest}`, verified: false, notes, said: say('verdict-solver', { verdict: said, count: word.solverStages }) };
  }
  return { verdict: `VERIFIED${brackets}`, verified: true, notes, said };
}

/** The verdict over several records: what stands in the brackets of theirs, each note once; where they are not verified, only a rehearsal. */
export function verdictTogether(records) {
  const verified = records.every((record) => record.verified);
  const known = new Map(records.flatMap(({ notes }) => notes).map((own) => [english(own), own]));
  const isRehearsal = ({ note }) => note === 'note-rehearsal';
  const all = [...known.values()];
  const notes = [...all.filter(isRehearsal), ...all.filter((own) => verified && !isRehearsal(own))];
  const said = withNotes(verified ? say('together') : say('not-together'), notes);
  return { verdict: `${verified ? 'VERIFIED TOGETHER' : 'NOT VERIFIED TOGETHER'}${inBrackets(notes)}`, verified, notes, said };
}
