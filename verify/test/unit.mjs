// The page's modules, in node, on texts and numbers; records.mjs tests them on whole records.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSigned, randomnessOf } from '../page/beacon.js';
import { Refused, fromHex, toHex, utf8 } from '../page/bytes.js';
import { readCombination } from '../page/combination.js';
import { readCommit } from '../page/commit.js';
import { readCsv, writeRow } from '../page/csv.js';
import { readFraction, roundedUp } from '../page/fraction.js';
import { readJson, readJsonSlowly, writeString } from '../page/json.js';
import { leafHash, nodeHash, rootFromPath, treeRoot } from '../page/leaves.js';
import { panelOf, ticketsOf } from '../page/lottery.js';
import { decimal } from '../page/probabilities.js';
import { readQuotas } from '../page/quotas.js';
import { keyStream, ticketOf } from '../page/seed.js';
import { moment, percent, receiptWords } from '../page/summary.js';
import { addressKey, key, trim } from '../page/text.js';
import { english } from './said.mjs';

const json = (text) => readJson(utf8(text));
const refused = (work, word) => assert.throws(work, (error) => error instanceof Refused && english(error.about('x.csv')).includes(word), word);

test('JSON: what is read', () => {
  assert.deepEqual(json(' {"a" : [1, 0, 9007199254740991, null, true, "x"]} '), new Map([['a', [1, 0, 2 ** 53 - 1, null, true, 'x']]]));
  assert.equal(json('"\\u00e9\\ud83d\\ude00\\n\\/é😀"'), 'é😀\n/é😀');
  assert.deepEqual(json('{"__proto__":1}'), new Map([['__proto__', 1]]));
});

test('JSON: what is refused', () => {
  const bad = [
    ['{"a":1,"a":2}', 'twice'], ['{"a":1,"\\u0061":2}', 'twice'], ['9007199254740992', '2^53'], ['1.0', 'whole'], ['1e3', 'whole'],
    ['-1', 'negative'], ['01', 'whole number'], ['"\\ud800"', 'lone'], ['"\\ud800\\u0041"', 'lone'], ['"\\udc00"', 'lone'],
    ['"\\x41"', 'escape'], ['"\\u12g4"', 'escape'], ['"a\nb"', 'control'], ['"a', 'does not end'], ['[1,]', 'no value'],
    ['{"a":1,}', 'key'], ['{a:1}', 'key'], ['1 2', 'after the end'], ['', 'too early'], ['\uFEFF1', 'no value'], ['[1', 'missing'],
    ['nul', 'no value'], ['['.repeat(300), 'deeply'],
  ];
  for (const [text, word] of bad) refused(() => json(text), word);
  refused(() => readJson(Uint8Array.of(34, 0xff, 34)), 'UTF-8');
  refused(() => readJson(Uint8Array.of(34, 0xed, 0xa0, 0x80, 34)), 'UTF-8');
});

test('JSON: the slow reader says the same', async () => {
  for (const text of ['{"a":[1,[2]],"b":{"c":[]},"d":[]}', '{}', '[1,2]']) {
    assert.deepEqual(await readJsonSlowly(utf8(text)), json(text));
  }
  for (const text of ['{"a":[1,],"b":1}', '{"a":[1],"a":[1]}', '{"a":[1]', '{"a":[1]} x']) {
    await assert.rejects(readJsonSlowly(utf8(text)), Refused);
  }
});

test('JSON: strings as leaves write them', () => {
  assert.equal(writeString('a"\\\b\f\n\r\t\u0001\u001f\u007f/é😀'), '"a\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\u007f/é😀"');
});

test('texts: white space, keys, addresses', () => {
  assert.equal(trim('\u0085\u00a0\u3000 a b \u2028'), 'a b');
  assert.equal(trim('\uFEFFa'), '\uFEFFa', 'a byte-order mark is no white space');
  assert.equal(key(' Fe\u00a0MALE '), 'fe male');
  assert.equal(key('E\u0301'), key('é'));
  assert.notEqual(key('a  b'), key('a b'));
  assert.equal(addressKey('12a, Mill Lane'), addressKey('12A mill-lane'));
  assert.notEqual(addressKey('12a'), addressKey('12b'));
  assert.equal(addressKey(' -/. '), '');
});

test('CSV: what is read and refused', () => {
  const read = (text) => readCsv(utf8(text));
  assert.deepEqual(read('\uFEFFa,b\r\n\r\n"x,""y""\n",z\r , \n1,2').rows, [['x,"y"\n', 'z'], ['1', '2']]);
  assert.deepEqual(read('a\nAnn "Annie" Lee\n').rows, [['Ann "Annie" Lee']]);
  assert.deepEqual(read('a,b\n1,\n').rows, [['1', '']]);
  assert.deepEqual(read('a,b\n1,').rows, [['1', '']]);
  for (const [text, word] of [['a,b\n"x', 'never closed'], ['a,b\n"x"y,z', 'after a closing'], ['a,b\n1\n', 'cells'], ['a\n', 'below'], ['\n', 'header'], ['a\n\0', 'NUL']]) {
    refused(() => read(text), word);
  }
});

test('CSV: what is written', () => {
  assert.equal(writeRow(['a b', 'x,y', 'q"q', 'l\nl', '']), 'a b,"x,y","q""q","l\nl",\n');
  assert.equal(writeRow(['']), '""\n');
});

const quotas = (text, columns = ['gender', 'age']) => readQuotas(utf8(text), (name) => columns.includes(name));
const TABLE = 'gender,female,1,2\ngender,male,0,2\nage,16-29,1,1\nage,30+,1,1.0\n';

test('quotas: the heads, and combinations in four spellings', () => {
  for (const head of ['feature,value', 'category,name', 'category,feature']) {
    assert.equal(quotas(`${head},min,max\n${TABLE}`).quotas.length, 4);
  }
  for (const row of ['gender=female & age=16-29,,0,1', ',gender=female & age=16-29,0,1', 'combination,AGE = 16-29 & gender=Female,0,1', 'gender & age,female & 16-29,0,1']) {
    const { parts } = quotas(`feature,value,min,max\n${TABLE}${row}\n`).quotas[4];
    assert.deepEqual(parts.sort((a, b) => a.category - b.category), [{ category: 0, value: 'female' }, { category: 1, value: '16-29' }], row);
  }
});

test('quotas: what is refused', () => {
  const bad = [
    ['feature,value,name,category,min,max\na,b,c,d,1,2', 'exactly one'], ['feature,min,max\na,1,2', 'exactly one'],
    ['feature,value,min,max\ngender,a,2,1', 'above the maximum'], ['feature,value,min,max\ngender,a,1.5,2', 'whole number'],
    ['feature,value,min,max\ngender,a,1,2\nGender, A,1,2', 'twice'], ['feature,value,min,max\nother,a,1,2', 'neither'],
    ['feature,value,min,max,min_flex\ngender,a,1,2,2', 'min_flex'], ['feature,value,min,max\ngender,,1,2', 'no value'],
    [`feature,value,min,max\n${TABLE}gender & age,female & 16-29,0,1\n,age=16-29 & gender=female,0,1`, 'second quota'],
    [`feature,value,min,max\n${TABLE}gender=female & gender=male,,0,1`, 'a category twice'],
  ];
  for (const [text, word] of bad) refused(() => quotas(text), word);
});

test('combinations: names with & and =, the shorter names from the left', () => {
  const category = (name, ...values) => ({ key: name, name, values: new Map(values.map((value) => [value, value])) });
  const known = [category('gender', 'female'), category('dept', 'r & d', 'r'), category('d', 'x')];
  assert.deepEqual(readCombination('gender=female & dept=R & D', '', known), [{ category: 0, value: 'female' }, { category: 1, value: 'r & d' }]);
  assert.deepEqual(readCombination('', 'dept=r & d=x', known), [{ category: 1, value: 'r' }, { category: 2, value: 'x' }]);
  assert.equal(readCombination('gender=female', '', known), undefined);
});

test('fractions: one form each', () => {
  assert.deepEqual(readFraction('-5/112', ''), { top: -5n, bottom: 112n });
  assert.deepEqual(readFraction('7', ''), { top: 7n, bottom: 1n });
  for (const bad of ['2/4', '1/1', '1/-2', '+1', '01', '-0', '0/2', '1/02', '', '1.5', `1${'0'.repeat(20000)}`]) refused(() => readFraction(bad, 'x'), 'x');
  assert.equal(roundedUp({ top: 1n, bottom: 3n }), '3.34e-1');
  assert.equal(roundedUp({ top: 9999n, bottom: 10n }), '1.00e3');
  assert.equal(roundedUp({ top: 0n, bottom: 1n }), '0');
});

test('probabilities are rounded half up', () => {
  assert.equal(decimal(1n, 3), '0.333333333333');
  assert.equal(decimal(2n, 3), '0.666666666667');
  assert.equal(decimal(1n, 2 ** 13), '0.000122070313');
  assert.equal(decimal(5n, 5), '1.000000000000');
});

test('the tree of RFC 6962: paths lead to the root, and wrong ones do not', async () => {
  for (const size of [1, 2, 3, 5, 8, 11]) {
    const leaves = Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
    const root = toHex(await treeRoot(leaves));
    for (let at = 0; at < size; at += 1) {
      const path = await pathOf(leaves, at);
      assert.equal(toHex(rootFromPath(leaves[at], at, size, path)), root);
      assert.notEqual(toHex(rootFromPath(leafHash('other'), at, size, path)), root);
      assert.equal(rootFromPath(leaves[at], at, size, [...path, root]), undefined);
      if (path.length > 0) assert.equal(rootFromPath(leaves[at], at, size, path.slice(1)), undefined);
    }
  }
  const [a, b, c] = [0, 1, 2].map((i) => leafHash(`leaf ${i}`));
  assert.deepEqual(await treeRoot([a, b, c]), nodeHash(nodeHash(a, b), c));
});

async function pathOf(leaves, at) {
  if (leaves.length === 1) return [];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return at < split ? [...(await pathOf(left, at)), await treeRoot(right)] : [...(await pathOf(right, at - split)), await treeRoot(left)];
}

// Published rounds of quicknet.
const ROUNDS = [
  [123, 'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92'],
  [1000, 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'],
  [657413, 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b'],
];

test('the beacon: published rounds are signed, others are not', () => {
  for (const [round, signature] of ROUNDS) {
    assert.equal(isSigned(round, signature), true);
    assert.equal(isSigned(round + 1, signature), false);
  }
  assert.equal(randomnessOf(ROUNDS[1][1]), 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd');
  assert.equal(isSigned(123, ROUNDS[1][1]), false);
  assert.equal(isSigned(123, `c0${'0'.repeat(94)}`), false, 'the point at infinity');
  assert.equal(isSigned(123, 'f'.repeat(96)), false, 'no point');
});

test('ChaCha20: the published key stream of the zero key (draft-agl-tls-chacha20poly1305, test vector 1)', () => {
  const words = keyStream('0'.repeat(64));
  const bytes = Buffer.alloc(64);
  for (let i = 0; i < 8; i += 1) bytes.writeBigUInt64LE(words.next().value, 8 * i);
  assert.equal(
    bytes.toString('hex'),
    '76b8e0ada0f13d90405d6ae55386bd28bdd219b8a08ded1aa836efcc8b770dc7da41597c5157488d7724e03fb8d84a376a43b8f41518a11cc387b669b2ee6586',
  );
});

test('the ticket: words that are too large are passed over', () => {
  const zero = '0'.repeat(64);
  assert.equal(ticketOf(zero, 7), Number(keyStream(zero).next().value % 7n));
  // Planted: with so many tickets (no record has them) nearly half of all words are too large, the first one here too.
  const many = 2n ** 63n + 1n;
  let below;
  for (const word of keyStream(zero)) {
    below ??= word < many ? word : undefined;
    if (below !== undefined) break;
  }
  assert.ok(keyStream(zero).next().value >= many);
  assert.equal(ticketOf(zero, many), Number(below));
});

test('tickets are counted exactly beyond 2^53', async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const lottery = { panels: [{ members: [1], tickets: most }, { members: [1], tickets: most }, { members: [1, 2], tickets: 3 }] };
  assert.deepEqual(await ticketsOf(lottery, 2), [2n * BigInt(most) + 3n, 3n]);
  assert.equal(panelOf(lottery, most - 1), 0);
  assert.equal(panelOf(lottery, most), 1);
  assert.equal(panelOf({ panels: [{ tickets: 2 }] }, 2), -1);
});

const COMMIT = `klero/commit/1
assembly Bürgerrat
draw 1
attempt 2
previous ${'a'.repeat(64)}
published 2024-02-29T23:59:59Z
members 8
size 2
tickets 1000
objective leximin
pool ${'b'.repeat(64)}
seed digits 3
file ${'c'.repeat(64)} certificate.json
file ${'c'.repeat(64)} lottery.json
file ${'c'.repeat(64)} pool.leaves
file ${'c'.repeat(64)} quotas.csv
`;

test('commit.txt: one form, and nothing beside it', () => {
  assert.equal(readCommit(utf8(COMMIT)).seed.count, 3);
  const planted = [
    ['2024-02-29T', '2023-02-29T'], ['23:59:59', '23:59:60'], ['23:59:59', '24:00:00'], ['draw 1', 'draw 01'], ['draw 1', 'draw 0'], ['draw 1\n', 'draw 1 \n'],
    ['attempt 2', 'attempt 3'], ['digits 3', 'digits 4'], ['digits 3', 'digits 16'], ['digits 3', 'beacon drand:quicknet 0'], ['digits 3', 'word'],
    ['Bürgerrat', 'Bu\u0308rgerrat'], ['Bürgerrat', ' Bürgerrat'], ['Bürgerrat', 'B\u0085t'], ['Bürgerrat', 'B'.repeat(201)], ['aaaa', 'AAAA'],
    ['draw 1\nattempt 2', 'attempt 2\ndraw 1'], ['quotas.csv\n', 'quotas.csv'], ['quotas.csv\n', 'quotas.csv\n\n'], ['\n', '\r\n'],
  ];
  for (const [from, to] of planted) refused(() => readCommit(utf8(COMMIT.replace(from, to))), '');
});

test('words for people', () => {
  const share = (part, whole) => english(percent(part, whole));
  assert.equal(share(1234n, 10000), '12.3 %');
  assert.equal(share(0n, 5), '0 %');
  assert.equal(share(5n, 5), '100 %');
  assert.equal(share(1n, 10n ** 6n), '0.0001 %');
  assert.equal(share(1n, 10n ** 9n), 'less than 0.000001 %');
  assert.equal(share(1n, 3), '33.3 %');
  assert.equal(english(moment(1692803367)), '23 August 2023 at 15:09:27 UTC');
  assert.equal(english(moment(10n ** 20n)), 'a time too far away to name');
});

test('a chance is told only where nothing failed', () => {
  const leaf = { number: 1, id: 'a1', name: [], household: [], features: [] };
  const facts = { receipt: { value: { leaf, tickets: 1n } }, lottery: { value: { tickets: 4n } }, result: undefined, hasDraw: false };
  const words = (verdict, id = 'files.hashes') => receiptWords(facts, [{ id, verdict }]);
  assert.match(english(words('PASS').chance), /a chance of 25/);
  for (const said of [words('FAIL'), words('NOT CHECKED', 'receipt.tickets')]) {
    assert.deepEqual([said.doubt, said.chance, said.outcome], [true, undefined, undefined]);
  }
});

test('hexadecimal text there and back', () => assert.equal(toHex(fromHex('00ff10')), '00ff10'));
