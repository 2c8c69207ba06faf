// pool.csv: who is in it, under which number, with which values.

import { compareBytes, refuse, utf8 } from './bytes.js';
import { column, readCsv } from './csv.js';
import { withMark } from './rehearsal.js';
import { key, trim } from './text.js';

const ID_COLUMNS = ['id', 'nationbuilder_id', 'unique_id'];

/**
 * `{ header, rows, members }`: the rows that count, in the pool's order, and the members in the order of their numbers,
 * each `{ id, row }` where `row` is a position in `rows`. `idColumn` is a header as the pool spells it, or null.
 */
export function readPool(bytes, idColumn, rehearsal) {
  const { header, rows: all } = withMark(readCsv(bytes), rehearsal);
  const place = findIdColumn(header, idColumn);
  const rows = place < 0 ? all : withoutRepeated(all);
  const members = rows.map((cells, row) => {
    const id = place < 0 ? String(row + 1) : trim(cells[place]);
    if (id === '') refuse('bad-id-blank', { row: row + 1 });
    return { id, row, bytes: utf8(id) };
  });
  members.sort((a, b) => compareBytes(a.bytes, b.bytes));
  members.forEach(({ id }, i) => {
    if (i > 0 && members[i - 1].id === id) refuse('bad-id-twice', { id });
  });
  return { header, rows, members: members.map(({ id, row }) => ({ id, row })) };
}

function findIdColumn(header, idColumn) {
  if (idColumn === null) {
    const found = ID_COLUMNS.find((name) => header.some((cell) => key(cell) === name));
    if (found) refuse('bad-id-column', { column: found });
    return -1;
  }
  return spelled(header, idColumn);
}

/** Where the column with exactly this header stands, outer white space too; it must be there, and only once. */
export function spelled(header, name) {
  const place = column(header, name);
  if (place < 0) refuse('bad-no-column', { column: name });
  if (header[place] !== name) refuse('bad-column-spelled', { column: name, found: header[place] });
  return place;
}

function withoutRepeated(rows) {
  const seen = new Set();
  return rows.filter((cells) => {
    const name = JSON.stringify(cells);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** For each category: its column in the pool, and for each member (from 0) the position of the value. */
export function readFeatures(pool, categories) {
  return categories.map((category) => {
    const place = column(pool.header, category.key);
    if (place < 0) refuse('bad-no-column', { column: category.name });
    const values = [...category.values.keys()];
    const index = new Map(values.map((value, i) => [value, i]));
    const known = new Map();
    const of = Uint32Array.from(pool.members, ({ id, row }) => {
      const cell = pool.rows[row][place];
      if (!known.has(cell)) known.set(cell, index.get(key(cell)));
      return known.get(cell) ?? refuse('bad-cell', { cell, category: category.name, id });
    });
    return { header: trim(pool.header[place]), place, values, names: [...category.values.values()], of };
  });
}

export function poolHas(header) {
  const names = new Set(header.map(key));
  return (name) => name !== '' && names.has(name);
}

