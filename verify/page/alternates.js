// alternates.json: how many alternates were asked for, and why. Nothing is computed from it.

import { format, keys } from './form.js';
import { readJson } from './json.js';

const KEYS = [
  'alternates',
  'candidates',
  'chosen_on',
  'drop_outs',
  'format',
  'key',
  'kinds',
  'lottery',
  'over_recruit',
  'panel',
  'table',
  'told_on',
  'way',
];

/** `{ alternates }`: what the file says of their number, whatever that is. */
export function readAlternates(bytes, rehearsal) {
  const found = keys(readJson(bytes), KEYS, '');
  format(found.format, 'klero/alternates/1', rehearsal);
  return { alternates: found.alternates };
}
