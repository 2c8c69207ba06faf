// The verdict over all checks.

import { FAIL, NOT_CHECKED } from './outcome.js';

/** Checks that the public form gives up. */
export const FULL_ONLY = new Set([
  'setup.form',
  'pool.form',
  'lottery.quotas',
  'lottery.rules',
  'certificate.form',
  'certificate.cuts',
  'certificate.stages',
  'certificate.gap',
  'probabilities.form',
  'probabilities.tickets',
  'commit.leaves',
  'draw.selected',
  'draw.remaining',
]);

export function verdictOf(checks, { isPublic, hasDraw, hasCommitment, objective }) {
  const failed = checks.some(({ verdict }) => verdict === FAIL);
  const open = checks.filter(({ verdict }) => verdict === NOT_CHECKED);
  const word = open.find(({ solverStages }) => solverStages > 0);
  const missing = open.filter(({ id }) => !(isPublic && FULL_ONLY.has(id)));
  if (failed || missing.some((check) => check !== word)) return { verdict: 'NOT VERIFIED', verified: false };
  const notes = [];
  if (!hasDraw) notes.push('lottery only; nothing was drawn');
  if (hasDraw && !hasCommitment) notes.push('no commitment; the seed may have been chosen to suit');
  if (!isPublic && objective !== 'leximin') notes.push('no certificate; how fair the lottery is was not checked');
  if (isPublic) notes.push(`public form; ${open.length} checks need the full record`);
  const brackets = notes.length > 0 ? ` (${notes.join('; ')})` : '';
  if (word) {
    const stages = word.solverStages === 1 ? '1 STAGE' : `${word.solverStages} STAGES`;
    const rest = `EXCEPT THAT THE FAIRNESS OF ${stages} RESTS ON A SOLVER'S WORD`;
    return { verdict: `VERIFIED${brackets}, ${rest}`, verified: false };
  }
  return { verdict: `VERIFIED${brackets}`, verified: true };
}
