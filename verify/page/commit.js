// commit.txt: the commitment, line by line.

import { readBeforeLine } from './before.js';
import { isHash, refuse, text } from './bytes.js';
import { formatName } from './rehearsal.js';
import { isObjective, severalPanels } from './setup.js';
import { isBlank, trim } from './text.js';

const FILES = ['certificate.json', 'lottery.json', 'pool.leaves', 'quotas.csv', 'split.json'];
const GENESIS = 1692803367; // Unix time of quicknet's round 1
const PERIOD = 3; // seconds from one round to the next

/** `{ assembly, draw, attempt, previous, before, published, members, size, panels, tickets, objective, pool, seed, files }`. */
export function readCommit(bytes, rehearsal) {
  const content = text(bytes);
  if (!content.endsWith('\n')) refuse('bad-end');
  const lines = content.slice(0, -1).split('\n');
  const take = (word) => {
    const line = lines.shift() ?? '';
    return line.startsWith(`${word} `) ? line.slice(word.length + 1) : refuse('bad-line-missing', { line: word });
  };
  const optional = (word, read) => (lines[0]?.startsWith(`${word} `) ? read(take(word)) : undefined);
  const first = formatName('klero/commit/1', rehearsal);
  if (lines.shift() !== first) refuse('bad-first-line', { line: first });
  const found = {
    assembly: assembly(take('assembly')),
    draw: count(take('draw'), 'draw'),
    attempt: count(take('attempt'), 'attempt'),
    previous: [],
  };
  while (lines[0]?.startsWith('previous ')) found.previous.push(hash(take('previous'), 'previous'));
  if (found.previous.length !== found.attempt - 1) refuse('bad-attempts', { count: found.previous.length, attempt: found.attempt });
  if (new Set(found.previous).size !== found.previous.length) refuse('bad-attempt-twice');
  Object.assign(found, {
    before: optional('before', readBeforeLine),
    published: published(take('published')),
    members: count(take('members'), 'members'),
    size: count(take('size'), 'size'),
    panels: optional('panels', (digits) => count(digits, 'panels')),
    tickets: count(take('tickets'), 'tickets'),
    objective: objective(take('objective')),
    pool: hash(take('pool'), 'pool'),
    seed: source(take('seed')),
    files: new Map(),
  });
  if (found.panels !== undefined) severalPanels(found.panels, found.size, found.before);
  if (found.seed.kind === 'digits' && found.tickets !== 10 ** found.seed.count) {
    refuse('bad-digits', { count: found.seed.count });
  }
  while (lines.length > 0) file(take('file'), found.files);
  return found;
}

function assembly(name) {
  const length = [...name].length;
  if (length > 200 || isBlank(name) || trim(name) !== name || name.normalize('NFC') !== name || /[\0-\x1f\x7f-\x9f]/.test(name)) {
    refuse('bad-line', { line: 'assembly' });
  }
  return name;
}

function count(digits, line) {
  if (!/^[1-9]\d*$/.test(digits) || Number(digits) > Number.MAX_SAFE_INTEGER) refuse('bad-line', { line });
  return Number(digits);
}

function hash(value, line) {
  return isHash(value) ? value : refuse('bad-line', { line });
}

function objective(name) {
  return isObjective(name) ? name : refuse('bad-line', { line: 'objective' });
}

/** Seconds of Unix time. */
function published(value) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(value);
  const seconds = parts ? Date.parse(value) / 1000 : NaN;
  if (!(new Date(seconds * 1000).getTime() === seconds * 1000) || new Date(seconds * 1000).toISOString() !== value.replace('Z', '.000Z')) {
    refuse('bad-line', { line: 'published' });
  }
  return { seconds, text: value };
}

function source(value) {
  const beacon = /^beacon drand:quicknet (\S+)$/.exec(value);
  if (beacon) return { kind: 'beacon', round: count(beacon[1], 'seed') };
  const digits = /^digits (\S+)$/.exec(value);
  if (digits) {
    const number = count(digits[1], 'seed');
    return number <= 15 ? { kind: 'digits', count: number } : refuse('bad-line', { line: 'seed' });
  }
  return value === 'phrase' ? { kind: 'phrase' } : refuse('bad-line', { line: 'seed' });
}

function file(value, files) {
  const parts = /^([0-9a-f]{64}) (.+)$/.exec(value);
  if (!parts) refuse('bad-line', { line: 'file' });
  if ([...files.keys()].some((before) => before >= parts[2])) refuse('bad-file-lines');
  files.set(parts[2], parts[1]);
}

/** The files that a commitment must name; whether it does, `files.hashes` says. */
export function committedFiles({ objective: asked, panels } = {}) {
  const belongs = { 'certificate.json': asked === 'leximin', 'split.json': panels !== undefined };
  return FILES.filter((name) => belongs[name] ?? true);
}

/** When a round of the beacon comes, in seconds of Unix time (a BigInt: rounds can be large). */
export function roundTime(round) {
  return BigInt(GENESIS) + BigInt(PERIOD) * (BigInt(round) - 1n);
}
