// Reading CSV files as docs/inputs.md says, and writing a row as docs/record.md says.

import { refuse, text } from './bytes.js';
import { isBlank, key, trim } from './text.js';

/** All rows of a file, blank ones left out: `{ header, rows }`, every cell unchanged. */
export function readCsv(bytes) {
  let content = text(bytes);
  if (content.startsWith('\uFEFF')) content = content.slice(1);
  if (content.includes('\0')) refuse('bad-nul');
  const rows = scan(content).filter(({ cells }) => !cells.every(isBlank));
  if (rows.length === 0) refuse('bad-no-header');
  const [{ cells: header }, ...rest] = rows;
  if (rest.length === 0) refuse('bad-no-rows');
  for (const { cells, line } of rest) {
    if (cells.length !== header.length) refuse('bad-cells', { line, cells: cells.length, header: header.length });
  }
  return { header, rows: rest.map(({ cells }) => cells) };
}

function scan(content) {
  const rows = [];
  let cells = [];
  let at = 0;
  let line = 1;
  let rowLine = 1;
  const endRow = () => {
    rows.push({ cells, line: rowLine });
    cells = [];
    rowLine = line;
  };
  while (at < content.length) {
    const { cell, end } = content[at] === '"' ? quoted(content, at, line) : plain(content, at);
    if (content[at] === '"') line += lineEnds(cell);
    cells.push(cell);
    at = end;
    if (at >= content.length) break;
    if (content[at] === ',') {
      at += 1;
      if (at === content.length) cells.push('');
      continue;
    }
    at += content[at] === '\r' && content[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return rows;
}

const STOP = /[,\r\n]/g;

function plain(content, at) {
  STOP.lastIndex = at;
  const end = STOP.exec(content)?.index ?? content.length;
  return { cell: content.slice(at, end), end };
}

function quoted(content, at, line) {
  let cell = '';
  let from = at + 1;
  for (;;) {
    const mark = content.indexOf('"', from);
    if (mark < 0) return refuse('bad-open-quote', { line });
    cell += content.slice(from, mark);
    if (content[mark + 1] === '"') {
      cell += '"';
      from = mark + 2;
      continue;
    }
    const next = content[mark + 1];
    if (next !== undefined && next !== ',' && next !== '\r' && next !== '\n') {
      refuse('bad-after-quote', { line });
    }
    return { cell, end: mark + 1 };
  }
}

function lineEnds(cell) {
  return (cell.match(/\r\n|\r|\n/g) ?? []).length;
}

/** Where the column with this name stands (names compared by key): −1 if nowhere; refuses if twice. */
export function column(header, name) {
  const wanted = key(name);
  const places = header.flatMap((cell, i) => (key(cell) === wanted ? [i] : []));
  if (places.length > 1) refuse('bad-column-twice', { column: trim(name) });
  return places.length === 1 ? places[0] : -1;
}

/** A row as `selected.csv` and `remaining.csv` have it, with its line end. */
export function writeRow(cells) {
  const line = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
  return `${line === '' ? '""' : line}\n`;
}
