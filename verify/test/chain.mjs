// The page's modules, in node, on chains of records that follow one another, and what is planted in them; rules.mjs tests chain.rules and the notes.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { utf8 } from '../page/bytes.js';
import { barredBy, besideOf, lineOf, panelNumber, withResult } from '../page/line.js';
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

  // Where both have a commitment, seals are compared in full form, too; and whoever has which number rests on the column of identifiers.
  const verdict = async (vector, at, ...changes) => (await after(vector, at, ...changes)).ids['chain.pool'];
  const [gone, unread] = [(file) => [file, () => undefined], ['setup.json', (bytes) => bytes.slice(1)]];
  const other = ['setup.json', json((setup) => { setup.id_column = 'name'; })];
  const planted = [
    ['chain_replace', [leaf(0)], 'PASS'], ['chain_replace', [leaf(3)], 'FAIL'], ['chain_replace', [['pool.leaves', (bytes) => bytes.slice(0, 650)]], 'FAIL'],
    ['chain_replace', [gone('pool.leaves')], 'NOT CHECKED'], ['chain_replace', [gone('pool.leaves'), name('Uwe', 'Udo')], 'FAIL'],
    ['chain_replace', [gone('pool.csv')], 'NOT CHECKED'], ['chain_replace', [gone('pool.csv'), leaf(3)], 'FAIL'],
    ['chain_replace', [other], 'FAIL'], ['chain_replace', [other, gone('pool.csv'), gone('pool.leaves')], 'FAIL'],
    ['chain_replace', [unread], 'PASS'], ['chain_replace', [['setup.json', json((setup) => { setup.id_column = null; })]], 'FAIL'],
    ['chain_alternates', [other], 'FAIL'], ['chain_at_once', [], 'PASS'], ['public_chain_replace', [gone('pool.leaves')], 'NOT CHECKED'],
  ];
  for (const [vector, changes, expected] of planted) assert.equal(await verdict(vector, 1, ...changes), expected, `${vector} ${changes}`);
  assert.match((await after('chain_replace', 1, other)).says['chain.pool'], /^Identifiers stand in another column/);
  assert.equal(await verdict('chain_at_once', 2, gone('pool.leaves')), 'PASS', 'only one of the two has a commitment');
});

test('a record named: the first in full form with its result, or else the first in public form', async () => {
  const record = (resultHash, isPublic, at) => ({ resultHash, isPublic, at });
  const given = [record('2', false, 0), record('1', true, 1), record('1', true, 2), record('1', false, 3), record('1', false, 4)];
  assert.deepEqual([withResult('1', given).at, withResult('1', given.slice(0, 3)).at, withResult('3', given)], [3, 1, undefined]);
  const [first, second] = recordsOf('chain_replace');
  const both = [{ ...recordsOf('public_chain_replace')[0], name: 'public' }, first, second];
  assert.deepEqual(open(told(await judge(both), 2), ''), {}, 'whatever is given first');
});

test('chain.seats: who sits, stays and rests', async () => {
  const panel = (at, members) => ['lottery.json', json(({ panels }) => { panels.at(at).members = members; })];
  const lone = (members) => ['lottery.json', json((lottery) => { lottery.panels = [{ members, tickets: lottery.tickets }]; })];
  const rules = (change) => ['setup.json', json((setup) => change(setup.rules))];
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
    ['chain_rotate', 2, 'number 4 sat on the panel before', rules((own) => { own.include = [9]; }), lone([5, 6, 9])], // has no tickets, and is not excluded
    ['chain_rotate', 2, 'number 3 sat on a former panel', rules((own) => { own.exclude = []; })], // has no tickets here, but may have in the next step
    ['chain_replace', 1, 'nobody on the panel before has dropped out', lone([1, 2, 11])],
    ['public_chain_replace', 1, 'nobody on the panel before has dropped out', lone([1, 2, 11])],
    ['public_chain_replace', 1, 'number 2 sat on the panel before', panel(-1, [3, 9, 11])],
  ];
  for (const [name, at, words, ...changes] of planted) {
    const found = await after(name, at, ...changes);
    assert.equal(found.ids['chain.seats'], 'FAIL', `${name}: ${words}: ${found.says['chain.seats']}`);
    assert.ok(found.says['chain.seats'].toLowerCase().includes(words), found.says['chain.seats']);
  }
  const leaves = [rules((own) => Object.assign(own, { include: [9], exclude: [3, 4] })), lone([5, 6, 9])];
  assert.equal((await after('chain_rotate', 2, ...leaves)).ids['chain.seats'], 'PASS', '4 is excluded');
  const stays = [rules((own) => Object.assign(own, { include: [3, 4, 9], exclude: [] })), lone([3, 4, 9])];
  assert.equal((await after('chain_rotate', 2, ...stays)).ids['chain.seats'], 'PASS', '3 rested, and is included');
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

test('chain.time: after the rounds of all records before, and committed to only then', async () => {
  const round = (number) => replacing(/^seed .*$/m, `seed beacon drand:quicknet ${number}`);
  const published = (time) => replacing(/^published .*$/m, `published ${time}`);
  const time = async (records, at) => {
    const { ids, says } = told(await judge(records), at);
    return [ids['chain.time'], says['chain.time']];
  };
  const commits = async (name, ...changes) => {
    let records = recordsOf(name);
    for (const [at, change] of changes) records = await changed(records, at, 'commit.txt', change);
    return records;
  };
  const planted = [
    ['chain_replace', 1, 'FAIL', [1, round(999)]], ['chain_replace', 1, 'FAIL', [1, round(1000)], /^In the record before: .* is 1,000 there, and round 1,000 of/], ['chain_replace', 1, 'PASS', [1, round(1001)]],
    ['chain_replace', 1, 'FAIL', [1, published('2023-08-23T15:59:23Z')], /^In the record before: .*1,000 was still to come/], ['chain_replace', 1, 'PASS', [1, published('2023-08-23T15:59:24Z')]],
    ['public_chain_replace', 1, 'FAIL', [1, published('2023-08-23T15:59:23Z')]],
    ['chain_replace', 1, 'NOT CHECKED', [0, () => undefined]], // it had a commitment, and nothing says to what
    ['chain_replace', 1, 'NOT CHECKED', [1, () => undefined]], // there is a beacon.json
    ['chain_panels', 1, undefined],
    ['chain_alternates', 2, 'PASS', [2, round(5)]], // those before are not committed to a beacon
    ['chain_alternates', 2, 'FAIL', [2, round(5)], [1, round(5)], /^In the record of alternates: /],
    ['chain_alternates', 2, 'FAIL', [2, round(10 ** 9)], [1, round(10 ** 7)], /^In the record of alternates: .* still to come/],
    ['chain_alternates', 2, 'FAIL', [2, round(5)], [1, round(5)], [0, () => undefined]], // another one cannot be read
    ['chain_alternates', 2, 'PASS', [2, round(10 ** 9)], [1, round(5)]],
    ['chain_rotate', 2, 'FAIL', [2, round(5)], [0, round(5)], /^In a former record: /],
    ['chain_rotate', 2, 'PASS', [2, round(6)], [0, round(5)]],
    ['chain_at_once', 2, 'PASS', [2, round(6)]], // those before have no commitment
  ];
  for (const [name, at, expected, ...changes] of planted) {
    const words = changes.at(-1) instanceof RegExp ? changes.pop() : /./;
    const [verdict, said] = await time(await commits(name, ...changes), at);
    assert.equal(verdict, expected, `${name} ${changes}: ${said}`);
    if (expected) assert.match(said, words);
  }
  const replaces = json(({ before }) => Object.assign(before, { step: 'replace', former: [] }));
  const [first, ...rest] = await changed(await commits('chain_rotate', [2, round(5)], [0, round(5)]), 2, 'setup.json', replaces);
  const [verdict, said] = await time([first, ...rest], 2);
  assert.equal(verdict, 'FAIL');
  assert.match(said, /^In a record before: /, 'in the line');
  assert.equal((await time(rest, 2 - 1))[0], 'PASS', 'what is not given is passed over');
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
