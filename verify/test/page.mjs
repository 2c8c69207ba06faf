// The page in a browser: node --test verify/test/page.mjs
// The vectors' folder is tests/vectors, or the one that VECTORS names; SHOTS names a folder for screenshots.

import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { barriers } from './axe.mjs';
import { giveFolder, giveReceipt, inTemporary, isVerified, launch, open, regular } from './browser.mjs';
import { run } from './run.mjs';

const VECTORS = process.env.VECTORS ?? fileURLToPath(new URL('../../tests/vectors', import.meta.url));
const record = (name) => join(VECTORS, name);
const receiptOf = (name, number) => join(VECTORS, 'receipts', name, `${number}.json`);
const verdictOf = (found, id) => found.checks.find((check) => check.id === id)?.verdict;

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A page that must end without complaints and without having asked for anything but itself. */
async function quiet(work, options) {
  const opened = await open(browser, options);
  await work(opened.page, opened);
  assert.deepEqual(opened.trouble, []);
  assert.ok(opened.requests.length > 0 && opened.requests.every((url) => url.startsWith('file://') && url.endsWith('/verify.html')), String(opened.requests));
  await opened.close();
}

/** A copy of a vector, changed by `change`, given to the page. */
function changed(name, change, work, options) {
  return inTemporary((folder) => quiet(async (page) => {
    const copy = join(folder, 'record');
    cpSync(record(name), copy, { recursive: true });
    change(copy);
    await work(await giveFolder(page, copy), page);
  }, options));
}

test('every vector verifies in the page, as it does in the modules, with no complaint and no request', async () => {
  const inPage = await run(VECTORS);
  const inModules = await run(VECTORS, { modules: true });
  assert.deepEqual(inPage, inModules);
  assert.ok(Object.keys(inPage).length > 20);
  for (const [name, { verified, verdict }] of Object.entries(inPage)) assert.ok(verified, `${name}: ${verdict}`);
});

test('the verdict stands on top and at the end, and in the status line', () => quiet(async (page) => {
  const found = await giveFolder(page, record('drawn_beacon'));
  assert.equal(found.verdict, 'VERIFIED');
  assert.equal(found.last, 'VERIFIED');
  assert.equal(found.status, 'Done: VERIFIED.');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'verdict');
  const fingerprint = (await page.locator('#fingerprint').textContent()).trim().split(/\s+/);
  assert.equal(fingerprint.length, 16);
  assert.ok(fingerprint.every((four) => /^[0-9a-f]{4}$/.test(four)));
}));

test('a receipt is told in words', () => quiet(async (page) => {
  await giveFolder(page, record('public_drawn_beacon'));
  const found = await giveReceipt(page, receiptOf('drawn_beacon', 1));
  assert.ok(isVerified(found.verdict), found.verdict);
  const words = await page.locator('.receipt').textContent();
  for (const part of ['You were in the pool, as number 1', 'Of 1,000,000,000,000 tickets, you are on', 'a chance of', 'You were']) assert.ok(words.includes(part), words);
}));

test('a receipt alone asks for the record, and is kept until it comes', () => quiet(async (page) => {
  const alone = await giveReceipt(page, receiptOf('drawn_beacon', 2));
  assert.equal(alone.shown, false);
  assert.match(alone.status, /Now choose the record/);
  const found = await giveFolder(page, record('public_drawn_beacon'));
  assert.equal(verdictOf(found, 'receipt.leaf'), 'PASS');
}));

test("somebody else's receipt, and one that was changed, fail", () => inTemporary((folder) => quiet(async (page) => {
  const path = join(folder, 'mine.json');
  const original = JSON.parse(readFileSync(receiptOf('drawn_beacon', 1), 'utf8'));
  writeFileSync(path, JSON.stringify({ ...original, tickets: original.tickets + 1 }));
  await giveFolder(page, record('drawn_beacon'));
  const found = await giveReceipt(page, path);
  assert.equal(verdictOf(found, 'receipt.tickets'), 'FAIL');
  assert.equal(found.verdict, 'NOT VERIFIED');
  const told = await page.locator('.receipt').textContent();
  assert.match(told, /says nothing of your chance/);
  assert.doesNotMatch(told, /a chance of/);
  const other = await giveFolder(page, record('drawn_phrase'));
  assert.equal(verdictOf(other, 'receipt.form'), undefined, 'the receipt was about the record before');
})));

test('a changed panel fails', () => changed('drawn_beacon', (copy) => {
  const path = join(copy, 'result.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"ticket": ?(\d+)/, (_, ticket) => `"ticket": ${Number(ticket) - 1}`));
}, (found) => {
  assert.equal(verdictOf(found, 'draw.ticket'), 'FAIL');
  assert.equal(found.verdict, 'NOT VERIFIED');
  assert.equal(found.last, 'NOT VERIFIED');
}));

test('a link in place of a file counts as missing (a browser cannot see links)', () => changed('drawn_beacon', (copy) => {
  unlinkSync(join(copy, 'pool.csv'));
  symlinkSync(join(record('drawn_beacon'), 'pool.csv'), join(copy, 'pool.csv'));
}, (found) => {
  assert.equal(verdictOf(found, 'files.present'), 'FAIL');
}));

test('a file that is larger than a record allows fails', () => changed('drawn_beacon', (copy) => {
  writeFileSync(join(copy, 'commit.txt'), Buffer.alloc(2 ** 20 + 1, 0x20));
}, (found) => {
  assert.equal(verdictOf(found, 'files.present'), 'FAIL');
  assert.equal(verdictOf(found, 'commit.form'), 'NOT CHECKED');
}));

test('files that are not of the record are named and left aside', () => changed('solved', (copy) => {
  writeFileSync(join(copy, 'notes.txt'), 'x');
  mkdirSync(join(copy, 'old'));
  writeFileSync(join(copy, 'old', 'pool.csv'), 'x');
}, async (found, page) => {
  assert.ok(isVerified(found.verdict), found.verdict);
  const words = await page.locator('#result').textContent();
  assert.match(words, /Left aside/);
  for (const name of ['notes.txt', 'old/pool.csv']) assert.ok(words.includes(name), name);
}));

test('a rehearsal is named in the heading, the title, the verdict and the status; a draw after it is not', () => quiet(async (page) => {
  const words = 'REHEARSAL, NOT THE DRAW';
  const found = await giveFolder(page, record('rehearsal_beacon'));
  assert.equal(found.heading, words);
  assert.ok(await page.locator('h1.rehearsal').isVisible());
  assert.equal(await page.title(), `${words} – Check a draw – klero`);
  for (const part of [found.verdict, found.last]) assert.equal(part, `VERIFIED (${words})`);
  assert.equal(found.status, `Done: VERIFIED (${words}).`);
  const told = await giveReceipt(page, receiptOf('rehearsal_beacon', 1));
  assert.equal(told.verdict, `VERIFIED (${words})`);
  assert.match(await page.locator('.receipt').textContent(), /In this rehearsal, which is not the draw: /);
  const draw = await giveFolder(page, record('drawn_beacon'));
  assert.deepEqual([draw.heading, await page.title(), await page.locator('.rehearsal, .rehearsal-note').count()], ['Check a draw', 'Check a draw – klero', 0]);
}));

test('several panels are told one by one', () => quiet(async (page) => {
  await giveFolder(page, record('panels_drawn'));
  const words = await page.locator('#result').textContent();
  for (const part of ['6, on 2 panels that are drawn together', 'The drawn panels', 'Panel 1', 'Panel 2']) assert.ok(words.includes(part), part);
  assert.equal(await page.locator('.members').count(), 2);
}));

test('records that follow one another are checked together, each with its checks and its verdict', () => quiet(async (page) => {
  const found = await giveFolder(page, record('chain_rehearsal'));
  for (const part of [found.verdict, found.last]) assert.match(part, /^VERIFIED TOGETHER \(REHEARSAL, NOT THE DRAW; no certificate; .*\)$/);
  assert.equal(found.status, `Done: ${found.verdict}.`);
  assert.equal(found.heading, 'REHEARSAL, NOT THE DRAW: 2 of these 3 records');
  assert.deepEqual(found.records.map(({ record: name }) => name), ['1', '2', '3']);
  assert.deepEqual(found.records.map(({ verdict }) => verdict.includes('REHEARSAL')), [false, true, true]);
  for (const { checks } of found.records) assert.ok(checks.length > 15);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'verdict');
  assert.equal(await page.evaluate(() => document.querySelectorAll('[id]').length - new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size), 0, 'no id twice');
  await page.locator('#records a').nth(1).click();
  assert.equal(await page.evaluate(() => location.hash), '#record-2');
}));

test('one wrong record among several: NOT VERIFIED TOGETHER', () => changed('chain_replace', (copy) => {
  const path = join(copy, '2', 'new.csv');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
}, (found) => {
  assert.deepEqual([found.verdict, found.last], ['NOT VERIFIED TOGETHER', 'NOT VERIFIED TOGETHER']);
  assert.deepEqual(found.records.map(({ verdict }) => verdict), ['VERIFIED', 'NOT VERIFIED']);
}));

test('a record that follows another, given alone, says what to choose', () => quiet(async (page) => {
  const found = await giveFolder(page, join(record('chain_replace'), '2'));
  for (const id of ['chain.before', 'chain.pool', 'chain.seats', 'chain.included', 'chain.rules', 'chain.time']) assert.equal(verdictOf(found, id), 'NOT CHECKED', id);
  assert.equal(found.verdict, 'NOT VERIFIED');
  assert.match(await page.locator('.hint').textContent(), /put the folder of each record into one folder, and choose or drop that folder/);
  await giveFolder(page, record('chain_replace'));
  assert.equal(await page.locator('.hint').count(), 0);
}));

test('a receipt among several records is told with the one that it belongs to', () => inTemporary((folder) => quiet(async (page) => {
  for (const name of ['drawn_phrase', 'drawn_beacon']) cpSync(record(name), join(folder, name === 'drawn_phrase' ? '1' : '2'), { recursive: true });
  await giveFolder(page, folder);
  const found = await giveReceipt(page, receiptOf('drawn_beacon', 1));
  assert.equal(found.verdict, 'VERIFIED TOGETHER');
  assert.deepEqual(found.records.map((own) => verdictOf(own, 'receipt.leaf')), [undefined, 'PASS']);
  assert.match(await page.locator('section[data-record="2"] .receipt').textContent(), /You were in the pool, as number 1/);
  assert.equal(await page.locator('.receipt').count(), 1);
  const other = await giveReceipt(page, receiptOf('drawn_rules', 1));
  assert.deepEqual([other.verdict, verdictOf(other.records[0], 'receipt.commitment')], ['NOT VERIFIED TOGETHER', 'FAIL']);
  const several = await giveFolder(page, record('chain_replace'));
  assert.equal(several.verdict, 'VERIFIED TOGETHER', 'the receipt was about the records before');
})));

test('folders that are dropped together are taken together', () => quiet(async (page) => {
  const files = ['1', '2'].flatMap((name) => regular(join(record('chain_replace'), name)).map((path) => [`${name}/${path.split('/').pop()}`, readFileSync(path, 'utf8')]));
  await page.evaluate((all) => {
    // As a browser hands them over: one entry for each folder, its files in two portions.
    const made = (name) => ({
      isFile: false,
      name,
      createReader: () => {
        const own = all.filter(([path]) => path.startsWith(`${name}/`)).map(([path, content]) => ({ isFile: true, name: path.slice(2), file: (good) => good(new File([content], path.slice(2))) }));
        const portions = [own.slice(0, 3), own.slice(3), []];
        return { readEntries: (good) => good(portions.shift()) };
      },
    });
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { items: ['2', '1'].map((name) => ({ webkitGetAsEntry: () => made(name) })), files: [] } });
    document.body.dispatchEvent(drop);
  }, files);
  await page.locator('#status').filter({ hasText: 'Done: VERIFIED TOGETHER.' }).waitFor();
}));

test('the name of a folder is text, never HTML', () => inTemporary((folder) => quiet(async (page) => {
  const evil = '<img src=x onerror=document.title=1>';
  cpSync(join(record('chain_replace'), '1'), join(folder, evil), { recursive: true });
  cpSync(join(record('chain_replace'), '2'), join(folder, '2'), { recursive: true });
  const found = await giveFolder(page, folder);
  assert.deepEqual([found.records.map(({ record: name }) => name), await page.locator('#result img').count()], [['2', evil], 0]);
})));

test('what is in files is text, never HTML', () => changed('drawn_beacon', (copy) => {
  const evil = '<img src=x onerror=document.title=1><script>document.title=2</script>';
  const commit = join(copy, 'commit.txt');
  writeFileSync(commit, readFileSync(commit, 'utf8').replace(/^assembly .*$/m, `assembly ${evil}`));
  const result = join(copy, 'result.json');
  writeFileSync(result, readFileSync(result, 'utf8').replace(/"seed": ?"[^"]*"/, `"seed": ${JSON.stringify(evil)}`));
  writeFileSync(join(copy, '<b>bold<b>.txt'), 'x');
}, async (found, page) => {
  assert.equal(found.verdict, 'NOT VERIFIED');
  assert.equal(await page.locator('#result img, #result script, #result b').count(), 0);
  assert.equal(await page.title(), 'Check a draw – klero');
  assert.ok((await page.locator('#result').textContent()).includes('<img src=x'));
}));

test('nothing that is no record is called one', () => inTemporary((folder) => quiet(async (page) => {
  writeFileSync(join(folder, 'holiday.txt'), 'x');
  const found = await giveFolder(page, folder);
  assert.equal(found.shown, false);
  assert.match(found.status, /None of these files .*holiday\.txt/);
})));

test('files that are dropped are taken', () => quiet(async (page) => {
  const files = regular(record('drawn_phrase')).map((path) => [path.split('/').pop(), readFileSync(path, 'utf8')]);
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, content] of all) transfer.items.add(new File([content], name));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, files);
  await page.locator('#status').filter({ hasText: 'Done: VERIFIED.' }).waitFor();
}));

test('the policy stops scripts that are not the page’s own, and every connection', async () => {
  const { page, trouble, requests, close } = await open(browser);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    let refused = false;
    try {
      script.text = 'window.planted = true';
    } catch {
      refused = true; // trusted types
    }
    document.body.append(script);
    const fetched = await fetch('https://example.org/').then(() => true, () => false);
    return { planted: window.planted === true, refused, fetched };
  });
  assert.deepEqual(outcome, { planted: false, refused: true, fetched: false });
  assert.ok(trouble.some((words) => words.includes('Content Security Policy')), String(trouble));
  assert.equal(requests.filter((url) => !url.startsWith('file://')).length, 0);
  await close();
});

test('a script planted in the file itself does not run', () => inTemporary(async (folder) => {
  const source = readFileSync(fileURLToPath(new URL('../verify.html', import.meta.url)), 'utf8');
  const path = join(folder, 'planted.html');
  writeFileSync(path, source.replace('</body>', '<script>window.planted = true</script></body>'));
  const { page, close } = await open(browser);
  await page.goto(`file://${path}`);
  assert.equal(await page.evaluate(() => window.planted), undefined);
  assert.equal(await page.locator('#drop').count(), 1);
  await close();
}));

test('axe finds nothing to complain about, light and dark, before and after', async () => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, close } = await open(browser, { bypassCSP: true, colorScheme });
    const complaints = () => barriers(page);
    assert.deepEqual(await complaints(), []);
    await giveFolder(page, record('drawn_rules'));
    await giveReceipt(page, receiptOf('drawn_rules', 1));
    assert.deepEqual(await complaints(), []);
    await giveReceipt(page, receiptOf('drawn_beacon', 1));
    assert.match((await page.locator('#verdict').textContent()), /NOT VERIFIED/);
    assert.deepEqual(await complaints(), []);
    for (const several of ['chain_rehearsal', 'panels_drawn', 'rehearsal_solved']) {
      await giveFolder(page, record(several));
      assert.deepEqual(await complaints(), [], several);
    }
    // Planted: axe must see a picture without words, and text that is too faint.
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = 'data:,';
      document.querySelector('main').append(picture);
    });
    assert.equal((await complaints()).length, 1);
    await close();
  }
});

test('nothing is wider than the screen', async () => {
  for (const width of [360, 768, 1280]) {
    await quiet(async (page) => {
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
      assert.ok(await fits(), `empty, ${width}`);
      await giveFolder(page, record('drawn_rules'));
      await giveReceipt(page, receiptOf('drawn_rules', 2));
      assert.ok(await fits(), `full, ${width}`);
      const shot = async (name) => process.env.SHOTS && page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`), fullPage: true });
      await shot('page');
      await giveFolder(page, record('chain_rehearsal'));
      assert.ok(await fits(), `several, ${width}`);
      await shot('several');
      const wide = await page.evaluate(() => {
        const planted = document.createElement('pre');
        planted.textContent = 'x'.repeat(2000);
        planted.id = 'wide';
        document.body.append(planted);
        planted.style.setProperty('white-space', 'pre');
        planted.style.setProperty('overflow-wrap', 'normal');
        return document.documentElement.scrollWidth > document.documentElement.clientWidth;
      });
      assert.ok(wide, 'planted');
    }, { viewport: { width, height: 800 }, isMobile: false });
  }
});

test('the keyboard reaches every button, in order, with a visible ring', () => quiet(async (page) => {
  const reached = [];
  for (let i = 0; i < 4; i += 1) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => {
      const ring = getComputedStyle(document.activeElement.closest('label') ?? document.activeElement);
      return `${document.activeElement.id} ${ring.outlineStyle}`;
    }));
  }
  assert.deepEqual(reached, ['language solid', 'folder solid', 'files solid', 'receipt solid']);
}));

test('files and a receipt chosen together are sorted out', { skip: !existsSync(VECTORS) }, () => quiet(async (page) => {
  await page.locator('#files').setInputFiles([...regular(record('public_drawn_phrase')), receiptOf(readdirSync(join(VECTORS, 'receipts'))[0], 1)]);
  await page.locator('#status').filter({ hasText: 'Done: NOT VERIFIED' }).waitFor(); // the receipt is of another draw
  assert.equal(await page.locator('li[data-id="receipt.form"]').getAttribute('data-verdict'), 'PASS');
}));
