// The sheet for a ceremony on paper: node --test verify/test/sheet.mjs
// KLERO names the program, SHOTS a folder for screenshots and PDFs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { barriers } from './axe.mjs';
import { inTemporary, launch } from './browser.mjs';

const KLERO = process.env.KLERO ?? fileURLToPath(new URL('../../target/debug/klero', import.meta.url));
const VECTORS = fileURLToPath(new URL('../../tests/vectors', import.meta.url));
const LONG = 'Bürgerrat der Verwaltungsgemeinschaft Oberes Tal zur Zukunft der Mobilität und des Klimas';
const LANGUAGES = ['en', 'vi', 'fr', 'de', 'es', 'pt', 'ar'];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** The public files of a made-up commitment that a sheet needs: `tickets` panels of `size` out of `members`, each with one ticket. */
function large(folder, { assembly, members, size, tickets }) {
  // Every seat has a stretch of the pool of its own; the first three seats tell all panels apart.
  const step = Math.floor(members / size);
  const inStretch = (i, seat) => (seat < 3 ? Math.floor(i / step ** seat) : i * 7919 + seat * 31) % step;
  const panels = Array.from({ length: tickets }, (_, i) => Array.from({ length: size }, (_, seat) => 1 + seat * step + inStretch(i, seat)));
  const compare = (a, b) => { for (let i = 0; i < size; i++) if (a[i] !== b[i]) return a[i] - b[i]; return 0; };
  panels.sort(compare);
  const lottery = JSON.stringify({ format: 'klero/lottery/1', panels: panels.map((members) => ({ members, tickets: 1 })), size, tickets });
  const zeros = '0'.repeat(64);
  const hash = createHash('sha256').update(lottery).digest('hex');
  mkdirSync(folder);
  writeFileSync(join(folder, 'lottery.json'), lottery);
  writeFileSync(join(folder, 'commit.txt'), `klero/commit/1\nassembly ${assembly}\ndraw 1\nattempt 1\npublished 2026-11-02T09:00:00Z\nmembers ${members}\n`
    + `size ${size}\ntickets ${tickets}\nobjective maximin\npool ${zeros}\nseed digits ${String(tickets).length - 1}\n`
    + `file ${hash} lottery.json\nfile ${zeros} pool.leaves\nfile ${zeros} quotas.csv\n`);
}

/** What does not fit on its page of paper: which page, and what. */
function overflows(page) {
  return page.evaluate(() => [...document.querySelectorAll('.page')].flatMap((sheet, i) => {
    const rest = sheet.querySelector('.rest');
    const inner = rest.getBoundingClientRect();
    const out = [];
    if (rest.scrollHeight > rest.clientHeight || rest.scrollWidth > rest.clientWidth) out.push(`page ${i + 1}: its text`);
    for (const element of rest.querySelectorAll('*')) {
      const { left, right } = element.getBoundingClientRect();
      if (left < inner.left - 1 || right > inner.right + 1) out.push(`page ${i + 1}: ${element.textContent.slice(0, 40)}`);
    }
    for (const cell of rest.querySelectorAll('.cells p, .cells pre')) {
      if (cell.scrollWidth > cell.parentElement.clientWidth) out.push(`page ${i + 1}: ${cell.textContent.slice(0, 40)}`);
    }
    const [title, mark] = sheet.querySelectorAll('header > *');
    if (mark && mark.scrollWidth > mark.clientWidth || title.clientWidth === 0) out.push(`page ${i + 1}: its head`);
    return out;
  }));
}

/** How many pages a PDF has. */
const pagesOf = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

/** A sheet, opened as it is printed, with all that went wrong. */
async function printed(folder, record, language, work, ...options) {
  const file = join(folder, [language, record.split('/').at(-1), ...options].join('-') + '.html');
  const said = execFileSync(KLERO, ['ceremony', record, '--out', file, '--language', language, ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const context = await browser.newContext({ offline: true, viewport: { width: 794, height: 1123 } });
  const page = await context.newPage();
  const trouble = [];
  const requests = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const found = await work({ page, pdf, claimed: Number(/: (\d+) pages of A4/.exec(said)[1]), said });
  assert.deepEqual(trouble, [], file);
  assert.deepEqual(requests, [pathToFileURL(file).href]);
  if (process.env.SHOTS) {
    writeFileSync(join(process.env.SHOTS, file.split('/').at(-1).replace('.html', '.pdf')), pdf);
  }
  await context.close();
  return found;
}

/** Checks that a sheet takes the pages that klero says, and that everything is on them. */
function fits({ page, pdf, claimed }) {
  return page.evaluate(() => document.querySelectorAll('.page').length).then(async (sections) => {
    assert.deepEqual({ pdf: pagesOf(pdf), sections }, { pdf: claimed, sections: claimed });
    assert.deepEqual(await overflows(page), []);
    assert.equal(await page.evaluate(() => document.querySelectorAll('script').length), 0);
  });
}

test('a thousand panels of forty take 35 pages, and everybody is on them', () => inTemporary(async (folder) => {
  const record = join(folder, 'thousand');
  large(record, { assembly: 'Bürgerinnen- und Bürgerrat Klimaschutz und Energie der Samtgemeinde Beispielstadt am See', members: 999, size: 40, tickets: 1000 });
  for (const language of LANGUAGES) {
    await printed(folder, record, language, async (sheet) => {
      await fits(sheet);
      assert.equal(sheet.claimed, 35);
      const cells = await sheet.page.evaluate(() => [...document.querySelectorAll('.cells pre')].map((pre) => pre.textContent.trim().split(/\s+/).length));
      assert.equal(cells.length, 1000);
      assert.ok(cells.every((members) => members === 40));
      const bold = await sheet.page.evaluate(() => [...document.querySelectorAll('.cells b')].map((ticket) => ticket.textContent));
      assert.deepEqual(bold, Array.from({ length: 1000 }, (_, ticket) => String(ticket).padStart(3, '0')));
    });
  }
}));

test('the same in large type takes 131 pages', () => inTemporary(async (folder) => {
  const record = join(folder, 'thousand');
  large(record, { assembly: LONG, members: 999, size: 40, tickets: 1000 });
  await printed(folder, record, 'fr', async (sheet) => {
    await fits(sheet);
    assert.equal(sheet.claimed, 131);
  }, '--large');
}));

test('ten thousand small panels, and hundreds of members', () => inTemporary(async (folder) => {
  for (const [name, made] of [
    ['many', { assembly: 'A', members: 300, size: 12, tickets: 10_000 }],
    ['few', { assembly: 'B', members: 90_000, size: 700, tickets: 10 }],
  ]) {
    large(join(folder, name), made);
    await printed(folder, join(folder, name), 'fr', fits);
  }
}));

test('every kind of commitment, in every language', () => inTemporary(async (folder) => {
  const records = ['committed_beacon', 'committed_digits', 'committed_phrase', 'panels_committed', 'public_committed_digits', 'rehearsal_digits', 'rehearsal_beacon'];
  for (const name of records) {
    for (const language of LANGUAGES) await printed(folder, join(VECTORS, name), language, fits);
  }
}));

/** A rehearsal of three panels with a long name: everything that the first pages can hold at once. */
function rehearsal(folder, assembly) {
  const klero = (...args) => execFileSync(KLERO, args, { cwd: folder, stdio: 'ignore' });
  klero('generate', '--members', '120', '--size', '12', '--categories', '3', '--out', 'people');
  klero('solve', '--pool', 'people/pool.csv', '--quotas', 'people/quotas.csv', '--size', '12', '--panels', '3', '--equal', '--rehearsal', '--out', 'record');
  klero('commit', 'record', '--assembly', assembly, '--digits', '3', '--name-column', 'name', '--published', '2999-01-01T00:00:00Z', '--no-qr');
  return join(folder, 'record');
}

test('a long name takes no room from the rest, in every language', async () => {
  const longest = `${LONG}: ${LONG}`.padEnd(200, ' Mm').slice(0, 200).trim();
  for (const name of [LONG.slice(0, 40), LONG, longest]) {
    await inTemporary(async (folder) => {
      const record = rehearsal(folder, name);
      for (const language of LANGUAGES) {
        await printed(folder, record, language, async (sheet) => {
          await fits(sheet);
          // As large as a short name it would not fit everywhere: the check of what fits sees it.
          if (name !== LONG || language !== 'de') return;
          await sheet.page.addStyleTag({ content: 'h1 { font-size: 44pt !important; }' });
          assert.deepEqual(await overflows(sheet.page), ['page 1: its text']);
        });
      }
    });
  }
});

test('large type can be read from a step away, and fits', () => inTemporary(async (folder) => {
  const record = join(folder, 'hundred');
  large(record, { assembly: LONG, members: 600, size: 40, tickets: 100 });
  const points = (page) => page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.cells pre')).fontSize) * 0.75);
  const usual = await printed(folder, record, 'de', async (sheet) => [Math.round(await points(sheet.page)), sheet.claimed]);
  await printed(folder, record, 'de', async (sheet) => {
    await fits(sheet);
    assert.match(sheet.said, /with member numbers of 16 points/);
    assert.equal(Math.round(await points(sheet.page)), 16);
    assert.equal(usual[0], 8);
    assert.ok(sheet.claimed > usual[1]);
    const cells = await sheet.page.evaluate(() => [...document.querySelectorAll('.cells pre')].map((pre) => pre.textContent.trim().split(/\s+/).length));
    assert.deepEqual(cells, Array(100).fill(40));
  }, '--large');
  // Where a panel would fill more than a page, the type is smaller, and it is said.
  large(join(folder, 'many'), { assembly: LONG, members: 9000, size: 500, tickets: 10 });
  await printed(folder, join(folder, 'many'), 'ar', async (sheet) => {
    await fits(sheet);
    assert.match(sheet.said, /with member numbers of 12 points/);
  }, '--large');
}));

test('on a small screen nothing is wider than it, and nobody is kept out', () => inTemporary(async (folder) => {
  const record = rehearsal(folder, LONG);
  const single = join(folder, 'single');
  large(single, { assembly: 'A', members: 90_000, size: 700, tickets: 10 });
  for (const [path, language, ...options] of [...LANGUAGES.map((language) => [record, language]), [record, 'en', '--large'], [single, 'en']]) {
    await printed(folder, path, language, async ({ page }) => {
      const context = await browser.newContext({ offline: true, bypassCSP: true, viewport: { width: 360, height: 740 } });
      const phone = await context.newPage();
      await phone.goto(page.url());
      const width = () => phone.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(await width(), 360, `${path} ${language}`);
      if (process.env.SHOTS) await phone.screenshot({ path: join(process.env.SHOTS, `phone-${language}${options.join('')}-${path.split('/').at(-1)}.png`), fullPage: path === record });
      if (path === record) assert.deepEqual(await barriers(phone), []);
      if (path === record && language === 'en') {
        // What is planted is noticed.
        await phone.evaluate(() => document.querySelector('main').replaceWith(...document.querySelector('main').children));
        assert.notDeepEqual(await barriers(phone), []);
        await phone.addStyleTag({ content: '.page { width: 186mm !important; }' });
        assert.ok(await width() > 360);
      }
      await context.close();
    }, ...options);
  }
}));

test('what does not fit is noticed', () => inTemporary((folder) => printed(folder, join(VECTORS, 'committed_digits'), 'en', async ({ page }) => {
  assert.deepEqual(await overflows(page), []);
  for (const style of ['.read { font-size: 60pt !important; }', '.cells pre { font-size: 90pt !important; }', '.groups { margin-left: 150mm !important; }']) {
    const added = await page.evaluateHandle((css) => document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css })), style);
    assert.notDeepEqual(await overflows(page), [], style);
    await added.evaluate((element) => element.remove());
  }
})));
