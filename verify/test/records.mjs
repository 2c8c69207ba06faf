// The page's modules, in node, on whole records: the vectors, which verify, and what is planted in them, which must be found.
// The vectors' folder is tests/vectors, or the one that VECTORS names.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Refused, utf8 } from '../page/bytes.js';
import { followedBefore } from '../page/chain.js';
import { sort } from '../page/choose.js';
import { readCommit } from '../page/commit.js';
import { readSetup } from '../page/setup.js';
import { verify, verifyTogether } from '../page/verify.js';
import { file, folder, together } from './folder.mjs';

const VECTORS = process.env.VECTORS ?? fileURLToPath(new URL('../../tests/vectors', import.meta.url));

const asFile = (bytes) => ({ size: bytes.length, read: async () => bytes });

/** The records of a vector, one or several: `[{ name, files }]`, and what is said of all of them. */
const recordsOf = (name) => together(join(VECTORS, name)) ?? [{ name, files: folder(join(VECTORS, name)) }];
const judge = async (records) => (records.length > 1 ? verifyTogether(records) : { records: [{ record: records[0].name, ...(await verify(records[0].files)) }] });

/** The records again, with one file of the one at `at` changed, or gone where `change` gives undefined. */
async function changed(records, at, own, change) {
  const files = new Map(records[at].files);
  const bytes = change(await files.get(own)?.read());
  if (bytes === undefined) files.delete(own);
  else files.set(own, asFile(bytes));
  return records.map((record, i) => (i === at ? { ...record, files } : record));
}

/** Changes of a text, and of what a JSON file holds. */
const replacing = (from, to) => (bytes) => {
  const text = new TextDecoder().decode(bytes);
  const made = text.replace(from, to);
  assert.notEqual(made, text, `nothing to replace: ${from}`);
  return utf8(made);
};
const json = (change) => (bytes) => {
  const value = JSON.parse(new TextDecoder().decode(bytes));
  change(value);
  return utf8(JSON.stringify(value));
};

/** The checks of the record at `at` after the changes `[file, change]` in it, as `{ id: verdict }`, with sentences. */
async function after(name, at, ...changes) {
  let records = recordsOf(name);
  for (const [own, change] of changes) records = await changed(records, at, own, change);
  return told(await judge(records), at);
}

function told({ records }, at) {
  const { checks, verdict } = records[at];
  return { verdict, ids: Object.fromEntries(checks.map((check) => [check.id, check.verdict])), says: Object.fromEntries(checks.map((check) => [check.id, check.sentence])) };
}

/** Which of the checks with this beginning did not pass. */
const open = ({ ids }, start) => Object.fromEntries(Object.entries(ids).filter(([id, verdict]) => id.startsWith(start) && verdict !== 'PASS'));

test('the vectors verify, and every byte of every published file counts', { skip: !existsSync(VECTORS) && 'no vectors' }, async () => {
  const names = readdirSync(VECTORS, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'receipts').map(({ name }) => name);
  assert.ok(names.length > 10);
  const verified = ({ records }) => records.every((record) => record.verified);
  for (const name of names) {
    const records = recordsOf(name);
    const good = await judge(records);
    assert.ok(verified(good), `${name}: ${good.records.map(({ verdict }) => verdict)}`);
    for (const [at, { files }] of records.entries()) {
      for (const own of files.keys()) {
        const flipped = await judge(await changed(records, at, own, (bytes) => bytes.with(Math.floor(bytes.length / 2), bytes[Math.floor(bytes.length / 2)] ^ 1)));
        // What is committed to is held to the fingerprint only once something was drawn; until then people compare it.
        const fingerprint = ({ records: all }) => all[at].facts.record.hash('commit.txt');
        const noticed = !verified(flipped) || (own.endsWith('commit.txt') && (await fingerprint(flipped)) !== (await fingerprint(good)));
        assert.ok(noticed, `${name}: ${own} changed, and nothing noticed`);
        const without = await judge(await changed(records, at, own, () => undefined));
        assert.ok(!verified(without) || without.records[at].verdict.includes('nothing was drawn'), `${name}: ${own} gone, and nothing noticed`);
      }
    }
  }
});

test('receipts verify with their record, and with no other', { skip: !existsSync(join(VECTORS, 'receipts')) && 'no vectors' }, async () => {
  const owners = readdirSync(join(VECTORS, 'receipts'));
  for (const owner of owners) {
    const files = folder(join(VECTORS, owner));
    const other = folder(join(VECTORS, owners.find((name) => name !== owner)));
    for (const name of readdirSync(join(VECTORS, 'receipts', owner))) {
      const receipt = file(join(VECTORS, 'receipts', owner, name));
      assert.ok((await verify(files, receipt)).verified, `${owner} ${name}`);
      assert.equal((await verify(other, receipt)).verified, false);
    }
  }
});

test('rehearsals: the verdict says so, verified or not, and unmarked files are left out', async () => {
  assert.match((await after('rehearsal_beacon', 0)).verdict, /^VERIFIED \(REHEARSAL, NOT THE DRAW/);
  const stray = await after('rehearsal_beacon', 0, ['pool.csv', () => utf8('id\n1\n')]);
  assert.deepEqual(open(stray, ''), { 'files.present': 'FAIL' });
  assert.equal(stray.verdict, 'NOT VERIFIED (REHEARSAL, NOT THE DRAW)');
  assert.match(stray.says['files.present'], /pool\.csv is not marked/);
});

test('rehearsals: every mark is needed', async () => {
  const planted = [
    ['lottery.json', replacing('klero/rehearsal/', 'klero/'), 'lottery.form'],
    ['result.json', replacing('klero/rehearsal/', 'klero/'), 'draw.form'],
    ['commit.txt', replacing('klero/rehearsal/', 'klero/'), 'commit.form'],
    ['keys.json', replacing('klero/rehearsal/', 'klero/'), 'commit.leaves'],
    ['beacon.json', replacing('klero/rehearsal/', 'klero/'), 'beacon.round'],
    ['setup.json', replacing('klero/rehearsal/', 'klero/'), 'setup.form'],
    ['certificate.json', replacing('klero/rehearsal/', 'klero/'), 'certificate.form'],
    ['pool.csv', replacing(/\nREHEARSAL,/, '\nrehearsal,'), 'pool.form'],
    ['quotas.csv', replacing(/^REHEARSAL,/, 'Rehearsal,'), 'pool.form'],
    ['probabilities.csv', replacing(/\nREHEARSAL,/, '\n,'), 'probabilities.form'],
  ];
  for (const [own, change, id] of planted) {
    const found = await after('rehearsal_beacon', 0, [`REHEARSAL-${own}`, change]);
    assert.equal(found.ids[id], 'FAIL', `${own}: ${found.says[id]}`);
  }
  // And where nothing is rehearsed, they are wrong.
  const real = await after('drawn_beacon', 0, ['lottery.json', replacing('klero/', 'klero/rehearsal/')]);
  assert.equal(real.ids['lottery.form'], 'FAIL');
});

test('several panels: the split, its parts, and the rows by panel', async () => {
  const lists = (change) => ['split.json', json(({ panels }) => change(panels))];
  const planted = [
    ['lottery.split', lists((panels) => { panels[0][0] = 2; })], // [1, 2, …] becomes [2, 2, …]
    ['lottery.split', lists((panels) => { panels[0][0] = 3; })],
    ['lottery.split', lists((panels) => { panels[0][0] = 0; })],
    ['lottery.split', lists((panels) => { panels[0].pop(); })],
    ['lottery.split', lists((panels) => { panels.pop(); })],
    ['lottery.split', ['split.json', replacing('klero/split/1', 'klero/split/2')]],
    ['lottery.parts', lists((panels) => { [panels[0][0], panels[0][4]] = [panels[0][4], panels[0][0]]; })], // a man for a woman
    ['draw.panels', ['panels.csv', replacing('\n1,', '\n2,')]],
    ['setup.form', ['setup.json', json((setup) => { setup.panels = 4; })]],
    ['setup.form', ['setup.json', json((setup) => { setup.panels = 1; })]],
    ['commit.form', ['commit.txt', replacing('\npanels 2\n', '\npanels 3\n')]],
    ['commit.form', ['commit.txt', replacing('\npanels 2\n', '\n')]],
    ['commit.form', ['commit.txt', replacing('\npanels 2\n', '\npanels 02\n')]],
    ['files.hashes', ['setup.json', json((setup) => { delete setup.files['split.json']; })]],
    ['files.present', ['split.json', () => undefined]],
  ];
  for (const [id, change] of planted) {
    const found = await after('panels_drawn', 0, change);
    assert.equal(found.ids[id], 'FAIL', `${change[0]}: ${found.says[id]}`);
    if (id === 'lottery.parts') assert.deepEqual(open(found, 'lottery.'), { 'lottery.parts': 'FAIL' }, 'only the parts are wrong');
    if (id === 'lottery.split') assert.equal(found.ids['draw.panels'], 'NOT CHECKED', 'a wrong split is no data');
  }
  const foreign = await after('drawn_beacon', 0, ['split.json', () => utf8('{}')], ['panels.csv', () => utf8('')], ['alternates.csv', () => utf8('')], ['new.csv', () => utf8('')]);
  for (const own of ['split.json', 'panels.csv', 'alternates.csv', 'new.csv']) assert.match(foreign.says['files.present'], new RegExp(`${own} does not belong`));
});

test('several panels without a commitment: the key follows from split.json too', async () => {
  const sha = (data) => createHash('sha256').update(data).digest('hex');
  const [{ files }] = recordsOf('panels_at_once');
  const { draw: { seed } } = JSON.parse(new TextDecoder().decode(await files.get('result.json').read()));
  const key = async (...names) => {
    const lines = [];
    for (const name of names) lines.push(`${name.split('.')[0]} ${sha(await files.get(name).read())}\n`);
    return sha(`klero/seed/1\n${lines.join('')}text ${sha(seed)}\n`);
  };
  const five = ['lottery.json', 'probabilities.csv', 'quotas.csv'];
  const stated = async (...names) => ['result.json', json(((own) => ({ draw }) => { draw.key = own; })(await key(...names)))];
  const space = ['split.json', replacing(/$/, ' ')];
  assert.equal((await after('panels_at_once', 0, await stated(...five, 'split.json'))).ids['draw.key'], 'PASS');
  for (const changes of [[await stated(...five)], [await stated('split.json', ...five)], [await stated(...five, 'split.json'), space]]) {
    assert.equal((await after('panels_at_once', 0, ...changes)).ids['draw.key'], 'FAIL');
  }
  assert.equal((await after('panels_at_once', 0, ['split.json', () => undefined])).ids['draw.key'], 'NOT CHECKED');
  assert.equal((await after('panels_drawn', 0, space)).ids['draw.key'], 'PASS', 'a commitment fixes it in its own way');
});

const ALL = ['chain.before', 'chain.pool', 'chain.seats', 'chain.included'];

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

test('chain.before: what is followed holds no alternates, and alternates are those of the panel or of one before it', async () => {
  const records = recordsOf('chain_alternates');
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const own = hash(await records[1].files.get('result.json').read());
  const follows = json(({ before }) => { Object.assign(before, { result: own, alternates: null }); });
  assert.match(told(await judge(await changed(records, 2, 'setup.json', follows)), 2).says['chain.before'], /holds alternates, and no panel/);
  const foreign = json(({ before }) => { before.result = 'a'.repeat(64); });
  const found = told(await judge(await changed(records, 1, 'setup.json', foreign)), 2);
  assert.deepEqual([found.ids['chain.before'], found.ids['chain.pool']], ['FAIL', 'PASS']);
  assert.match(found.says['chain.before'], /alternates are those of another panel/);

  const record = (resultHash, kind, result) => ({ resultHash, before: kind && { kind, result } });
  const [first, second, third] = [record('1'), record('2', 'replace', '1'), record('3', 'replace', '2')];
  assert.deepEqual([...followedBefore(third, [first, second, third])], ['3', '2', '1']);
  assert.deepEqual([...followedBefore(third, [first, third])], ['3'], 'one is not given');
  assert.deepEqual([...followedBefore(third, [first, record('2', 'rotate', '1'), third])], ['3', '2'], 'a new term has another pool');
  assert.deepEqual([...followedBefore(second, [record('1', 'replace', '2'), second])], ['2', '1'], 'in a circle');
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
    assert.equal((await copied(records, at)).verdict, 'VERIFIED TOGETHER', 'the same record, given again, is no other');
  }
  const both = [...recordsOf('chain_replace'), recordsOf('public_chain_replace')[1]];
  assert.equal((await verifyTogether(both)).verdict, 'VERIFIED TOGETHER', 'one in both forms');
  const undrawn = async () => (await changed([recordsOf('chain_replace')[1]], 0, 'result.json', () => undefined))[0];
  const open = await verifyTogether([recordsOf('chain_replace')[0], await undrawn(), await undrawn()]);
  assert.deepEqual([1, 2].map((at) => told(open, at).ids['chain.before']), ['FAIL', 'FAIL'], 'where nothing was drawn, nothing says that they are the same');
  const alternates = await twice(recordsOf('chain_alternates'), 1);
  assert.equal(told(alternates, 2).ids['chain.before'], 'PASS', 'alternates take no seats');
});

test('chain.pool: the same people', async () => {
  const name = (from, to) => ['pool.csv', replacing(from, to)];
  assert.deepEqual(open(await after('chain_replace', 1, name('Uwe', 'Udo')), 'chain.'), { 'chain.pool': 'FAIL' });
  assert.deepEqual(open(await after('chain_rehearsal', 1), ''), {});
  assert.deepEqual(open(await after('chain_rehearsal', 1, ['REHEARSAL-pool.csv', replacing('Uwe', 'Udo')]), 'chain.'), { 'chain.pool': 'FAIL' });
  const leaf = (line) => ['pool.leaves', (bytes) => utf8(new TextDecoder().decode(bytes).split('\n').map((own, i) => (i === line ? 'a'.repeat(64) : own)).join('\n'))];
  assert.deepEqual(open(await after('public_chain_replace', 1, leaf(0)), 'chain.'), { 'chain.included': 'NOT CHECKED' });
  assert.deepEqual(open(await after('public_chain_replace', 1, leaf(3)), 'chain.'), { 'chain.pool': 'FAIL', 'chain.included': 'NOT CHECKED' });
});

test('chain.seats: who sits, stays and rests', async () => {
  const panel = (at, members) => ['lottery.json', json(({ panels }) => { panels.at(at).members = members; })];
  const planted = [
    ['chain_panels', 1, 'number 10 sat on the panel before', panel(-1, [6, 8, 11])], // stays on some panels only
    ['chain_panels', 1, 'number 7 sat on the panel before', panel(-1, [7, 8, 10])], // dropped out, and may be drawn
    ['chain_panels', 1, 'number 9 sits on another panel', panel(-1, [8, 9, 10])],
    ['chain_panels', 1, 'number 8 sits on another panel', ['setup.json', json(({ before }) => { before.step = 'replace/3'; })]],
    ['chain_panels', 2, 'number 8 sits already', panel(-1, [3, 5, 8])], // on the other panel
    ['chain_alternates', 1, 'number 9 sits already', panel(-1, [3, 5, 9])],
    ['chain_rotate', 2, 'number 4 sat on the panel before', panel(-1, [5, 9, 10])],
    ['chain_rotate', 2, 'number 3 sat on a former panel', panel(0, [3, 4, 9])],
    ['public_chain_replace', 1, 'number 2 sat on the panel before', panel(-1, [3, 9, 11])],
  ];
  for (const [name, at, words, change] of planted) {
    const found = await after(name, at, change);
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
  }
  const [first, second, alternates, fourth] = recordsOf('chain_panels');
  const result = await second.files.get('result.json').read();
  assert.deepEqual(await seats(await changed([first, second, fourth, alternates], 2, 'result.json', () => result), 1, 2), ['FAIL', 'FAIL'], 'with one result.json');
  const same = await changed([first, second, alternates, fourth], 2, 'result.json', drawn([5, 8, 10])); // alternates sit nowhere
  assert.deepEqual(await seats(same, 1), ['PASS']);
});

test('several records: where one is a rehearsal, the last line says so', async () => {
  const records = recordsOf('chain_rehearsal');
  assert.equal((await verifyTogether(records)).verdict, 'VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)');
  assert.equal((await verifyTogether(records.slice(1))).verdict, 'NOT VERIFIED TOGETHER (REHEARSAL, NOT THE DRAW)');
  assert.equal((await verifyTogether(recordsOf('chain_replace'))).verdict, 'VERIFIED TOGETHER');
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

test('new.csv and alternates.csv: these rows, in this order', async () => {
  assert.deepEqual(open(await after('chain_replace', 1, ['new.csv', replacing(/\n$/, '\n\n')]), ''), { 'draw.new': 'FAIL' });
  const turned = (bytes) => utf8(new TextDecoder().decode(bytes).replace(/\n1,(.*)\n2,(.*)\n/, '\n1,$2\n2,$1\n'));
  assert.deepEqual(open(await after('chain_alternates', 1, ['alternates.csv', turned]), ''), { 'draw.alternates': 'FAIL' });
  assert.equal((await after('chain_alternates', 1, ['alternates.json', replacing(/$/, ' ')])).ids['files.hashes'], 'FAIL');
});

test('digits: without the commitment or the setup, nothing says that they are the ticket', async () => {
  const without = async (own) => (await after('drawn_digits', 0, [own, () => undefined])).ids;
  const [commit, setup] = [await without('commit.txt'), await without('setup.json')];
  assert.deepEqual([commit['draw.key'], commit['draw.ticket']], ['NOT CHECKED', 'NOT CHECKED']);
  assert.deepEqual([setup['draw.key'], setup['draw.ticket']], [undefined, 'NOT CHECKED']);
  assert.equal((await after('drawn_digits', 0, ['pool.leaves', (bytes) => bytes.slice(0, 300)])).ids['commit.leaves'], 'FAIL');
});

test('before: what is refused', async () => {
  const bytes = await recordsOf('chain_rotate')[2].files.get('setup.json').read();
  const hash = (digit) => digit.repeat(64);
  assert.equal(readSetup(bytes).before.kind, 'rotate');
  const setups = [
    (before) => { before.step = 'rotate/1'; }, (before) => { before.step = 'replace'; }, (before) => { before.step = 'swap'; },
    (before) => { before.alternates = hash('a'); }, (before) => { before.former = [hash('b'), hash('a')]; },
    (before) => { before.former = [hash('a'), hash('a')]; }, (before) => { before.fingerprint = 'none'; },
    (before) => { before.result = null; }, (before) => { delete before.former; }, (before) => { before.more = 1; },
    (_, setup) => { setup.before = null; }, (_, setup) => { setup.panels = 3; },
  ];
  for (const [i, change] of setups.entries()) {
    assert.throws(() => readSetup(json((setup) => change(setup.before, setup))(bytes)), Refused, `setup ${i}`);
  }
  const commit = await recordsOf('chain_rotate')[2].files.get('commit.txt').read();
  assert.equal(readCommit(commit).before.step, 'rotate');
  for (const [from, to] of [[/^before rotate/m, 'before replace/01'], [/^before rotate/m, 'before replace/0'], [/^(before .*)$/m, '$1 x'], [/^(before .*) .*$/m, '$1'], [/^before .*\n/m, '$&$&'], [/^(before .*\n)(published .*\n)/m, '$2$1'], [/^size 3\n/m, '$&panels 3\n']]) {
    assert.throws(() => readCommit(replacing(from, to)(commit)), Refused, String(to));
  }
});

test('folders: the records are those nearest to the top, in the order of their names', async () => {
  const items = ['all/b/pool.csv', 'all/a/REHEARSAL-setup.json', 'all/b/old/setup.json', 'all/notes.txt', 'all/b/lottery.json', 'all/Z/result.json'].map((path) => ({ path, file: new Blob(['x']) }));
  const { records, receipts, ignored } = await sort(items);
  assert.deepEqual(records.map(({ name, files }) => [name, [...files.keys()]]), [['Z', ['result.json']], ['a', ['REHEARSAL-setup.json']], ['b', ['pool.csv', 'lottery.json']]]);
  assert.deepEqual([receipts, ignored], [[], ['all/b/old/setup.json', 'all/notes.txt']]);
  const one = await sort([...items, { path: 'all/pool.csv', file: new Blob(['x']) }]);
  assert.deepEqual(one.records.map(({ name }) => name), ['all'], 'a record, whatever folders are in it');
});
