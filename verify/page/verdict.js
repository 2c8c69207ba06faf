// The verdict over all checks.

import { FAIL, NOT_CHECKED } from './outcome.js';

const REHEARSAL = 'REHEARSAL, NOT THE DRAW';

/** Checks that the public form gives up, and `chain.seats` with them where identifiers are compared. */
const FULL_ONLY = new Set([
  'setup.form',
  'pool.form',
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
]);

/** Whether the record is in public form, which gives this check up. */
export function isGivenUp(id, { isPublic, before }) {
  return isPublic && (FULL_ONLY.has(id) || (id === 'chain.seats' && before?.kind === 'rotate'));
}

export function verdictOf(checks, facts) {
  const { isPublic, hasDraw, hasCommitment, objective, rehearsal } = facts;
  const failed = checks.some(({ verdict }) => verdict === FAIL);
  const open = checks.filter(({ verdict }) => verdict === NOT_CHECKED);
  const word = open.find(({ solverStages }) => solverStages > 0);
  const missing = open.filter(({ id }) => !isGivenUp(id, facts));
  const notes = rehearsal ? [REHEARSAL] : [];
  const inBrackets = () => (notes.length > 0 ? ` (${notes.join('; ')})` : '');
  if (failed || missing.some((check) => check !== word)) return { verdict: `NOT VERIFIED${inBrackets()}`, verified: false };
  if (!hasDraw) notes.push('lottery only; nothing was drawn');
  if (hasDraw && !hasCommitment) notes.push('no commitment; the seed may have been chosen to suit');
  if (!isPublic && objective !== 'leximin') notes.push('no certificate; how fair the lottery is was not checked');
  if (isPublic) notes.push(`public form; ${open.length} checks need the full record`);
  const brackets = inBrackets();
  if (word) {
    const stages = word.solverStages === 1 ? '1 STAGE' : `${word.solverStages} STAGES`;
    const rest = `EXCEPT THAT THE FAIRNESS OF ${stages} RESTS ON A SOLVER'S WORD`;
    return { verdict: `VERIFIED${brackets}, ${rest}`, verified: false };
  }
  return { verdict: `VERIFIED${brackets}`, verified: true };
}

/** The verdict over several records. */
export function verdictTogether(records) {
  const verified = records.every((record) => record.verified);
  const note = records.some(({ facts }) => facts.rehearsal) ? ` (${REHEARSAL})` : '';
  return { verdict: `${verified ? 'VERIFIED TOGETHER' : 'NOT VERIFIED TOGETHER'}${note}`, verified };
}
