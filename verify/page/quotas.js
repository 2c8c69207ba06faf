// quotas.csv: the rows, each about one value or about a combination of values (docs/inputs.md, "The quotas").

import { refuse } from './bytes.js';
import { column, readCsv } from './csv.js';
import { readCombination } from './combination.js';
import { withMark } from './rehearsal.js';
import { isBlank, key, trim } from './text.js';

const HEADS = [['feature', 'value'], ['category', 'name'], ['category', 'feature']];
const MOST = 1_000_000_000;

/**
 * `{ categories: [{ key, name, values: Map(key → name) }], quotas: [{ row, min, max, parts: [{ category, value }] }] }`.
 * `poolHas` says whether the pool has a column of that key. A part's category is a position, its value a key.
 */
export function readQuotas(bytes, poolHas, rehearsal) {
  const { header, rows } = withMark(readCsv(bytes), rehearsal);
  const read = lines(header, rows);
  const categories = [];
  for (const line of read) {
    line.ordinary = poolHas(key(line.category));
    if (line.ordinary) addValue(categories, line);
  }
  const quotas = read.map((line, i) => ({ row: i + 1, min: line.min, max: line.max, parts: parts(line, categories) }));
  refuseDoubled(quotas);
  return { categories, quotas };
}

function lines(header, rows) {
  const heads = HEADS.filter((names) => names.every((name) => column(header, name) >= 0));
  if (heads.length !== 1) {
    refuse('bad-quota-header');
  }
  const place = (name) => column(header, name);
  const needed = (name) => (place(name) >= 0 ? place(name) : refuse('bad-no-column', { column: name }));
  const at = { category: place(heads[0][0]), value: place(heads[0][1]), min: needed('min'), max: needed('max') };
  const flex = { min: place('min_flex'), max: place('max_flex') };
  return rows.map((cells, i) => {
    const min = count(cells[at.min], i);
    const max = count(cells[at.max], i);
    if (min > max) refuse('bad-quota-order', { row: i + 1 });
    if (optional(cells, flex.min, min, i) > min) refuse('bad-quota-flex', { row: i + 1, column: 'min_flex' });
    if (optional(cells, flex.max, max, i) < max) refuse('bad-quota-flex', { row: i + 1, column: 'max_flex' });
    return { category: cells[at.category], value: cells[at.value], min, max, row: i + 1 };
  });
}

function optional(cells, place, otherwise, i) {
  return place < 0 || isBlank(cells[place]) ? otherwise : count(cells[place], i);
}

function count(cell, i) {
  const digits = /^(\d+)(\.0+)?$/.exec(trim(cell));
  if (!digits || Number(digits[1]) > MOST) refuse('bad-quota-number', { row: i + 1, cell, most: MOST });
  return Number(digits[1]);
}

function addValue(categories, { category, value, row }) {
  if (isBlank(value)) refuse('bad-quota-value', { row });
  let found = categories.find((known) => known.key === key(category));
  if (!found) {
    found = { key: key(category), name: trim(category), values: new Map() };
    categories.push(found);
  }
  if (found.values.has(key(value))) refuse('bad-quota-twice', { value: trim(value), category: found.name });
  found.values.set(key(value), trim(value));
}

function parts(line, categories) {
  if (line.ordinary) {
    return [{ category: categories.findIndex((known) => known.key === key(line.category)), value: key(line.value) }];
  }
  const read = readCombination(line.category, line.value, categories);
  if (!read) {
    refuse('bad-quota-category', { row: line.row });
  }
  if (new Set(read.map(({ category }) => category)).size !== read.length) {
    refuse('bad-quota-categories', { row: line.row });
  }
  return read;
}

function refuseDoubled(quotas) {
  const seen = new Set();
  for (const { parts: some, row } of quotas) {
    const name = JSON.stringify(some.map(({ category, value }) => [category, value]).sort(([a], [b]) => a - b));
    if (seen.has(name)) refuse('bad-quota-second', { row });
    seen.add(name);
  }
}
