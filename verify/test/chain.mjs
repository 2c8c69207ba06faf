// The page's modules, in node, on chains of records that follow one another, and what is planted in them.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { utf8 } from '../page/bytes.js';
import { chainOf } from '../page/chain.js';
import { chainNotes } from '../page/checks/rules.js';
import { gather } from '../page/facts.js';
import { barredBy, besideOf, lineOf, panelNumber } from '../page/line.js';
import { verdictOf, verdictTogether } from '../page/verdict.js';
import { verify, verifyTogether } from '../page/verify.js';
import { after, asFile, changed, json, judge, open, recordsOf, replacing, told } from './planted.mjs';

const ALL = ['chain.before', 'chain.pool', 'chain.seats', 'chain.included', 'chain.rules'];

test('a record that follows another, alone: nothing of the chain is checked, and what to do is said', async () => {
  const { files } = recordsOf('chain_replace')[1];
  const found = told({ records: [await verify(files)] }, 0);
  assert.deepEqual(open(found, ''), Object.fromEntries([...ALL, 'chain.time'].map((id) => [id, 'NOT CHECKED'])));
  assert.equal(found.verdict, 'NOT VERIFIED');
  assert.match(found.says['chain.before'], /choose the folder in which the folders of all of them are/);
});

test('chain.before: who is named', async () => {
  const hash = 'a'.repeat(64);
  const setup = (change) => ['setup.json', json(({ before }) => change(before))];
  const planted = [
    ['chain_replace', 1, 'another fingerprint', setup((before) => { before.fingerprint = hash; }), ['commit.txt', replacing(/^before replace \S+/m, `before replace ${hash}`)]],
    ['chain_replace', 1, 'do not name the same', ['commit.txt', replacing(/^before replace \S+/m, 'before replace none')]],
    ['chain_replace', 1, 'do not name the same', ['commit.txt', replacing('before replace', 'before rotate')]],
    ['chain_replace', 1, 'do not name the same', ['commit.txt', replacing(/^(before .*)\S{64}$/m, `$1${hash}`)]],
    ['chain_alternates', 2, 'one of alternates is none', setup((before) => { before.alternates = before.result; })],
    ['chain_rehearsal', 2, undefined],
    ['chain_panels', 1, undefined],
    ['chain_panels', 1, 'has no panel 3', setup((before) => { before.step = 'replace/3'; })],
    ['chain_panels', 2, 'has no panel 3', setup((before) => { before.step = 'alternates/3'; })],
    ['chain_replace', 1, 'has no panel 1', setup((before) => { before.step = 'replace/1'; })],
    ['chain_panels', 1, 'draws several panels', setup((before) => { before.step = 'replace'; })],
    ['chain_panels', 2, 'draws several panels', setup((before) => { before.step = 'alternates'; })],
    ['chain_panels', 3, 'alternates are those of another panel', setup((before) => { before.step = 'replace/2'; })],
    ['chain_panels', 3, undefined],
    ['chain_rotate', 2, undefined],
    ['chain_rotate', 2, 'rows are only numbered', ['setup.json', json((own) => { own.id_column = null; })]],
  ];
  for (const [name, at, words, ...changes] of planted) {
    const found = await after(name, at, ...changes);
    assert.equal(found.ids['chain.before'], words ? 'FAIL' : 'PASS', found.says['chain.before']);
    if (words) assert.ok(found.says['chain.before'].includes(words), found.says['chain.before']);
    if (words) assert.notEqual(found.ids['chain.seats'], undefined, 'the others are made');
  }
  for (const changes of [['commit.txt', replacing(/^before .*\n/m, '')], ['setup.json', json((own) => { delete own.before; })]]) {
    const { ids, says } = await after('chain_replace', 1, changes);
    assert.equal(ids['commit.form'], 'FAIL', 'only one of the two files says it');
    assert.match(says['commit.form'], /says that this record follows another, and .* does not/);
    assert.equal(ids['chain.before'], changes[0] === 'commit.txt' ? 'PASS' : undefined);
  }
  const unread = recordsOf('chain_at_once'); // has no commitment, so that nothing else says what it follows
  const { ids } = told(await verifyTogether(await changed(unread, 0, 'setup.json', (bytes) => bytes.slice(1))), 1);
  assert.deepEqual([ids['chain.before'], ids['chain.seats']], ['PASS', 'PASS']);
  const gone = await after('chain_rotate', 2, setup((before) => { before.former = [hash]; }));
  assert.deepEqual(open(gone, 'chain.'), { 'chain.before': 'NOT CHECKED', 'chain.seats': 'NOT CHECKED', 'chain.included': 'NOT CHECKED' });
});

test('chain.before: a record does not follow a rehearsal, unless it is one', async () => {
  const records = recordsOf('chain_rehearsal');
  const real = [...records[2].files].map(async ([name, own]) => {
    const text = new TextDecoder().decode(await own.read());
    return [name.replace('REHEARSAL-', ''), asFile(utf8(text.replace('klero/rehearsal/', 'klero/').replace(/^REHEARSAL,/gm, '')))];
  });
  const { ids, says } = told(await verifyTogether([records[0], records[1], { name: '3', files: new Map(await Promise.all(real)) }]), 2);
  assert.equal(ids['setup.form'], 'PASS');
  assert.match(says['chain.before'], /is a rehearsal/);
  assert.equal(ids['chain.before'], 'FAIL');
});

test('chain.before: what is followed holds no alternates, and alternates are those of the line', async () => {
  const records = recordsOf('chain_alternates');
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const own = hash(await records[1].files.get('result.json').read());
  const follows = json(({ before }) => { Object.assign(before, { result: own, alternates: null }); });
  assert.match(told(await judge(await changed(records, 2, 'setup.json', follows)), 2).says['chain.before'], /holds alternates, and no panel/);
  const foreign = json(({ before }) => { before.result = 'a'.repeat(64); });
  const found = told(await judge(await changed(records, 1, 'setup.json', foreign)), 2);
  assert.deepEqual([found.ids['chain.before'], found.ids['chain.pool']], ['FAIL', 'PASS']);
  assert.match(found.says['chain.before'], /alternates are those of another panel/);
});

test('chain.before: two records do not take the same seats', async () => {
  const twice = async (records, at) => {
    const [own] = await changed([records[at]], 0, 'result.json', replacing(/\n$/, ' \n'));
    return verifyTogether([...records, { ...own, name: 'again' }]);
  };
  const copied = (records, at) => verifyTogether([...records, { ...records[at], name: 'again' }]);
  for (const [name, at] of [['chain_replace', 1], ['chain_panels', 1], ['chain_rotate', 2]]) {
    const records = recordsOf(name);
    const found = await twice(records, at);
    for (const own of [at, records.length]) assert.match(told(found, own).says['chain.before'], /another record that is given replaces or rotates/i);
    assert.equal(found.verdict, 'NOT VERIFIED TOGETHER');
    assert.ok((await copied(records, at)).verified, 'the same record, given again, is no other');
  }
  const both = [...recordsOf('chain_replace'), recordsOf('public_chain_replace')[1]];
  assert.equal((await verifyTogether(both)).verdict, 'VERIFIED TOGETHER (public form; 16 checks need the full record)', 'one in both forms');
  const undrawn = async () => (await changed([recordsOf('chain_replace')[1]], 0, 'result.json', () => undefined))[0];
  const open = await verifyTogether([recordsOf('chain_replace')[0], await undrawn(), await undrawn()]);
  assert.deepEqual([1, 2].map((at) => told(open, at).ids['chain.before']), ['FAIL', 'FAIL'], 'where nothing was drawn, nothing says that they are the same');
  const alternates = await twice(recordsOf('chain_alternates'), 1);
  for (const own of [1, 3]) assert.match(told(alternates, own).says['chain.before'], /holds alternates for the same panel/);
  assert.equal(told(alternates, 2).ids['chain.before'], 'PASS', 'nobody replaces twice');
  const panels = recordsOf('chain_panels');
  const [own] = await changed([panels[2]], 0, 'result.json', replacing(/\n$/, ' \n'));
  const [other] = await changed([own], 0, 'setup.json', json(({ before }) => { before.step = 'alternates/2'; }));
  const [asked] = await changed([other], 0, 'commit.txt', replacing('before alternates/1', 'before alternates/2'));
  assert.equal(told(await verifyTogether([...panels, { ...asked, name: '5' }]), 2).ids['chain.before'], 'PASS', 'for the other panel');
});

test('chain.pool: the same people', async () => {
  const name = (from, to) => ['pool.csv', replacing(from, to)];
  assert.deepEqual(open(await after('chain_replace', 1, name('Uwe', 'Udo')), 'chain.'), { 'chain.pool': 'FAIL' });
  assert.deepEqual(open(await after('chain_rehearsal', 1), ''), {});
  assert.deepEqual(open(await after('chain_rehearsal', 1, ['REHEARSAL-pool.csv', replacing('Uwe', 'Udo')]), 'chain.'), { 'chain.pool': 'FAIL' });
  const leaf = (line) => ['pool.leaves', (bytes) => utf8(new TextDecoder().decode(bytes).split('\n').map((own, i) => (i === line ? 'a'.repeat(64) : own)).join('\n'))];
  assert.deepEqual(open(await after('public_chain_replace', 1, leaf(0)), 'chain.'), { 'chain.included': 'NOT CHECKED', 'chain.rules': 'NOT CHECKED' });
  assert.deepEqual(open(await after('public_chain_replace', 1, leaf(3)), 'chain.'), { 'chain.pool': 'FAIL', 'chain.included': 'NOT CHECKED', 'chain.rules': 'NOT CHECKED' });
});

test('chain.seats: who sits, stays and rests', async () => {
  const panel = (at, members) => ['lottery.json', json(({ panels }) => { panels.at(at).members = members; })];
  const planted = [
    ['chain_panels', 1, 'number 10 sat on the panel before', panel(-1, [6, 8, 11])], // stays on some panels only
    ['chain_panels', 1, 'number 7 sat on the panel before', panel(-1, [7, 8, 10])], // dropped out, and may be drawn
    ['chain_panels', 1, 'number 9 sits on another panel', panel(-1, [8, 9, 10])],
    ['chain_panels', 1, 'number 8 sits on another panel', ['setup.json', json(({ before }) => { before.step = 'replace/3'; })]],
    ['chain_replace', 1, 'the number of seats is 4, and on the panel before it was 3', ['setup.json', json((setup) => { setup.size = 4; })], ['lottery.json', json((lottery) => {
      lottery.size = 4;
      lottery.panels = lottery.panels.filter(({ members }) => !members.includes(12)).map(({ members }) => ({ members: [...members, 12], tickets: 1 }));
      lottery.panels[0].tickets += lottery.tickets - lottery.panels.length;
    })]],
    ['chain_rehearsal', 2, 'sits already or has sat', ['REHEARSAL-lottery.json', json(({ panels }) => { panels.at(-1).members = [5, 7, 12]; })]], // 7 has dropped out
    ['chain_panels', 2, 'number 8 sits already', panel(-1, [3, 5, 8])], // on the other panel
    ['chain_alternates', 1, 'number 9 sits already', panel(-1, [3, 5, 9])],
    ['chain_rotate', 2, 'number 4 sat on the panel before', panel(-1, [5, 9, 10])],
    ['chain_rotate', 2, 'number 3 sat on a former panel', panel(0, [3, 4, 9])],
    ['public_chain_replace', 1, 'number 2 sat on the panel before', panel(-1, [3, 9, 11])],
  ];
  for (const [name, at, words, ...changes] of planted) {
    const found = await after(name, at, ...changes);
    assert.equal(found.ids['chain.seats'], 'FAIL', `${name}: ${words}: ${found.says['chain.seats']}`);
    assert.ok(found.says['chain.seats'].toLowerCase().includes(words), found.says['chain.seats']);
  }
  const split = recordsOf('chain_panels');
  const lost = await judge(await changed(split, 0, 'split.json', () => undefined));
  assert.deepEqual([1, 2, 3].map((at) => [told(lost, at).ids['chain.before'], told(lost, at).ids['chain.seats']]), [['PASS', 'NOT CHECKED'], ['PASS', 'PASS'], ['PASS', 'NOT CHECKED']], 'alternates need no split');
  const rotated = told(await judge(recordsOf('public_chain_rotate')), 2);
  assert.deepEqual(open(rotated, 'chain.'), { 'chain.seats': 'NOT CHECKED', 'chain.included': 'NOT CHECKED' });
  assert.match(rotated.verdict, /^VERIFIED/, 'the public form gives it up');
  const mixed = [recordsOf('public_chain_rotate')[0], ...recordsOf('chain_rotate').slice(1)];
  const found = told(await verifyTogether(mixed), 2);
  assert.deepEqual([found.ids['chain.seats'], found.verdict], ['NOT CHECKED', 'NOT VERIFIED'], 'the full form does not');
});

test('chain.seats: nobody is drawn onto two panels of one draw', async () => {
  const drawn = (members) => json(({ draw }) => { draw.panel.members = members; });
  const seats = async (records, ...at) => {
    const found = await judge(records);
    return at.map((own) => told(found, own).ids['chain.seats']);
  };
  const without = async (records, at, names) => {
    let left = records;
    for (const name of names) if (left[at].files.has(name)) left = await changed(left, at, name, () => undefined);
    return left;
  };
  for (const name of ['chain_panels', 'public_chain_panels']) {
    const records = recordsOf(name);
    const last = records.length - 1; // replace/1; at 1 is replace/2, which draws 5, 8 and 10
    assert.deepEqual(await seats(records, 1, last), ['PASS', 'PASS']);
    const twice = await changed(records, last, 'result.json', drawn([5, 9, 12]));
    assert.deepEqual(await seats(twice, 1, last), ['FAIL', 'FAIL'], name);
    assert.match(told(await judge(twice), 1).says['chain.seats'], /^Number 5 was drawn here, and sits on another panel of the same draw/);
    const unread = await changed(records, last, 'result.json', (bytes) => bytes.slice(1));
    assert.deepEqual(await seats(unread, 1, last), ['NOT CHECKED', 'NOT CHECKED']);
    assert.match(told(await judge(unread), 1).says['chain.seats'], /^In a record that replaces on another panel: This needs result\.json/);
    const undrawn = await without(records, 1, ['result.json', 'selected.csv', 'remaining.csv', 'new.csv']);
    assert.deepEqual(await seats(undrawn, 1, last), ['PASS', 'PASS'], 'nothing was drawn for the other panel');
    const unreadBeside = await changed(undrawn, last, 'result.json', (bytes) => bytes.slice(1));
    assert.deepEqual(await seats(unreadBeside, 1), ['NOT CHECKED'], 'nothing was drawn here, and what was drawn beside is not known');
  }
  const [first, second, alternates, fourth] = recordsOf('chain_panels');
  const result = await second.files.get('result.json').read();
  assert.deepEqual(await seats(await changed([first, second, fourth, alternates], 2, 'result.json', () => result), 1, 2), ['FAIL', 'FAIL'], 'with one result.json');
  const unreadAt = (own) => changed([first, second, alternates], own, 'result.json', (bytes) => bytes.slice(1));
  assert.deepEqual(await seats([first, second, alternates], 2), ['PASS']);
  assert.deepEqual([...(await seats(await unreadAt(1), 2)), ...(await seats(await unreadAt(2), 2))], ['NOT CHECKED', 'NOT CHECKED'], 'alternates, or what is beside them, is not known');
  const alone = (await unreadAt(2)).filter((record) => record !== second);
  assert.deepEqual(await seats(alone, 1), ['PASS'], 'nothing is beside them');
  const same = await changed([first, second, alternates, fourth], 2, 'result.json', drawn([5, 8, 10])); // alternates sit nowhere
  assert.deepEqual(await seats(same, 1), ['PASS']);
});

test('several records: where one is a rehearsal, the last line says so', async () => {
  const records = recordsOf('chain_rehearsal');
  assert.match((await verifyTogether(records)).verdict, /^VERIFIED TOGETHER \(REHEARSAL, NOT THE DRAW; no certificate; .*; no commitment; /);
  assert.equal((await verifyTogether(records.slice(1))).verdict, 'NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)');
  assert.equal((await verifyTogether(recordsOf('chain_replace'))).verdict, 'VERIFIED TOGETHER');
});

test('chain.seats: whoever dropped out in an earlier step does not come back', async () => {
  const records = recordsOf('chain_at_once'); // 7, 8 and 11 were drawn; 7 dropped out, and 1 was drawn instead
  const replaces = await changed(records, 2, 'setup.json', json(({ before }) => { before.step = 'replace'; }));
  const drawing = (...panels) => changed(replaces, 2, 'lottery.json', json((lottery) => { lottery.panels = panels.map((members, i) => ({ members, tickets: i + 1 })); }));
  const seats = async (given) => told(await verifyTogether(given), given.length - 1);
  assert.equal((await seats(await drawing([2, 8, 11], [3, 8, 11]))).ids['chain.seats'], 'PASS');
  const [first, ...rest] = await drawing([2, 8, 11], [7, 8, 11]);
  assert.match((await seats([first, ...rest])).says['chain.seats'], /^Number 7 sits on another panel, or dropped out of this one, and can be drawn/);
  assert.equal((await seats(rest)).ids['chain.seats'], 'PASS', 'a record in the line that is not given is passed over');
});

test('chain.seats: a panel of the line that is not known', async () => {
  const records = recordsOf('chain_at_once');
  const bad = utf8('{}'); // the record is still found, by the SHA-256 that the second one names, but nothing says who was drawn
  const named = json((setup) => { setup.before.result = createHash('sha256').update(bad).digest('hex'); });
  const unread = await changed(await changed(records, 0, 'result.json', () => bad), 1, 'setup.json', named);
  const seats = async (given) => told(await verifyTogether(given), 2);
  assert.equal((await seats(unread)).ids['chain.seats'], 'NOT CHECKED');
  const planted = await changed(unread, 2, 'lottery.json', json(({ panels }) => { panels[0].members = [1, 3, 10]; }));
  assert.equal((await seats(planted)).ids['chain.seats'], 'FAIL', '1 sits on a panel that is known');
});

test('lines: back to the first draw; panel numbers; who is beside', () => {
  const record = (resultHash, kind, result, part) => ({ resultHash, before: kind && { kind, result, part } });
  const [first, second, third] = [record('1'), record('2', 'replace', '1', 2), record('3', 'replace', '2')];
  const fourth = record(undefined, 'replace', '3'); // nothing was drawn in it yet
  const hashes = (own, given) => [...lineOf(own, given).hashes];
  assert.deepEqual(hashes(fourth, [first, second, third, fourth]), ['3', '2', '1']);
  assert.deepEqual(hashes(fourth, [first, third, fourth]), ['3', '2'], 'one is not given');
  assert.deepEqual(hashes(fourth, [first, record('2', 'rotate', '1'), third]), ['3', '2'], 'a new term has another pool');
  assert.deepEqual(hashes(second, [record('1', 'replace', '2'), second]), ['1', '2'], 'in a circle');
  assert.equal(lineOf(fourth, [first, second, third]).first, first);
  const number = (own, given) => panelNumber(own, lineOf(own, given));
  assert.equal(number(fourth, [first, second, third]), 2);
  assert.equal(number(fourth, [first, third]), undefined);
  assert.equal(number(record('9', 'alternates', '1', 1), [first]), 1);

  const others = { same: record('4', 'replace', '1', 2), other: record('5', 'replace', '1', 1), later: record('6', 'replace', '5'), plain: record('7', 'replace', '1'), alternates: record('8', 'alternates', '1', 1), elsewhere: record('9', 'replace', '0', 1) };
  const given = [first, second, third, ...Object.values(others)];
  const beside = (own) => besideOf({ line: lineOf(own, given), number: number(own, given) }, given, given);
  assert.deepEqual(beside(third), [others.other, others.later]);
  assert.deepEqual(beside(others.later), [second, third, others.same]);
  assert.deepEqual(beside(others.plain), [], 'without a number of its own');
});

test('barred: by households that are full, and by those to be kept apart', () => {
  const rules = { household: [0, 0, 0, 1, 1, -1, -1], householdLimit: 2, apart: [[3, 5], [5, 6]] };
  const barred = (...members) => {
    const isBarred = barredBy(new Set(members), rules);
    return [1, 2, 3, 4, 5, 6, 7, 8].filter(isBarred); // 8 does not exist
  };
  assert.deepEqual(barred(1), []);
  assert.deepEqual(barred(1, 2), [3]);
  assert.deepEqual(barred(1, 2, 3), [], 'they are in it themselves');
  assert.deepEqual(barred(6), [4, 7]);
  assert.deepEqual(barred(4, 6), [7]);
  assert.deepEqual(barred(7, 8), [6], 'of those who live alone nobody is of one household');
});

test('chain.included: who may stay', async () => {
  const rules = (change) => ['setup.json', json((setup) => change(setup.rules, setup.before))];
  const planted = [
    ['chain_replace', 1, rules((own) => { own.include = [2, 3, 11]; })],
    ['chain_panels', 1, rules((own) => { own.include = [8, 9, 10]; own.exclude = [1, 7, 12]; })], // sits on the other panel
    ['chain_alternates', 1, rules((own) => { own.include = [2]; })],
    ['chain_alternates', 2, rules((_, before) => { before.alternates = null; })], // one of them was called in
    ['chain_rotate', 2, rules((own) => { own.include = [4, 6, 9]; })],
  ];
  const nobody = await changed(recordsOf('chain_panels'), 1, 'setup.json', json((setup) => { setup.rules.include = []; }));
  const found = told(await judge(await changed(nobody, 0, 'split.json', () => undefined)), 1);
  assert.deepEqual([found.ids['chain.seats'], found.ids['chain.included']], ['NOT CHECKED', 'PASS'], 'where nobody is included, nothing need be known');
  for (const [name, at, change] of planted) {
    const { ids, says } = await after(name, at, change);
    assert.equal(ids['chain.included'], 'FAIL', `${name} ${at}: ${says['chain.included']}`);
  }
});

test('chain.time: a later round; listed only where both are committed to a beacon', async () => {
  const round = (number) => ['commit.txt', replacing(/quicknet \d+/, `quicknet ${number}`)];
  for (const [number, verdict] of [[999, 'FAIL'], [1000, 'FAIL'], [1001, 'PASS']]) {
    assert.equal((await after('chain_replace', 1, round(number))).ids['chain.time'], verdict);
  }
  assert.equal((await after('chain_panels', 1)).ids['chain.time'], undefined);
  assert.equal((await after('chain_replace', 1, ['commit.txt', () => undefined])).ids['chain.time'], 'NOT CHECKED', 'there is a beacon.json');
});

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
  assert.equal(await without((own) => { own.apart = [[3, 5, 6]]; }), 'PASS', 'of one household');
  assert.equal(await without((own) => { own.apart = [[3, 5, 7]]; }), 'FAIL', 'of two');
  const unread = await changed(await changed(limits, 1, 'setup.json', rules((own) => { own.apart = [[3, 5]]; })), 1, 'pool.csv', () => undefined);
  assert.equal(await verdict(unread), 'NOT CHECKED', 'nothing says who is of one household');
  const ones = await ruled('chain_replace', 1, 0, homes(['age'], 1));
  assert.equal(await verdict(await changed(ones, 1, 'setup.json', rules((own) => { own.apart = [[3, 5]]; }))), 'FAIL', 'where one of a household may sit, groups say nothing new');

  for (const own of [0, 1]) assert.equal(await verdict(await changed(recordsOf('chain_replace'), own, 'setup.json', (bytes) => bytes.slice(1))), 'NOT CHECKED');
  const mixed = [recordsOf('public_chain_replace')[0], recordsOf('chain_replace')[1]];
  assert.equal(await verdict(mixed), 'NOT CHECKED', 'the earlier record is public');
  assert.equal(await verdict(await changed(recordsOf('chain_alternates'), 1, 'setup.json', rules((own) => { own.apart = [[3, 4]]; }))), 'FAIL', 'alternates too');
  assert.equal(await verdict(recordsOf('chain_rotate'), 2), undefined, 'a new term has its own rules');
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

/** The notes about the step of the record at `at`, as if its chain.rules had passed. */
async function notes(records, at) {
  const all = await Promise.all(records.map(({ files }) => gather(files, () => {})));
  return chainNotes(all[at], chainOf(all[at], all, at), [{ id: 'chain.rules', verdict: 'PASS' }]);
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
    return (await notes(records, at)).find(({ note }) => note === 'note-excluded')?.count;
  };
  const exclude = (...numbers) => (own) => { own.exclude = numbers; };
  assert.equal(await count('chain_replace', 1, exclude(1, 5)), 1);
  assert.equal(await count('chain_replace', 1, exclude(1, 5, 6)), 2);
  assert.equal(await count('chain_replace', 1, exclude(1, 5, 6), exclude(6)), 1, 'excluded before');
  const barred = (own) => Object.assign(own, { exclude: [1, 5], apart: [[5, 11]] });
  assert.equal(await count('chain_replace', 1, barred), undefined, 'barred by 11, who sits');
  assert.equal(await count('chain_panels', 3, exclude(1, 5, 7, 8, 10)), undefined, 'drawn on another panel');
  assert.equal(await count('chain_panels', 3, exclude(1, 3, 5, 7, 8, 10)), 1);
  assert.equal(await count('chain_panels', 3, (own) => Object.assign(own, { exclude: [1, 3, 5, 7, 8, 10], apart: [[3, 5]] })), undefined, 'barred by 5, who came in there');
  assert.equal(await count('chain_alternates', 1, exclude(1, 4, 9, 10)), 1, 'alternates too');
  const all = await Promise.all(recordsOf('chain_replace').map(({ files }) => gather(files, () => {})));
  all[1].setup.value.exclude = [1, 5];
  assert.deepEqual(await chainNotes(all[1], chainOf(all[1], all, 1), [{ id: 'chain.rules', verdict: 'FAIL' }]), [], 'only where the rules are those of before');
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

test('alternates.form: exactly its keys, its format, and as many as there are seats', async () => {
  const wanted = { alternates: 3, candidates: 9, chosen_on: 1, told_on: 1, drop_outs: {}, format: 'klero/alternates/1', key: '', kinds: [], lottery: null, over_recruit: null, panel: 3, table: [], way: 'exact' };
  const verdict = async (...changes) => (await after('chain_alternates', 1, ...changes)).ids['alternates.form'];
  const holding = (own) => ['alternates.json', () => utf8(JSON.stringify(own))];
  assert.equal(await verdict(holding(wanted)), 'PASS');
  for (const key of Object.keys(wanted)) assert.equal(await verdict(holding({ ...wanted, [key]: undefined })), 'FAIL', `without ${key}`);
  for (const own of [{ ...wanted, more: 1 }, { ...wanted, alternates: 2 }, { ...wanted, alternates: null }, { ...wanted, alternates: '3' }, { ...wanted, format: 'klero/alternates/2' }, { ...wanted, format: 'klero/rehearsal/alternates/1' }, [], null]) {
    assert.equal(await verdict(holding(own)), 'FAIL', JSON.stringify(own));
  }
  assert.equal(await verdict(['alternates.json', () => utf8('{')]), 'FAIL');
  assert.equal(await verdict(['alternates.json', () => undefined]), 'NOT CHECKED');
  assert.equal(await verdict(holding(wanted), ['setup.json', (bytes) => bytes.slice(1)]), 'NOT CHECKED');
  assert.equal((await after('public_chain_alternates', 1)).ids['alternates.form'], 'NOT CHECKED');
  assert.equal((await after('chain_replace', 1)).ids['alternates.form'], undefined);
  const ids = Object.keys((await after('chain_alternates', 1)).ids);
  assert.equal(ids[ids.indexOf('pool.form') + 1], 'alternates.form');
  assert.deepEqual(ids.filter((id) => id.startsWith('chain.')), ALL);
});
