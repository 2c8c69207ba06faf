// The page's modules, in node, on what checks/rules.js says of a step after another record: chain.rules, and the notes of a verdict.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { utf8 } from '../page/bytes.js';
import { chainOf } from '../page/chain.js';
import { chainNotes } from '../page/checks/rules.js';
import { gather } from '../page/facts.js';
import { languageOf } from '../page/language.js';
import { verdictOf, verdictTogether } from '../page/verdict.js';
import { changed, json, judge, recordsOf, replacing, told } from './planted.mjs';
import { english, wordsOf } from './said.mjs';

/** Both setups with the same change, so that nothing differs between them. */
async function ruled(name, at, earlier, change) {
  const setup = json((own) => change(own.rules));
  return changed(await changed(recordsOf(name), at, 'setup.json', setup), earlier, 'setup.json', setup);
}

test('chain.rules: what stays the same from step to step', async () => {
  const verdict = async (records, at = 1) => told(await judge(records), at).ids['chain.rules'];
  const rules = (change) => json((setup) => change(setup.rules));
  const at = (own, change) => changed(recordsOf('chain_replace'), own, 'setup.json', rules(change));
  const homes = (columns, limit) => (own) => Object.assign(own, { household_columns: columns, household_limit: limit });
  const planted = [
    [1, homes(['age'], 3)], [0, homes(['age'], 3)], // columns on one side only
    [0, (own) => { own.exclude = [5]; }],
    [0, (own) => { own.apart = [[3, 4]]; }],
    [1, (own) => { own.apart = [[3, 4]]; }],
  ];
  for (const [own, change] of planted) assert.equal(await verdict(await at(own, change)), 'FAIL', `${own} ${change}`);
  assert.equal(await verdict(await at(1, (own) => { own.exclude = [1, 5]; })), 'PASS', 'more may be excluded');
  const free = await at(0, (own) => { own.exclude = [5]; });
  assert.equal(await verdict(await changed(free, 1, 'setup.json', rules((own) => { own.include = [2, 5, 11]; }))), 'PASS', 'included instead');
  assert.equal(await verdict(await ruled('chain_replace', 1, 0, (own) => { own.apart = [[3, 4]]; })), 'PASS');

  const limits = await ruled('chain_replace', 1, 0, homes(['age'], 3));
  assert.equal(await verdict(limits), 'PASS');
  const without = async (change) => verdict(await changed(limits, 1, 'setup.json', rules(change)));
  assert.equal(await without((own) => { own.household_limit = 4; }), 'FAIL');
  assert.equal(await without((own) => { own.household_columns = ['age', 'gender']; }), 'FAIL');
  assert.equal(await without((own) => { own.apart = [[3, 5, 6]]; }), 'FAIL', 'of one household, but there is no other panel to keep it from');

  for (const own of [0, 1]) assert.equal(await verdict(await changed(recordsOf('chain_replace'), own, 'setup.json', (bytes) => bytes.slice(1))), 'NOT CHECKED');
  const mixed = [recordsOf('public_chain_replace')[0], recordsOf('chain_replace')[1]];
  assert.equal(await verdict(mixed), 'NOT CHECKED', 'the earlier record is public');
  assert.equal(await verdict(await changed(recordsOf('chain_alternates'), 1, 'setup.json', rules((own) => { own.apart = [[3, 4]]; }))), 'FAIL', 'alternates too');
  assert.equal(await verdict(recordsOf('chain_rotate'), 2), undefined, 'a new term has its own rules');
});

test('chain.rules: groups that are new keep a household from having more seats on all panels together', async () => {
  const verdict = async (name, at, group, { limit = 4, gone } = {}) => {
    const homes = await ruled(name, at, 0, (own) => Object.assign(own, { household_columns: ['age'], household_limit: limit }));
    const records = await changed(homes, at, 'setup.json', json(({ rules }) => { rules.apart = [group]; }));
    return told(await judge(gone ? await changed(records, at, gone, () => undefined) : records), at).ids['chain.rules'];
  };
  for (const [name, at] of [['chain_alternates', 1], ['chain_panels', 2], ['chain_panels', 3]]) {
    assert.equal(await verdict(name, at, [3, 6]), 'PASS', `${name} ${at}`);
    assert.equal(await verdict(name, at, [3, 4, 6]), 'FAIL', 'of two households');
    assert.equal(await verdict(name, at, [3, 6], { limit: 1 }), 'FAIL', 'where one of a household may sit, groups say nothing new');
    assert.equal(await verdict(name, at, [3, 6], { gone: 'pool.csv' }), 'NOT CHECKED', 'nothing says who is of one household');
  }
  assert.equal(await verdict('chain_replace', 1, [3, 6]), 'FAIL', 'there is one panel only');
  assert.equal(await verdict('chain_alternates', 2, [3, 6]), 'FAIL', 'a list of alternates makes no panel');
  assert.equal(await verdict('chain_panels', 3, [3, 9]), 'FAIL', '9 is included, and would keep 3 out');
  assert.equal(await verdict('chain_panels', 3, [3, 9], { gone: 'pool.csv' }), 'FAIL', 'which needs no pool');
});

test('chain.rules: whoever comes in keeps the rules beside the other panels as they are now', async () => {
  // The first draw seats 1, 9 and 12 on panel 1, and 7, 8 and 10 on panel 2; there 5 replaces 7, and here, at 3, 2 replaces 1.
  const verdict = async (records) => told(await judge(records), 3).ids['chain.rules'];
  const apart = (...groups) => ruled('chain_panels', 3, 0, (own) => { own.apart = groups; });
  for (const [group, expected] of [[[2, 5], 'FAIL'], [[2, 7], 'FAIL'], [[2, 10], 'FAIL'], [[2, 9], 'PASS'], [[2, 3], 'PASS'], [[9, 10], 'PASS']]) {
    assert.equal(await verdict(await apart(group)), expected, String(group));
  }
  const homes = (limit) => ruled('chain_panels', 3, 0, (own) => Object.assign(own, { household_columns: ['age'], household_limit: limit }));
  assert.equal(await verdict(await homes(3)), 'FAIL', '5, 8 and 10 are of the household of 2');
  assert.equal(await verdict(await homes(4)), 'PASS');
  const undrawn = async (records, at) => {
    let left = records;
    for (const own of ['result.json', 'selected.csv', 'remaining.csv', 'new.csv']) left = await changed(left, at, own, () => undefined);
    return left;
  };
  assert.equal(await verdict(await undrawn(await homes(3), 1)), 'PASS', 'nobody came in for 7 yet');
  assert.equal(await verdict(await undrawn(await apart([2, 7]), 3)), 'PASS', 'nobody came in here yet');
  const gone = [[0, 'split.json', () => undefined], [1, 'result.json', () => utf8('{}')], [3, 'pool.csv', () => undefined], [3, 'result.json', () => utf8('{}')]];
  for (const change of gone) {
    const records = await changed(recordsOf('chain_panels'), ...change);
    assert.equal(await verdict(records), 'NOT CHECKED', `${change}`);
    assert.equal(await verdict(await changed(records, 0, 'setup.json', json(({ rules }) => { rules.exclude = [3]; }))), 'FAIL', 'another condition fails');
  }
  const lost = await changed(await apart([2, 7]), 0, 'setup.json', (bytes) => bytes.slice(1));
  assert.equal(await verdict(lost), 'FAIL', 'who is barred does not need the earlier setup.json');
  assert.equal(await verdict(await changed(lost, 0, 'commit.txt', () => undefined)), 'NOT CHECKED', 'without both, nothing says that several panels were drawn');
});

/** The notes about the step of the record at `at`, as if these checks had passed. */
async function notes(records, at, ...passed) {
  const all = await Promise.all(records.map(({ files }) => gather(files, () => {})));
  return chainNotes(all[at], chainOf(all[at], all, at), passed.map((id) => ({ id, verdict: 'PASS' })));
}

test('notes: other quotas than before', async () => {
  assert.deepEqual(await notes(recordsOf('chain_replace'), 1), []);
  const quotas = async (name, at, own, change) => notes(await changed(recordsOf(name), at, own, change), at);
  assert.deepEqual(await quotas('chain_replace', 1, 'quotas.csv', replacing(/$/, '\n')), [{ note: 'note-quotas' }]);
  assert.deepEqual(await quotas('public_chain_replace', 1, 'quotas.csv', replacing(/$/, '\n')), [{ note: 'note-quotas' }]);
  assert.deepEqual(await quotas('chain_replace', 1, 'quotas.csv', () => undefined), []);
  assert.deepEqual(await quotas('chain_rehearsal', 1, 'REHEARSAL-quotas.csv', (bytes) => bytes), [], 'the mark is no difference');
  assert.deepEqual(await quotas('chain_rehearsal', 1, 'REHEARSAL-quotas.csv', replacing(/2\n/, '3\n')), [{ note: 'note-quotas' }]);
  const [certain] = await quotas('chain_alternates', 1, 'quotas.csv', replacing(/$/, '\n'));
  assert.equal(certain.note, 'note-certain', 'alternates have quotas of their own');
});

test('notes: members who are excluded for no reason that the records give', async () => {
  const count = async (name, at, change, earlier = () => {}) => {
    const setup = (own) => json(({ rules }) => own(rules));
    const records = await changed(await changed(recordsOf(name), at, 'setup.json', setup(change)), 0, 'setup.json', setup(earlier));
    return (await notes(records, at, 'chain.rules')).find(({ note }) => note === 'note-excluded')?.count;
  };
  const exclude = (...numbers) => (own) => { own.exclude = numbers; };
  assert.equal(await count('chain_replace', 1, exclude(1, 5)), 1);
  assert.equal(await count('chain_replace', 1, exclude(1, 5, 6)), 2);
  assert.equal(await count('chain_replace', 1, exclude(1, 5, 6), exclude(6)), 1, 'excluded before');
  const apart = (group, ...exclude_) => (own) => Object.assign(own, { exclude: exclude_, apart: [group] });
  assert.equal(await count('chain_replace', 1, apart([5, 11], 1, 5)), 1, 'whoever stays on this panel is no reason: the lottery keeps them apart');
  assert.equal(await count('chain_replace', 1, apart([1, 5], 1, 5)), 1, 'nor is whoever dropped out');
  assert.equal(await count('chain_panels', 3, exclude(1, 5, 7, 8, 10)), undefined, 'drawn on another panel');
  assert.equal(await count('chain_panels', 3, exclude(1, 3, 5, 7, 8, 10)), 1);
  assert.equal(await count('chain_panels', 3, apart([3, 5], 1, 3, 5, 7, 8, 10)), undefined, 'barred by 5, who came in there');
  assert.equal(await count('chain_panels', 3, apart([3, 8], 1, 3, 5, 7, 8, 10)), undefined, 'barred by 8, who sits on the other panel');
  assert.equal(await count('chain_panels', 3, apart([3, 9], 1, 3, 5, 7, 8, 10)), 1, '9 sits on this panel');
  assert.equal(await count('chain_panels', 2, apart([3, 9], 1, 3, 5, 7, 8, 9, 10, 12)), undefined, 'alternates are barred by all who sit: 9 on their panel');
  assert.equal(await count('chain_panels', 2, apart([3, 8], 1, 3, 5, 7, 8, 9, 10, 12)), undefined, 'and 8 on another');
  assert.equal(await count('chain_alternates', 1, exclude(1, 4, 9, 10)), 1, 'alternates too');
  assert.equal(await count('chain_alternates', 1, apart([4, 9], 1, 4, 9, 10)), undefined);
  const more = await changed(recordsOf('chain_replace'), 1, 'setup.json', json(({ rules }) => { rules.exclude = [1, 5]; }));
  assert.deepEqual(await notes(more, 1, 'chain.rules'), [{ note: 'note-excluded', count: 1 }]);
  assert.deepEqual(await notes(more, 1, 'chain.seats'), [], 'only where the rules are those of before');
});

test('notes: members who are excluded from a new term, and neither sat nor rest', async () => {
  const excluding = (...numbers) => changed(recordsOf('chain_rotate'), 2, 'setup.json', json(({ rules }) => Object.assign(rules, { exclude: numbers, include: [9] })));
  const found = async (...numbers) => notes(await excluding(...numbers), 2, 'chain.seats');
  assert.deepEqual(await found(3), [], 'sat on a former panel');
  assert.deepEqual(await found(3, 4), [], 'sat on the panel before');
  assert.deepEqual(await found(3, 5), [{ note: 'note-excluded', count: 1 }]);
  assert.deepEqual(await found(1, 3, 5), [{ note: 'note-excluded', count: 2 }]);
  assert.deepEqual(await notes(await excluding(3, 5), 2, 'chain.rules'), [], 'only where it is known who sat');
  const forgotten = await changed(await excluding(3), 2, 'setup.json', json(({ before }) => { before.former = []; }));
  assert.deepEqual(await notes(forgotten, 2, 'chain.seats'), [{ note: 'note-excluded', count: 1 }], 'nothing says that 3 rests');
});

test('notes: more alternates than seats', async () => {
  const sized = (size) => json((lottery) => {
    const members = Array.from({ length: size }, (_, i) => i + 1);
    Object.assign(lottery, { size, panels: [{ members, tickets: lottery.tickets }] });
  });
  const many = async (name, at, size, ...change) => {
    let records = await changed(recordsOf(name), at, 'lottery.json', sized(size));
    if (change.length > 0) records = await changed(records, ...change);
    return (await notes(records, at)).some(({ note }) => note === 'note-many');
  };
  for (const [name, at] of [['chain_alternates', 1], ['chain_panels', 2], ['public_chain_alternates', 1], ['public_chain_panels', 2]]) {
    assert.deepEqual([await many(name, at, 3), await many(name, at, 4)], [false, true], name);
  }
  assert.equal(await many('chain_panels', 2, 4, 0, 'split.json', () => undefined), false, 'nothing says how many sit on panel 1');
  assert.equal(await many('chain_alternates', 1, 4, 0, 'result.json', () => undefined), false, 'nor here');
  assert.equal(await many('chain_replace', 1, 4), false, 'about alternates only');
});

const checksOf = (gap, verdict = 'PASS') => [{ id: 'certificate.gap', verdict, gap }];

test('notes: how far the lottery is from the fairest, rounded up', () => {
  const facts = { isPublic: false, hasDraw: true, hasCommitment: true, objective: 'leximin' };
  const said = (top, bottom) => verdictOf(checksOf({ top, bottom }), facts, []);
  const table = [
    [0n, 1n], [1n, 1_000_000n], [1n, 999_999n, '0.1'], [1n, 1000n, '0.1'], [1001n, 1_000_000n, '0.2'], [1n, 20n, '5.0'],
    [888n, 1000n, '88.8'], [8881n, 10_000n, '88.9'], [10n ** 30n - 1n, 10n ** 30n, '100.0'], [1n, 1n, '100.0'],
  ];
  for (const [top, bottom, points] of table) {
    const found = said(top, bottom);
    assert.equal(found.verdict, points ? `VERIFIED (chances are up to ${points} percentage points from the fairest)` : 'VERIFIED', `${top}/${bottom}`);
    assert.equal(english(found.said), found.verdict);
  }
  assert.match(wordsOf(languageOf('de')).text(said(1n, 20n).said), /bis zu 5,0 Prozentpunkte/);
  assert.equal(verdictOf(checksOf({ top: 1n, bottom: 2n }, 'FAIL'), facts, []).verdict, 'NOT VERIFIED');
  const ofChain = [{ note: 'note-quotas' }, { note: 'note-excluded', count: 1 }, { note: 'note-certain', count: 2 }, { note: 'note-many' }];
  const all = verdictOf(checksOf({ top: 1n, bottom: 2n }), { ...facts, hasCommitment: false, objective: 'nash' }, ofChain);
  assert.equal(all.verdict, 'VERIFIED (no commitment; the seed may have been chosen to suit; no certificate; how fair the lottery is was not checked; chances are up to 50.0 percentage points from the fairest; other quotas than before; 1 member more is excluded than its step asks for; 2 members are certain to be alternates; more alternates than seats)');
  assert.equal(english(all.said), all.verdict);
});

test('notes: a lottery of one ticket fits its certificate, and its verdict says how far it is from it', async () => {
  const [{ files }] = recordsOf('solved');
  const read = async (name) => new TextDecoder().decode(await files.get(name).read());
  const { panels: [{ members }] } = JSON.parse(await read('lottery.json'));
  const rows = (await read('probabilities.csv')).trim().split('\n').slice(1).map((row) => row.split(','));
  const tickets = rows.map(([number, id]) => [number, id, members.includes(Number(number)) ? 1 : 0]);
  const made = {
    'lottery.json': json((lottery) => Object.assign(lottery, { panels: [{ members, tickets: 1 }], tickets: 1 }))(await files.get('lottery.json').read()),
    'probabilities.csv': utf8(`number,id,probability,tickets\n${tickets.map(([number, id, own]) => `${number},${id},${own}.000000000000,${own}\n`).join('')}`),
  };
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  let records = await changed(recordsOf('solved'), 0, 'setup.json', json((setup) => {
    setup.tickets = 1;
    for (const [name, bytes] of Object.entries(made)) setup.files[name] = hash(bytes);
  }));
  for (const [name, bytes] of Object.entries(made)) records = await changed(records, 0, name, () => bytes);
  const chances = new Map(rows.map(([number, , chance]) => [number, Number(chance)]));
  const gap = Math.max(...tickets.map(([number, , own]) => Math.abs(own - chances.get(number)))); // up to twelve digits
  const { verdict } = told(await judge(records), 0);
  assert.equal(verdict, `VERIFIED (lottery only; nothing was drawn; chances are up to ${(Math.ceil(gap * 1000 - 1e-6) / 10).toFixed(1)} percentage points from the fairest)`);
});

test('notes: in the verdict, in their order and words; together, each once', async () => {
  const facts = { isPublic: false, hasDraw: false, hasCommitment: true, objective: 'nash', rehearsal: true, before: { kind: 'replace' } };
  const say = (own, ofChain, checks = []) => verdictOf(checks, { ...facts, ...own }, ofChain);
  const ofChain = [{ note: 'note-quotas' }, { note: 'note-excluded', count: 1 }];
  assert.equal(say({}, ofChain).verdict, 'VERIFIED (REHEARSAL, NOT THE DRAW; lottery only; nothing was drawn; no certificate; how fair the lottery is was not checked; other quotas than before; 1 member more is excluded than its step asks for)');
  assert.equal(say({ rehearsal: false, objective: 'leximin', hasDraw: true }, [{ note: 'note-excluded', count: 3 }]).verdict, 'VERIFIED (3 members more are excluded than its step asks for)');
  assert.equal(say({ rehearsal: false, hasDraw: true, isPublic: true }, [{ note: 'note-certain', count: 1 }], [{ id: 'chain.rules', verdict: 'NOT CHECKED' }]).verdict, 'VERIFIED (1 member is certain to be an alternate; public form; 1 checks need the full record)');
  assert.equal(say({}, ofChain, [{ id: 'chain.rules', verdict: 'FAIL' }]).verdict, 'NOT VERIFIED (REHEARSAL, NOT THE DRAW)');
  const one = say({ rehearsal: false, objective: 'leximin', hasDraw: true }, [{ note: 'note-certain', count: 2 }]);
  const other = say({ hasDraw: true }, [{ note: 'note-quotas' }, { note: 'note-certain', count: 2 }]);
  assert.equal(verdictTogether([one, other]).verdict, 'VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW; 2 members are certain to be alternates; no certificate; how fair the lottery is was not checked; other quotas than before)');
  const wrong = say({ rehearsal: false }, [], [{ id: 'draw.form', verdict: 'FAIL' }]);
  assert.equal(verdictTogether([one, wrong]).verdict, 'NOT VERIFIED TOGETHER');
  assert.equal(verdictTogether([one, other, wrong]).verdict, 'NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)');
  assert.equal(verdictTogether([one]).verdict, 'VERIFIED TOGETHER (2 members are certain to be alternates)');
});
