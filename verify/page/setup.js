// setup.json: sizes, objective and the rules on single members.

import { readBefore } from './before.js';
import { refuse } from './bytes.js';
import { ascending, compareLists, format, hash, keys, list, string, strings, whole } from './form.js';
import { readJson } from './json.js';

/** An objective's name, as setup.json and commit.txt have it. */
export function isObjective(name) {
  return typeof name === 'string' && /^[\x21-\x7e]+$/.test(name);
}

export function readSetup(bytes, rehearsal) {
  const names = ['files', 'format', 'id_column', 'members', 'objective', 'rules', 'size', 'tickets'];
  const found = keys(readJson(bytes), names, '', ['before', 'panels']);
  format(found.format, 'klero/setup/1', rehearsal);
  if (!(found.files instanceof Map)) refuse('bad-object', { where: 'files' });
  for (const [name, value] of found.files) hash(value, `files/${name}`);
  const members = whole(found.members, 'members');
  const size = whole(found.size, 'size');
  const before = 'before' in found ? readBefore(found.before) : undefined;
  const panels = 'panels' in found ? severalPanels(whole(found.panels, 'panels'), size, before) : undefined;
  return {
    files: found.files,
    idColumn: found.id_column === null ? null : string(found.id_column, 'id_column'),
    before,
    members,
    panels,
    objective: isObjective(found.objective) ? found.objective : refuse('bad-objective', { where: 'objective' }),
    size,
    tickets: whole(found.tickets, 'tickets'),
    ...readRules(found.rules, members),
  };
}

/** The number of panels that are drawn together, as setup.json and commit.txt have it. */
export function severalPanels(panels, size, before) {
  if (panels < 2) refuse('bad-panels-few');
  if (size % panels !== 0) refuse('bad-panels-size', { size, panels });
  if (before) refuse('bad-panels-follows');
  return panels;
}

function readRules(value, n) {
  const rules = keys(value, ['apart', 'exclude', 'household_columns', 'household_limit', 'include'], 'rules');
  const include = ascending(rules.include, 'rules/include', n);
  const exclude = ascending(rules.exclude, 'rules/exclude', n);
  const sits = new Set(include);
  if (exclude.some((number) => sits.has(number))) refuse('bad-both');
  const apart = list(rules.apart, 'rules/apart').map((group, a) => ascending(group, `rules/apart/${a + 1}`, n));
  apart.forEach((group, a) => {
    if (group.length < 2) refuse('bad-apart');
    if (a > 0 && compareLists(apart[a - 1], group) >= 0) refuse('bad-order', { where: 'rules/apart' });
  });
  const householdColumns = strings(rules.household_columns, 'rules/household_columns');
  const householdLimit = whole(rules.household_limit, 'rules/household_limit');
  if (householdColumns.length === 0 && householdLimit !== 1) refuse('bad-limit');
  return { include, exclude, apart, householdColumns, householdLimit };
}
