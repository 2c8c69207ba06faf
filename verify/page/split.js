// split.json: who sits on which of several panels that are drawn together.

import { format, keys, list, whole } from './form.js';
import { readJsonSlowly } from './json.js';
import { pause } from './pause.js';

/** For each panel of the lottery, the panel (from 1) on which each of its members sits, in the members' order. */
export async function readSplit(bytes, rehearsal) {
  const found = keys(await readJsonSlowly(bytes), ['format', 'panels'], 'split.json');
  format(found.format, 'klero/split/1', rehearsal);
  for (const [p, panel] of list(found.panels, '"panels"').entries()) {
    for (const part of list(panel, `list ${p + 1}`)) whole(part, `an entry of list ${p + 1}`);
    await pause();
  }
  return found.panels;
}

/** What is wrong with the first list that does not seat size/p members on each of p panels, or undefined. */
export async function wrongSplit(split, { panels, size }, p) {
  if (split.length !== panels.length) return `has ${split.length} lists, and there are ${panels.length} panels in the lottery`;
  const seats = size / p;
  const counts = new Uint32Array(p);
  for (const [at, parts] of split.entries()) {
    if (parts.length !== panels[at].members.length) return `has ${parts.length} entries in list ${at + 1}, for ${panels[at].members.length} members`;
    const beyond = parts.find((part) => part > p);
    if (beyond !== undefined) return `names panel ${beyond} of ${p} in list ${at + 1}`;
    counts.fill(0);
    for (const part of parts) counts[part - 1] += 1;
    const part = counts.findIndex((count) => count !== seats);
    if (part >= 0) return `seats ${counts[part]} members on panel ${part + 1} in list ${at + 1}, and not ${seats}`;
    await pause();
  }
  return undefined;
}

/** What is wrong with the first of the parts that breaks a quota, or undefined; the split has passed its own check. */
export async function brokenPart(split, { panels }, { quotas, n }, p) {
  const having = Array.from({ length: n }, (_, i) => quotas.flatMap(({ has }, q) => (has(i) ? [q] : [])));
  const counts = new Uint32Array(p * quotas.length);
  for (const [at, { members }] of panels.entries()) {
    counts.fill(0);
    members.forEach((number, i) => {
      const part = split[at][i] - 1;
      for (const q of having[number - 1]) counts[part * quotas.length + q] += 1;
    });
    const wrong = counts.findIndex((count, i) => {
      const { min, max } = quotas[i % quotas.length].each;
      return count < min || count > max;
    });
    if (wrong >= 0) {
      const { row, each } = quotas[wrong % quotas.length];
      const part = Math.floor(wrong / quotas.length) + 1;
      return `panel ${part} of ${p} in entry ${at + 1} of the lottery has ${counts[wrong]} people for data row ${row} of quotas.csv, which asks for ${each.min} to ${each.max}`;
    }
    await pause();
  }
  return undefined;
}

/** On which panel each of the drawn members sits, in their order; undefined where the split does not say. */
export function partsOf(split, { members, number }) {
  const parts = split[number - 1];
  return parts?.length === members.length ? parts : undefined;
}

/** Who sits on which of the panels that were drawn: a list of member numbers for each of `p`, or undefined. */
export function seatsOf(split, panel, p) {
  const parts = partsOf(split, panel);
  if (parts === undefined || parts.some((part) => part > p)) return undefined;
  return Array.from({ length: p }, (_, at) => panel.members.filter((_member, i) => parts[i] === at + 1));
}
