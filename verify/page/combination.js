// How a row about several values at once is spelled (docs/inputs.md, "Quotas on several values at once").
// Names may hold `&` and `=` themselves: of all readings with known names, the one with the shorter names from the left is taken.

import { isBlank, key } from './text.js';

/** `[{ category: position, value: key }, …]`, two or more, or undefined. */
export function readCombination(first, second, categories) {
  const other = (cell) => isBlank(cell) || key(cell) === 'combination';
  let read;
  if (other(second)) read = pairs(first, categories);
  if (!read && other(first)) read = pairs(second, categories);
  return read ?? columns(first, second, categories);
}

/** `category=value & category=value …` */
function pairs(cell, categories) {
  const read = (rest, found) => {
    for (const equals of places(rest, '=')) {
      const category = position(rest.slice(0, equals), categories);
      if (category < 0) continue;
      for (const [value, after] of heads(rest.slice(equals + 1))) {
        if (!categories[category].values.has(key(value))) continue;
        const all = [...found, { category, value: key(value) }];
        if (after === undefined && all.length >= 2) return all;
        const longer = after === undefined ? undefined : read(after, all);
        if (longer) return longer;
      }
    }
    return undefined;
  };
  return read(cell, []);
}

/** `category & category …` in one cell, `value & value …` in the other. */
function columns(first, second, categories) {
  const values = (rest, wanted, found) => {
    const category = wanted[found.length];
    for (const [value, after] of heads(rest)) {
      if (!categories[category].values.has(key(value))) continue;
      const all = [...found, { category, value: key(value) }];
      const last = all.length === wanted.length;
      if (last && after === undefined) return all;
      const longer = last || after === undefined ? undefined : values(after, wanted, all);
      if (longer) return longer;
    }
    return undefined;
  };
  const names = (rest, found) => {
    for (const [name, after] of heads(rest)) {
      const category = position(name, categories);
      if (category < 0) continue;
      const all = [...found, category];
      const read = after === undefined ? all.length >= 2 && values(second, all, []) : names(after, all);
      if (read) return read;
    }
    return undefined;
  };
  return names(first, []);
}

/** Every way to cut a name off at an `&`, the shortest first; the last is all of it, with nothing after. */
function heads(cell) {
  return [...places(cell, '&').map((at) => [cell.slice(0, at), cell.slice(at + 1)]), [cell, undefined]];
}

function places(cell, mark) {
  return [...cell].length === 0 ? [] : [...cell.matchAll(mark)].map(({ index }) => index);
}

function position(name, categories) {
  return categories.findIndex((known) => known.key === key(name));
}
