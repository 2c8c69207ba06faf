// Member types, household groups, and the rules that every composition of a panel meets (docs/certificate.md).

const OPEN = 0;
const INCLUDED = 1;
const EXCLUDED = 2;

/**
 * `{ count, size: [m_t], of: type of each member, first: a member of each type, groups: [{ households, types }] }`;
 * types and groups are positions from 0.
 */
export function makeTypes(instance) {
  const { n, features, household, households } = instance;
  const included = new Set(instance.included);
  const singled = new Set(instance.apart.flat());
  const person = Array.from({ length: n }, (_, i) => {
    const standing = included.has(i) ? INCLUDED : instance.excluded.has(i) ? EXCLUDED : OPEN;
    return `${features.map(({ of }) => of[i]).join(',')};${standing};${singled.has(i) ? i : ''}`;
  });
  const alike = households.map((some) => some.map((i) => person[i]).sort().join('|'));
  const of = numbered(person.map((own, i) => `${own}#${household[i] < 0 ? '' : alike[household[i]]}`));
  const count = of.length === 0 ? 0 : of.reduce((most, t) => Math.max(most, t), 0) + 1;
  const size = new Array(count).fill(0);
  const first = new Array(count).fill(-1);
  of.forEach((t, i) => {
    if (size[t] === 0) first[t] = i;
    size[t] += 1;
  });
  const types = { count, size, of, first, singled, included };
  return { ...types, groups: makeGroups(instance, types, alike) };
}

/** Positions in the order of first appearance. */
function numbered(names) {
  const found = new Map();
  return names.map((name) => {
    if (!found.has(name)) found.set(name, found.size);
    return found.get(name);
  });
}

/** Households that are alike, groups in the order of the smallest member number in them. */
function makeGroups({ household, n }, types, alike) {
  const groups = new Map();
  for (let i = 0; i < n; i += 1) {
    const home = household[i];
    if (home < 0) continue;
    if (!groups.has(alike[home])) groups.set(alike[home], { homes: new Set(), types: new Set() });
    const group = groups.get(alike[home]);
    group.homes.add(home);
    group.types.add(types.of[i]);
  }
  return [...groups.values()].map(({ homes, types: own }) => ({ households: homes.size, types: [...own] }));
}

/** The rule of that name: `{ terms: [[type, coefficient]], least, most }` (`least` may be null), or undefined. */
export function makeRules(instance, types) {
  const known = new Map();
  return (name) => {
    if (!known.has(name)) known.set(name, makeRule(name, instance, types));
    return known.get(name);
  };
}

function makeRule(name, instance, types) {
  const numbers = (name.match(/\d+/g) ?? []).map(Number);
  const [first, second] = numbers;
  const ones = (some, least, most) => ({ terms: some.map((t) => [t, 1n]), least: least === null ? null : BigInt(least), most: BigInt(most) });
  const all = types.size.map((_, t) => t);
  const type = first - 1;
  if (name === 'size') return ones(all, instance.k, instance.k);
  if (/^quota \d+$/.test(name)) {
    const quota = instance.quotas[first - 1];
    return quota && ones(all.filter((t) => quota.has(types.first[t])), quota.min, quota.max);
  }
  if (/^household \d+$/.test(name)) {
    const group = types.groups[first - 1];
    return group && ones(group.types, null, group.households * instance.householdLimit);
  }
  if (/^household \d+ kind \d+$/.test(name)) {
    const group = types.groups[first - 1];
    if (!group?.types.includes(second - 1)) return undefined;
    const each = types.size[second - 1] / group.households;
    return ones([second - 1], null, group.households * Math.min(instance.householdLimit, each));
  }
  if (/^apart \d+$/.test(name)) {
    const group = instance.apart[first - 1];
    return group && ones(group.map((i) => types.of[i]), null, 1);
  }
  const member = types.first[type];
  if (/^include \d+$/.test(name) && member !== undefined && types.included.has(member)) {
    return ones([type], types.size[type], types.size[type]);
  }
  if (/^exclude \d+$/.test(name) && member !== undefined && instance.excluded.has(member)) return ones([type], 0, 0);
  return undefined;
}
