// certificate.json: its form.

import { refuse } from './bytes.js';
import { ascending, fixed, format, keys, list, whole } from './form.js';
import { readFraction, readWhole } from './fraction.js';
import { readJson } from './json.js';

const DEEPEST = 100;
const NUMBER = '[1-9]\\d*';
const RULE = new RegExp(
  `^(size|(quota|household|apart|include|exclude|cut) ${NUMBER}|household ${NUMBER} kind ${NUMBER})$`,
);

/**
 * `{ types, objective, cuts: [{ most, weights: [[type, weight]], proof }], stages: [{ multipliers, types, value }] }`;
 * types count from 1, multipliers are `[[rule name, BigInt]]`.
 */
export function readCertificate(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['cuts', 'format', 'objective', 'stages', 'types'], '');
  format(found.format, 'klero/certificate/1', rehearsal);
  fixed(found.objective, 'leximin', 'objective');
  const types = whole(found.types, 'types');
  return {
    types,
    objective: found.objective,
    cuts: list(found.cuts, 'cuts').map((cut, i) => readCut(cut, `cuts/${i + 1}`, types)),
    stages: list(found.stages, 'stages').map((stage, i) => readStage(stage, `stages/${i + 1}`, types)),
  };
}

function readStage(value, where, types) {
  const found = keys(value, ['multipliers', 'types', 'value'], where);
  return {
    multipliers: readMultipliers(found.multipliers, `${where}/multipliers`),
    types: ascending(found.types, `${where}/types`, types),
    value: readFraction(found.value, `${where}/value`),
  };
}

function readMultipliers(value, where) {
  return readNumbers(value, where, (name) => {
    if (!RULE.test(name)) refuse('bad-rule', { where, rule: name });
    return name;
  });
}

function readNumbers(value, where, readKey) {
  if (!(value instanceof Map)) return refuse('bad-object', { where });
  return [...value].map(([name, number]) => {
    const read = readWhole(number, `${where}/${name}`);
    if (read === 0n) refuse('bad-zero', { where: `${where}/${name}` });
    return [readKey(name), read];
  });
}

function readCut(value, where, types) {
  const found = keys(value, ['most', 'proof', 'weights'], where);
  const weights = readNumbers(found.weights, `${where}/weights`, (name) => {
    if (!/^[1-9]\d*$/.test(name) || Number(name) > types) refuse('bad-type', { where: `${where}/weights/${name}` });
    return Number(name);
  });
  return { most: readWhole(found.most, `${where}/most`), proof: readProof(found.proof, `${where}/proof`, types, 0), weights };
}

/** The first rule that is named anywhere and that `exists` does not know, or undefined. */
export function unknownRule({ cuts, stages }, exists) {
  const inProof = (proof) => {
    if (proof === 'solver') return [];
    return proof.at === undefined ? proof.multipliers : [...inProof(proof.high), ...inProof(proof.low)];
  };
  const all = [...stages.flatMap(({ multipliers }) => multipliers), ...cuts.flatMap(({ proof }) => inProof(proof))];
  return all.find(([name]) => !exists(name))?.[0];
}

/** "solver", or `{ scale, multipliers }`, or `{ type, at, high, low }`. */
function readProof(value, where, types, depth) {
  if (value === 'solver') return value;
  if (value instanceof Map && value.has('at')) {
    if (depth === DEEPEST) refuse('bad-deep', { where, most: DEEPEST });
    const found = keys(value, ['at', 'high', 'low', 'type'], where);
    if (whole(found.type, `${where}/type`) > types) refuse('bad-type', { where: `${where}/type` });
    return {
      at: readWhole(found.at, `${where}/at`),
      high: readProof(found.high, `${where}/high`, types, depth + 1),
      low: readProof(found.low, `${where}/low`, types, depth + 1),
      type: found.type,
    };
  }
  const found = keys(value, ['multipliers', 'scale'], where);
  const scale = readWhole(found.scale, `${where}/scale`);
  if (scale < 0n) refuse('bad-whole', { where: `${where}/scale`, least: 0 });
  return { multipliers: readMultipliers(found.multipliers, `${where}/multipliers`), scale };
}
