// certificate.json: its form.

import { refuse } from './bytes.js';
import { ascending, format, keys, list, whole } from './form.js';
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
  const found = keys(readJson(bytes), ['cuts', 'format', 'objective', 'stages', 'types'], 'certificate.json');
  format(found.format, 'klero/certificate/1', rehearsal);
  if (found.objective !== 'leximin') refuse('its objective is not "leximin"');
  const types = whole(found.types, '"types"');
  return {
    types,
    objective: found.objective,
    cuts: list(found.cuts, '"cuts"').map((cut, i) => readCut(cut, `cut ${i + 1}`, types)),
    stages: list(found.stages, '"stages"').map((stage, i) => readStage(stage, `stage ${i + 1}`, types)),
  };
}

function readStage(value, where, types) {
  const found = keys(value, ['multipliers', 'types', 'value'], where);
  return {
    multipliers: readMultipliers(found.multipliers, where),
    types: ascending(found.types, `"types" of ${where}`, types),
    value: readFraction(found.value, `"value" of ${where}`),
  };
}

function readMultipliers(value, where) {
  return readNumbers(value, `"multipliers" of ${where}`, (name) => {
    if (!RULE.test(name)) refuse(`${where} names a rule "${name}", which is none`);
    return name;
  });
}

function readNumbers(value, where, readKey) {
  if (!(value instanceof Map)) return refuse(`${where} is not an object`);
  return [...value].map(([name, number]) => {
    const read = readWhole(number, `"${name}" of ${where}`);
    if (read === 0n) refuse(`${where} has a 0, which is left out`);
    return [readKey(name), read];
  });
}

function readCut(value, where, types) {
  const found = keys(value, ['most', 'proof', 'weights'], where);
  const weights = readNumbers(found.weights, `"weights" of ${where}`, (name) => {
    if (!/^[1-9]\d*$/.test(name) || Number(name) > types) refuse(`${where} has weights for a type "${name}", which is none`);
    return Number(name);
  });
  return { most: readWhole(found.most, `"most" of ${where}`), proof: readProof(found.proof, where, types, 0), weights };
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
    if (depth === DEEPEST) refuse(`the proof of ${where} has more than ${DEEPEST} branches one under the other`);
    const found = keys(value, ['at', 'high', 'low', 'type'], `a branch of ${where}`);
    if (whole(found.type, `"type" in ${where}`) > types) refuse(`${where} branches on a type that does not exist`);
    return {
      at: readWhole(found.at, `"at" in ${where}`),
      high: readProof(found.high, where, types, depth + 1),
      low: readProof(found.low, where, types, depth + 1),
      type: found.type,
    };
  }
  const found = keys(value, ['multipliers', 'scale'], `the proof of ${where}`);
  const scale = readWhole(found.scale, `"scale" in ${where}`);
  if (scale < 0n) refuse(`the scale in ${where} is negative`);
  return { multipliers: readMultipliers(found.multipliers, where), scale };
}
