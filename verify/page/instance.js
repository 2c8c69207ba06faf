// Pool, quotas and the rules of setup.json together: an instance, or the reason why it is none.

import { named, refuse } from './bytes.js';
import { poolHas, readFeatures, readPool, spelled } from './pool.js';
import { readQuotas } from './quotas.js';
import { addressKey } from './text.js';

/**
 * `{ k, n, pool, features, quotas, household, households, householdLimit, included, excluded, apart }`.
 * Members are positions from 0. Where several panels are drawn together, quotas count for all of them; `each` is what one must have. `household[i]` is a household's position, or −1 for who lives alone; a quota has
 * `has(i)` besides `min` and `max`.
 */
export function makeInstance(poolBytes, quotasBytes, setup, rehearsal) {
  const pool = named('pool.csv', () => readPool(poolBytes, setup.idColumn, rehearsal));
  const { categories, quotas } = named('quotas.csv', () => readQuotas(quotasBytes, poolHas(pool.header), rehearsal));
  const features = named('pool.csv', () => readFeatures(pool, categories));
  const n = pool.members.length;
  if (n !== setup.members) refuse('fit-members', { members: n, stated: setup.members });
  const places = named('pool.csv', () => setup.householdColumns.map((name) => spelled(pool.header, name)));
  const { household, households } = makeHouseholds(pool, places);
  const instance = {
    k: setup.size,
    n,
    pool,
    features,
    quotas: quotas.map((quota) => withTest(times(quota, setup.panels ?? 1), features)),
    householdPlaces: places,
    household,
    households,
    householdLimit: setup.householdLimit,
    included: setup.include.map((number) => number - 1),
    excluded: new Set(setup.exclude.map((number) => number - 1)),
    apart: setup.apart.map((group) => group.map((number) => number - 1)),
  };
  refuseImpossible(instance, categories);
  return instance;
}

/** A quota for several panels together. */
function times(quota, panels) {
  const { min, max } = quota;
  return { ...quota, min: min * panels, max: max * panels, each: { min, max } };
}

function withTest(quota, features) {
  const parts = quota.parts.map(({ category, value }) => ({ category, value: features[category].values.indexOf(value) }));
  const has = (i) => parts.every(({ category, value }) => features[category].of[i] === value);
  return { ...quota, parts, has };
}

/** Who shares an address; people without one, or with one that nobody else has, are −1. */
function makeHouseholds({ members, rows }, places) {
  const people = new Map();
  members.forEach(({ row }, i) => {
    const address = places.map((place) => addressKey(rows[row][place]));
    if (address.every((part) => part === '')) return;
    const name = JSON.stringify(address);
    if (!people.has(name)) people.set(name, []);
    people.get(name).push(i);
  });
  const households = [...people.values()].filter((some) => some.length > 1);
  const household = new Int32Array(members.length).fill(-1);
  households.forEach((some, h) => some.forEach((i) => { household[i] = h; }));
  return { household, households };
}

function refuseImpossible(instance, categories) {
  const { k, n, quotas, excluded, included } = instance;
  const open = Array.from({ length: n }, (_, i) => i).filter((i) => !excluded.has(i));
  if (k > open.length) refuse('fit-seats', { seats: k, open: open.length });
  for (const { row, min, max, parts, has } of quotas) {
    if (open.filter(has).length < min) refuse('fit-few', { row });
    if (parts.length > 1 && min > k) refuse('fit-more', { row });
    if (included.filter(has).length > max) refuse('fit-included', { row });
  }
  categories.forEach(({ name }, c) => {
    const own = quotas.filter(({ parts }) => parts.length === 1 && parts[0].category === c);
    if (own.reduce((sum, { min }) => sum + min, 0) > k) refuse('fit-minimums', { category: name, seats: k });
    if (own.reduce((sum, { max }) => sum + max, 0) < k) refuse('fit-maximums', { category: name, seats: k });
  });
  if (included.length > k) refuse('fit-included-seats');
  refuseTogether(instance);
}

function refuseTogether({ included, households, householdLimit, apart }) {
  const sits = new Set(included);
  households.forEach((some) => {
    if (some.filter((i) => sits.has(i)).length > householdLimit) refuse('fit-household');
  });
  apart.forEach((group) => {
    if (group.filter((i) => sits.has(i)).length > 1) refuse('fit-apart');
  });
}

/** The header and rows of some members, in the pool's order. */
export function rowsOf({ pool }, numbers) {
  const wanted = new Set(numbers.map((number) => pool.members[number - 1].row));
  return pool.rows.filter((_, row) => wanted.has(row));
}


/** The row of a member. */
export function rowOf({ pool }, number) {
  return pool.rows[pool.members[number - 1].row];
}
