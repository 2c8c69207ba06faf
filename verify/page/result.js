// result.json, and what a seed must look like.

import { ascending, format, hash, keys, string, whole } from './form.js';
import { readJson } from './json.js';
import { isBlank, seedText } from './text.js';

export function readResult(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['draw', 'fingerprint', 'format'], '');
  format(found.format, 'klero/result/2', rehearsal);
  const draw = keys(found.draw, ['key', 'panel', 'seed', 'ticket'], 'draw');
  const panel = keys(draw.panel, ['members', 'number'], 'draw/panel');
  return {
    fingerprint: found.fingerprint === null ? null : hash(found.fingerprint, 'fingerprint'),
    key: draw.key === null ? null : hash(draw.key, 'draw/key'),
    seed: string(draw.seed, 'draw/seed'),
    ticket: whole(draw.ticket, 'draw/ticket', 0),
    panel: { members: ascending(panel.members, 'draw/panel/members'), number: whole(panel.number, 'draw/panel/number') },
  };
}

/** What is wrong with a seed text (the name of a message), or undefined. */
export function wrongText(seed) {
  if (isBlank(seed)) return 'seed-blank';
  return seedText(seed) === seed ? undefined : 'seed-spelled';
}
