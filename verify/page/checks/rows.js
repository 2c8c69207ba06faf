// draw.selected, draw.remaining, draw.panels, draw.new and draw.alternates: the files with rows of the pool

import { sameBytes, utf8 } from '../bytes.js';
import { writeRow } from '../csv.js';
import { rowOf, rowsOf } from '../instance.js';
import { fail, lacking, notChecked, pass } from '../outcome.js';
import { orderOf } from '../seed.js';
import { seatsOf } from '../split.js';

export function rowChecks(facts) {
  const { panels, before } = facts;
  const takesSeats = before !== undefined && before.kind !== 'alternates';
  return [
    ['draw.selected', () => rows(facts, 'selected.csv', selected, 'selected-good', 'selected-wrong')],
    ['draw.remaining', () => rows(facts, 'remaining.csv', remaining, 'remaining-good', 'remaining-wrong')],
    ...(panels === undefined ? [] : [['draw.panels', () => lacking(facts.result, facts.split) ?? rows(facts, 'panels.csv', byPanel, 'panels-good', 'panels-wrong')]]),
    ...(takesSeats ? [['draw.new', () => rows(facts, 'new.csv', fresh, 'new-good', 'new-wrong')]] : []),
    ...(before?.kind === 'alternates' ? [['draw.alternates', () => rows(facts, 'alternates.csv', ordered, 'ordered-good', 'ordered-wrong')]] : []),
  ];
}

/** `content(facts, members)` gives the rows that must stand there, the header first, or undefined where nothing says which. */
async function rows(facts, name, content, good, wrong) {
  const { result, instance, record } = facts;
  const { bytes, none } = await record.held(name);
  if (!bytes) return notChecked(none);
  const gap = lacking(result, instance);
  if (gap) return gap;
  const { members } = result.value.panel;
  if (members.some((number) => number > instance.value.n)) return notChecked('drawn-unknown', { file: 'result.json' });
  const wanted = content(facts, members);
  if (wanted === undefined) return notChecked('rows-split');
  if (!sameBytes(bytes, utf8(wanted.map(writeRow).join('')))) return fail(wrong, { file: name });
  return pass(good, { file: name });
}

function selected({ instance }, members) {
  return [instance.value.pool.header, ...rowsOf(instance.value, members)];
}

function remaining({ instance }, members) {
  const { n, pool } = instance.value;
  const drawn = new Set(members);
  const others = Array.from({ length: n }, (_, i) => i + 1).filter((number) => !drawn.has(number));
  return [pool.header, ...rowsOf(instance.value, others)];
}

function fresh({ instance }, members) {
  const sat = new Set(instance.value.included.map((i) => i + 1));
  return selected({ instance }, members.filter((number) => !sat.has(number)));
}

function byPanel({ instance, result, split, panels }) {
  const seats = seatsOf(split.value, result.value.panel, panels);
  return seats && [
    ['panel', ...instance.value.pool.header],
    ...seats.flatMap((own, part) => rowsOf(instance.value, own).map((row) => [String(part + 1), ...row])),
  ];
}

function ordered({ instance, result, rehearsal }, members) {
  const { key, seed } = result.value;
  const source = key === null ? `digits ${seed}` : `key ${key}`;
  const called = members.map((number) => ({ number, order: orderOf(source, number, rehearsal) }));
  called.sort((a, b) => (a.order < b.order ? -1 : 1)); // hexadecimal digits compare as the bytes do
  return [
    ['order', ...instance.value.pool.header],
    ...called.map(({ number }, i) => [String(i + 1), ...rowOf(instance.value, number)]),
  ];
}
