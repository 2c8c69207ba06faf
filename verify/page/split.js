// split.json: who sits on which of several panels that are drawn together.

import { format, keys, list, whole } from './form.js';
import { readJsonSlowly } from './json.js';
import { say } from './message.js';
import { pause } from './pause.js';

const FILE = 'split.json';

/** For each panel of the lottery, the panel (from 1) on which each of its members sits, in the members' order. */
export async function readSplit(bytes, rehearsal) {
  const found = keys(await readJsonSlowly(bytes), ['format', 'panels'], '');
  format(found.format, 'klero/split/1', rehearsal);
  for (const [p, panel] of list(found.panels, 'panels').entries()) {
    for (const [i, part] of list(panel, `panels/${p + 1}`).entries()) whole(part, `panels/${p + 1}/${i + 1}`);
    await pause();
  }
  return found.panels;
}

/** What is wrong with the first list that does not seat size/p members on each of p panels, or undefined. */
export async function wrongSplit(split, { panels, size }, p) {
  if (split.length !== panels.length) return say('bad-lists', { file: FILE, lists: split.length, panels: panels.length });
  const seats = size / p;
  const counts = new Uint32Array(p);
  for (const [at, parts] of split.entries()) {
    if (parts.length !== panels[at].members.length) return say('bad-entries', { file: FILE, list: at + 1, entries: parts.length, members: panels[at].members.length });
    const beyond = parts.find((part) => part > p);
    if (beyond !== undefined) return say('bad-part', { file: FILE, list: at + 1, part: beyond, parts: p });
    counts.fill(0);
    for (const part of parts) counts[part - 1] += 1;
    const part = counts.findIndex((count) => count !== seats);
    if (part >= 0) return say('bad-seats', { file: FILE, list: at + 1, part: part + 1, members: counts[part], seats });
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
      return say('panel-part', { part, parts: p, panel: at + 1, people: counts[wrong], row, min: each.min, max: each.max });
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
