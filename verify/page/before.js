// Which record another one follows: `before` in setup.json, and the line `before` of commit.txt.

import { isHash, refuse } from './bytes.js';
import { hash, keys, list, string } from './form.js';

/** `{ step, kind: 'replace' | 'alternates' | 'rotate', part }`; `part` is the panel named, or undefined. */
export function readStep(step) {
  const parts = /^(?:(replace|alternates)(?:\/([1-9]\d*))?|(rotate))$/.exec(step);
  if (!parts || Number(parts[2] ?? 1) > Number.MAX_SAFE_INTEGER) return refuse('bad-step', { step });
  return { step, kind: parts[1] ?? parts[3], part: parts[2] && Number(parts[2]) };
}

/** `{ step, kind, part, fingerprint, result, alternates, former }`. */
export function readBefore(value) {
  const found = keys(value, ['alternates', 'fingerprint', 'former', 'result', 'step'], 'before');
  const orNull = (name) => (found[name] === null ? null : hash(found[name], `before/${name}`));
  const before = {
    ...readStep(string(found.step, 'before/step')),
    alternates: orNull('alternates'),
    fingerprint: orNull('fingerprint'),
    former: list(found.former, 'before/former').map((one, i) => hash(one, `before/former/${i + 1}`)),
    result: hash(found.result, 'before/result'),
  };
  if (before.former.some((one, i) => i > 0 && before.former[i - 1] >= one)) refuse('bad-order', { where: 'before/former' });
  if (before.alternates !== null && before.kind !== 'replace') refuse('bad-alternates');
  if (before.former.length > 0 && before.kind !== 'rotate') refuse('bad-former');
  return before;
}

/** The same of what stands behind the word in the line of commit.txt, which names neither alternates nor former panels. */
export function readBeforeLine(line) {
  const [step, fingerprint, result, ...more] = line.split(' ');
  if (more.length > 0 || !isHash(result) || !(fingerprint === 'none' || isHash(fingerprint))) {
    return refuse('bad-line', { line: 'before' });
  }
  return { ...readStep(step), fingerprint: fingerprint === 'none' ? null : fingerprint, result };
}
