// probabilities.csv: everybody's chance.

import { refuse } from './bytes.js';
import { readCsv } from './csv.js';
import { MARK, withMark } from './rehearsal.js';

const DIGITS = 10n ** 12n;

/** One `{ id, probability, tickets }` a member, from number 1; the last two as they are written. */
export function readProbabilities(bytes, rehearsal) {
  const { header, rows } = withMark(readCsv(bytes), rehearsal);
  const wanted = `${rehearsal ? `${MARK},` : ''}number,id,probability,tickets`;
  if (header.join(',') !== wanted) refuse('bad-header', { wanted });
  return rows.map((cells, i) => {
    const [number, id, probability, tickets] = rehearsal ? cells.slice(1) : cells;
    if (number !== String(i + 1)) refuse('bad-number', { number: i + 1 });
    return { id, probability, tickets };
  });
}

/** tickets / all as a decimal fraction with 12 digits, rounded half up. */
export function decimal(tickets, all) {
  const scaled = (2n * BigInt(tickets) * DIGITS + BigInt(all)) / (2n * BigInt(all));
  return `${scaled / DIGITS}.${String(scaled % DIGITS).padStart(12, '0')}`;
}
