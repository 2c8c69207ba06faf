// result.json, and what a seed must look like.

import { ascending, format, hash, keys, string, whole } from './form.js';
import { readJson } from './json.js';
import { isBlank, seedText } from './text.js';

export function readResult(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['draw', 'fingerprint', 'format'], 'result.json');
  format(found.format, 'klero/result/2', rehearsal);
  const draw = keys(found.draw, ['key', 'panel', 'seed', 'ticket'], '"draw"');
  const panel = keys(draw.panel, ['members', 'number'], '"panel"');
  return {
    fingerprint: found.fingerprint === null ? null : hash(found.fingerprint, '"fingerprint"'),
    key: draw.key === null ? null : hash(draw.key, '"key"'),
    seed: string(draw.seed, '"seed"'),
    ticket: whole(draw.ticket, '"ticket"', 0),
    panel: { members: ascending(panel.members, '"members"'), number: whole(panel.number, '"number"') },
  };
}

/** What is wrong with a seed text, or undefined. */
export function wrongText(seed) {
  if (isBlank(seed)) return 'the seed text is blank';
  return seedText(seed) === seed ? undefined : 'the seed text is not in the form in which it is written down (NFC, no white space around it)';
}
