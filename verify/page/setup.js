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
  const found = keys(readJson(bytes), names, 'setup.json', ['before', 'panels']);
  format(found.format, 'klero/setup/1', rehearsal);
  if (!(found.files instanceof Map)) refuse('"files" is not an object');
  for (const [name, value] of found.files) hash(value, `"files", "${name}"`);
  const members = whole(found.members, '"members"');
  const size = whole(found.size, '"size"');
  const before = 'before' in found ? readBefore(found.before) : undefined;
  const panels = 'panels' in found ? severalPanels(whole(found.panels, '"panels"'), size, before) : undefined;
  return {
    files: found.files,
    idColumn: found.id_column === null ? null : string(found.id_column, '"id_column"'),
    before,
    members,
    panels,
    objective: isObjective(found.objective) ? found.objective : refuse('"objective" is not the name of an objective'),
    size,
    tickets: whole(found.tickets, '"tickets"'),
    ...readRules(found.rules, members),
  };
}

/** The number of panels that are drawn together, as setup.json and commit.txt have it. */
export function severalPanels(panels, size, before) {
  if (panels < 2) refuse('says that fewer than two panels are drawn together');
  if (size % panels !== 0) refuse(`has ${size} seats for ${panels} panels, which cannot be of one size`);
  if (before) refuse('follows another record, and has several panels of its own');
  return panels;
}

function readRules(value, n) {
  const rules = keys(value, ['apart', 'exclude', 'household_columns', 'household_limit', 'include'], '"rules"');
  const include = ascending(rules.include, '"include"', n);
  const exclude = ascending(rules.exclude, '"exclude"', n);
  const sits = new Set(include);
  if (exclude.some((number) => sits.has(number))) refuse('somebody is included and excluded');
  const apart = list(rules.apart, '"apart"').map((group) => ascending(group, 'a group of "apart"', n));
  apart.forEach((group, a) => {
    if (group.length < 2) refuse('a group of "apart" has fewer than two members');
    if (a > 0 && compareLists(apart[a - 1], group) >= 0) refuse('the groups of "apart" do not ascend');
  });
  const householdColumns = strings(rules.household_columns, '"household_columns"');
  const householdLimit = whole(rules.household_limit, '"household_limit"');
  if (householdColumns.length === 0 && householdLimit !== 1) refuse('"household_limit" is not 1, but no columns make households');
  return { include, exclude, apart, householdColumns, householdLimit };
}
