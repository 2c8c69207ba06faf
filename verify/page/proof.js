// Checking a certificate by arithmetic (docs/certificate.md, "Checking a stage" and "Checking a cut").

import { add, compare, distance, reduce, roundedUp, times } from './fraction.js';
import { say } from './message.js';
import { pause } from './pause.js';
import { makeRules } from './types.js';

/** A proof that does not hold, and why. */
class Unproven extends Error {
  constructor(id, args) {
    super(id);
    this.says = say(id, args);
  }
}

function unless(good, id, args) {
  if (!good) throw new Unproven(id, args);
}

async function reason(work) {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Unproven) return error.says;
    throw error;
  }
}

/** `rule(name, below)`: the rules of the instance, and the cuts with numbers below `below`. */
export function allRules(instance, types, cuts) {
  const own = makeRules(instance, types);
  return (name, below) => {
    const cut = /^cut (\d+)$/.exec(name);
    if (!cut) return own(name);
    const number = Number(cut[1]);
    if (number >= below || number > cuts.length) return undefined;
    const { most, weights } = cuts[number - 1];
    return { terms: weights.map(([type, weight]) => [type - 1, weight]), least: null, most };
  };
}

/** U_t for every type (a Map, zeros may be missing) and the sum of the rules' sides. */
function combine(multipliers, rule, below) {
  const sums = new Map();
  let side = 0n;
  for (const [name, multiplier] of multipliers) {
    const found = rule(name, below);
    unless(found, 'proof-rule', { rule: name });
    unless(multiplier > 0n || found.least !== null, 'proof-sign', { rule: name });
    side += multiplier * (multiplier > 0n ? found.most : found.least);
    for (const [type, coefficient] of found.terms) sums.set(type, (sums.get(type) ?? 0n) + multiplier * coefficient);
  }
  return { sums, side };
}

/** The numbers of cuts whose proofs do not hold, with the reason; only the first is given. */
export async function wrongCut({ cuts }, types, rule) {
  for (const [i, { most, proof, weights }] of cuts.entries()) {
    const weight = new Map(weights.map(([type, value]) => [type - 1, value]));
    const bounds = new Map();
    const why = await reason(() => checkProof({ proof, most, weight, bounds, below: i + 1, types, rule }));
    if (why) return say('cut-unproven', { cut: i + 1, why });
  }
  return undefined;
}

async function checkProof(work) {
  const { proof, bounds, types } = work;
  if (proof === 'solver') return;
  await pause();
  if (proof.at === undefined) {
    checkLeaf(work);
    return;
  }
  const type = proof.type - 1;
  const [low, high] = bounds.get(type) ?? [0n, BigInt(types.size[type])];
  const narrowed = (from, to) => new Map(bounds).set(type, [from, to]);
  const above = proof.at + 1n;
  await checkProof({ ...work, proof: proof.high, bounds: narrowed(above > low ? above : low, high) });
  await checkProof({ ...work, proof: proof.low, bounds: narrowed(low, proof.at < high ? proof.at : high) });
}

function checkLeaf({ proof, most, weight, bounds, below, types, rule }) {
  const { sums, side } = combine(proof.multipliers, rule, below);
  if ([...bounds.values()].some(([low, high]) => low > high)) return;
  let total = side;
  for (let t = 0; t < types.count; t += 1) {
    const left = proof.scale * (weight.get(t) ?? 0n) - (sums.get(t) ?? 0n);
    if (left === 0n) continue;
    const [low, high] = bounds.get(t) ?? [0n, BigInt(types.size[t])];
    total += left > 0n ? left * high : left * low;
  }
  unless(total < proof.scale * (most + 1n), 'proof-leaf');
}

/** Checks all stages as they stand. Gives the reason why not (or undefined), and the types' values (from 0; may be missing). */
export async function checkStages({ stages }, types, rule) {
  const values = new Array(types.count).fill(undefined);
  let why;
  let before;
  for (const [i, stage] of stages.entries()) {
    const own = await reason(() => checkStage(stage, { values, before, types, rule, last: i === stages.length - 1 }));
    why ??= own && say('stage-wrong', { stage: i + 1, why: own });
    for (const type of stage.types) {
      if (values[type - 1] !== undefined) why ??= say('stage-again', { stage: i + 1, type });
      values[type - 1] = stage.value;
    }
    before = stage.value;
    await pause();
  }
  if (values.includes(undefined)) why ??= say('stage-open', { type: values.indexOf(undefined) + 1 });
  return { why, values };
}

function checkStage(stage, { values, before, types, rule, last }) {
  const { value } = stage;
  const open = values.flatMap((fixed, t) => (fixed === undefined ? [t] : []));
  unless(value.top >= 0n && value.top <= value.bottom, 'proof-range');
  unless(before === undefined || compare(before, value) <= 0, 'proof-below');
  const equal = (list) => list.length === stage.types.length && list.every((t, i) => stage.types[i] === t + 1);
  if (stage.multipliers.length === 0) {
    unless(last && value.top === value.bottom, 'proof-last');
    unless(open.length > 0 && equal(open), 'proof-left');
    return;
  }
  const { sums, side } = combine(stage.multipliers, rule, Infinity);
  const sum = (t) => sums.get(t) ?? 0n;
  const own = open.filter((t) => sum(t) > 0n);
  unless(own.length > 0 && equal(own), 'proof-types');
  let right = side;
  let fixed = { top: 0n, bottom: 1n };
  const shares = new Map(); // the fixed types' weights by their value, so that fractions are added once a stage
  for (const [t, u] of sums) {
    if (u < 0n) right -= BigInt(types.size[t]) * u;
    if (u > 0n && values[t] !== undefined) shares.set(values[t], (shares.get(values[t]) ?? 0n) + BigInt(types.size[t]) * u);
  }
  for (const [share, weight] of shares) fixed = add(fixed, times(share, weight));
  const divisor = own.reduce((all, t) => all + BigInt(types.size[t]) * sum(t), 0n);
  const expected = reduce(right * fixed.bottom - fixed.top, fixed.bottom * divisor);
  unless(compare(expected, value) === 0, 'proof-value');
}

/** Which cuts rest on the solver's word, directly or through other cuts, and which stages use them (numbers from 1). */
export function solverWord({ cuts, stages }) {
  const resting = new Set();
  const uses = (multipliers) => multipliers.some(([name]) => name.startsWith('cut ') && resting.has(Number(name.slice(4))));
  const rests = (proof) => {
    if (proof === 'solver') return true;
    return proof.at === undefined ? uses(proof.multipliers) : rests(proof.high) || rests(proof.low);
  };
  cuts.forEach(({ proof }, i) => {
    if (rests(proof)) resting.add(i + 1);
  });
  const found = stages.flatMap(({ multipliers }, i) => (uses(multipliers) ? [i + 1] : []));
  return { cuts: [...resting], stages: found };
}

/** The gap between the lottery and the certificate: `{ gap: text, exact: fraction, good }`. */
export function checkGap(values, tickets, all, types) {
  const bottom = BigInt(all);
  const seen = new Set();
  let gap = { top: 0n, bottom: 1n };
  tickets.forEach((own, i) => {
    const name = `${types.of[i]},${own}`;
    if (seen.has(name)) return;
    seen.add(name);
    const here = distance({ top: own, bottom }, values[types.of[i]]);
    if (compare(here, gap) > 0) gap = here;
  });
  const allowed = add({ top: 1n, bottom: 1_000_000_000n }, { top: 5n, bottom });
  return { gap: roundedUp(gap), exact: gap, good: compare(gap, allowed) <= 0 };
}
