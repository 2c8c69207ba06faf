// The page's modules, in node, on whole records: the vectors, which verify, and what is planted in them, which must be found.
// chain.mjs does the same for chains of records.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refused, utf8 } from '../page/bytes.js';
import { sort } from '../page/choose.js';
import { readCommit } from '../page/commit.js';
import { readSetup } from '../page/setup.js';
import { verify, verifyTogether } from '../page/verify.js';
import { file, folder } from './folder.mjs';
import { VECTORS, after, asFile, changed, json, judge, open, recordsOf, replacing, told } from './planted.mjs';

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

test('a receipt among several records goes with the first whose fingerprint it names', async () => {
  const records = ['drawn_phrase', 'drawn_beacon', 'public_drawn_beacon'].flatMap(recordsOf);
  const bytes = await file(join(VECTORS, 'receipts', 'drawn_beacon', '1.json')).read();
  const receipts = async (own) => {
    const { records: found, verified } = await verifyTogether(records, asFile(own));
    return { verified, ids: found.map(({ checks }) => Object.fromEntries(checks.filter(({ id }) => id.startsWith('receipt.')).map(({ id, verdict }) => [id, verdict]))) };
  };
  const good = await receipts(bytes);
  const all = ['form', 'commitment', 'leaf', 'path', 'tickets'].map((name) => `receipt.${name}`);
  assert.deepEqual(good, { verified: true, ids: [{}, Object.fromEntries(all.map((id) => [id, 'PASS'])), {}] });
  const more = await receipts(json((own) => { own.more = 1; })(bytes));
  assert.deepEqual(more.ids.map((ids) => ids['receipt.form']), [undefined, 'FAIL', undefined], 'whatever else is wrong with it');
  for (const own of [json((receipt) => { receipt.fingerprint = 'a'.repeat(64); })(bytes), bytes.slice(1), utf8('[]')]) {
    const { ids, verified } = await receipts(own);
    assert.deepEqual([verified, ids.map((found) => Object.keys(found).length)], [false, [5, 0, 0]]);
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
