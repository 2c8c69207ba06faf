// The page that klero report makes, in a browser: node --test verify/test/report.mjs
// KLERO names the program (target/debug/klero otherwise); SHOTS names a folder for screenshots, which else go into a temporary one.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KLERO = process.env.KLERO ?? join(ROOT, 'target/debug/klero');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['en', 'vi', 'fr', 'de', 'es', 'pt', 'ar'];
const WIDTHS = [360, 768, 1280];

let browser;
let folder;
let shots;
const page = (name) => join(folder, `${name}.html`);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klero-report-'));
  shots = process.env.SHOTS ?? join(folder, 'shots');
  mkdirSync(shots, { recursive: true });
  const klero = (...args) => execFileSync(KLERO, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const town = (name) => join(ROOT, 'examples/town_40', name);
  const pool = ['--pool', town('pool.csv'), '--quotas', town('quotas.csv')];
  klero('draw', ...pool, '--size', '40', '--seed', '12 34 05', '--out', 'town');
  klero('draw', ...pool, '--size', '40', '--seed', '12 34 05', '--rehearsal', '--out', 'dry');
  writeFileSync(join(folder, 'shares.csv'), 'feature,value,percent\ngender,woman,50.6\ngender,man,49\ngender,non-binary,0.4\n');
  for (const language of LANGUAGES) {
    klero('report', 'town', '--draws', '300', '--language', language, '--shares', 'shares.csv', '--out', `${language}.html`);
  }
  // Nobody may sit for one group, so the smallest chance is 0.
  const quotas = readFileSync(town('quotas.csv'), 'utf8').replace('non-binary,0,1', 'non-binary,0,0');
  writeFileSync(join(folder, 'none.csv'), quotas);
  klero('draw', ...pool.slice(0, 2), '--quotas', 'none.csv', '--size', '40', '--seed', '12 34 05', '--out', 'some');
  for (const language of ['en', 'ar']) {
    klero('report', 'some', '--draws', '300', '--language', language, '--out', `none-${language}.html`);
  }
  klero('report', 'dry', '--draws', '0', '--names', '--name-column', 'name', '--out', 'names.html');
  klero('generate', '--members', '120', '--size', '4', '--categories', '2', '--out', 'small');
  klero('draw', '--pool', 'small/pool.csv', '--quotas', 'small/quotas.csv', '--size', '4', '--panels', '12', '--tickets', '100', '--seed', '1', '--out', 'panels');
  klero('report', 'panels', '--draws', '0', '--out', 'many.html');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens a page, does something with it, and holds that it complained about nothing and asked for nothing but itself. */
async function look(name, options, work) {
  const context = await browser.newContext({ offline: true, ...options });
  const opened = await context.newPage();
  const trouble = [];
  const requests = [];
  opened.on('console', (message) => trouble.push(message.text()));
  opened.on('pageerror', (error) => trouble.push(error.message));
  opened.on('request', (request) => requests.push(request.url()));
  const url = pathToFileURL(page(name)).href;
  await opened.goto(url);
  await work(opened);
  assert.deepEqual(trouble, []);
  assert.deepEqual(requests, [url]);
  await context.close();
}

const unfold = (opened) => opened.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));

/** What does not fit: the page itself and tables where they have to be scrolled sideways, and texts that leave their pictures. */
const overflow = (opened) => opened.evaluate(() => {
  const found = [];
  for (const box of document.querySelectorAll('.wide')) {
    if (box.scrollWidth > box.clientWidth) found.push(`a table is ${box.scrollWidth} wide in ${box.clientWidth}: ${box.ariaLabel}`);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) found.push(text.textContent);
    }
  }
  return found;
});

/** Words and numbers of a picture that lie over each other. */
const overlaps = (opened) => opened.evaluate(() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg')) {
    if (svg.getBoundingClientRect().width === 0) continue;
    const texts = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    texts.forEach(([one, a], place) => {
      for (const [other, b] of texts.slice(place + 1)) {
        const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        // Boxes of letters have room above and below them: lines of text that follow each other share some of it.
        const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (over > 1 && deep > 6) found.push(`${one} and ${other}`);
      }
    });
  }
  return found;
});

/** What axe finds, each with where. */
const barriers = async (opened) => {
  await opened.evaluate(AXE);
  const { violations } = await opened.evaluate(() => globalThis.axe.run(document));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 300)}`);
};

for (const name of ['en', 'ar', 'names', 'many']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${name}, ${colorScheme}: it fits three screens, and axe finds no barrier`, async () => {
      for (const width of WIDTHS) {
        await look(name, { viewport: { width, height: 900 }, colorScheme }, async (opened) => {
          await opened.screenshot({ path: join(shots, `${name}-${colorScheme}-${width}.png`), fullPage: true });
          assert.deepEqual(await overflow(opened), [], `${width}`);
          await unfold(opened);
          assert.deepEqual(await overflow(opened), [], `${width}, unfolded`);
          assert.deepEqual(await barriers(opened), [], `${width}`);
        });
      }
    });
  }
}

test('in every language its words stay in their pictures', async () => {
  for (const language of LANGUAGES) {
    for (const width of [360, 1280]) {
      await look(language, { viewport: { width, height: 900 } }, async (opened) => {
        assert.deepEqual(await overflow(opened), [], `${language}, ${width}`);
        assert.equal(await opened.evaluate(() => document.documentElement.lang), language);
        assert.equal(await opened.evaluate(() => getComputedStyle(document.body).direction), language === 'ar' ? 'rtl' : 'ltr');
      });
    }
  }
});

test('no words lie over each other, also where the smallest chance is 0', async () => {
  for (const name of ['en', 'none-en', 'none-ar']) {
    for (const width of WIDTHS) {
      await look(name, { viewport: { width, height: 900 } }, async (opened) => {
        assert.deepEqual(await overflow(opened), [], `${name}, ${width}`);
        assert.deepEqual(await overlaps(opened), [], `${name}, ${width}`);
      });
    }
  }
  // Where the words stand below the line, as they do elsewhere, it is found.
  const planted = readFileSync(page('none-en'), 'utf8').replace(/y="276\.0"(>smallest 0)/g, 'y="304.0"$1');
  assert.notEqual(planted, readFileSync(page('none-en'), 'utf8'));
  writeFileSync(page('over'), planted);
  await look('over', { viewport: { width: 1280, height: 900 } }, async (opened) => {
    assert.match((await overlaps(opened)).join('\n'), /smallest 0/);
  });
});

test('every table can be reached by keyboard, and none is there for a picture without one', () => look('en', {}, async (opened) => {
  const figures = await opened.locator('figure').count();
  assert.ok(figures >= 8);
  assert.equal(await opened.locator('figure details + .wide table').count(), figures);
  assert.equal(await opened.locator('figure svg[role=img][aria-labelledby]').count(), await opened.locator('figure svg').count());
  await opened.keyboard.press('Tab');
  assert.equal(await opened.evaluate(() => document.activeElement.tagName), 'SUMMARY');
  await opened.keyboard.press('Enter');
  await opened.keyboard.press('Tab');
  assert.equal(await opened.evaluate(() => document.activeElement.querySelector('table') !== null), true);
}));

test('a rehearsal says so first, and a page with names is for its owner only', () => look('names', {}, async (opened) => {
  const text = await opened.evaluate(() => document.body.innerText);
  assert.ok(text.trimStart().startsWith('REHEARSAL, NOT THE DRAW'), text.slice(0, 100));
  assert.match(await opened.title(), /^REHEARSAL, NOT THE DRAW/);
  if (process.platform !== 'win32') assert.equal(statSync(page('names')).mode & 0o077, 0);
}));

/** What paper hides or prints over something else: tables that do not show, and tables and charts that share a place. */
const onPaper = (opened) => opened.evaluate(() => {
  const found = [];
  const named = (element) => `${element.tagName} ${(element.ariaLabel ?? element.textContent).slice(0, 60)}`;
  const boxes = [...document.querySelectorAll('.wide table, svg')].map((element) => [element, element.getBoundingClientRect()]);
  for (const [element, box] of boxes) {
    if (element.tagName === 'TABLE' && box.height === 0) found.push(`not there: ${named(element.parentElement)}`);
    if (box.right > document.body.clientWidth + 1 || box.left < -1) found.push(`beside the paper: ${named(element)}`);
  }
  const there = boxes.filter(([, box]) => box.height > 0);
  for (const [place, [one, a]] of there.entries()) {
    for (const [other, b] of there.slice(place + 1)) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      if (!apart) found.push(`printed over each other: ${named(one)}, ${named(other)}`);
    }
  }
  return found;
});

/** The width of A4 without its margins, at 96 pixels an inch. */
const PAPER = { width: 673, height: 986 };

const pages = (pdf) => pdf.toString('latin1').match(/\/Type \/Page\b/g).length;

test('on paper it has pages of A4 with all tables, folded or not, and nothing is cut off or printed over something else', async () => {
  for (const name of ['en', 'de', 'ar', 'many']) {
    await look(name, { viewport: PAPER }, async (opened) => {
      await opened.emulateMedia({ media: 'print' });
      assert.deepEqual([...await overflow(opened), ...await onPaper(opened)], [], name);
      const pdf = await opened.pdf({ path: join(shots, `${name}.pdf`), preferCSSPageSize: true });
      assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
      await unfold(opened);
      assert.deepEqual([...await overflow(opened), ...await onPaper(opened)], [], `${name}, unfolded`);
      assert.equal(pages(await opened.pdf({ path: join(shots, `${name}-unfolded.pdf`), preferCSSPageSize: true })), pages(pdf));
    });
  }
});

test('what is planted is found', async () => {
  const original = readFileSync(page('en'), 'utf8');
  const planted = {
    wide: original.replace('<h1>', '<div style="width:2000px">x</div><h1>'),
    long: original.replace('</text>', `${'long '.repeat(40)}</text>`),
    sideways: original.replace('class="number">', 'class="number"><div style="width:900px">x</div>'),
    columns: original.replace('  .figures { display: block; }', '  .figures { display: block; columns: 2; }').replaceAll('min-width: min-content', 'width: 150mm'),
    folded: original.replace('@media screen { details', '@media all { details'),
    bare: original.replace('<html lang="en"', '<html').replace(/ aria-labelledby="p2-title p2-desc"/, ''),
  };
  const found = {};
  for (const [name, text] of Object.entries(planted)) {
    assert.notEqual(text, original, name);
    writeFileSync(page(name), text);
    await look(name, { viewport: { width: 1280, height: 900 } }, async (opened) => {
      found[name] = [...await overflow(opened), ...await barriers(opened)].join('\n');
      await unfold(opened);
      found[name] += (await overflow(opened)).join('\n');
    });
    await look(name, { viewport: PAPER }, async (opened) => {
      await opened.emulateMedia({ media: 'print' });
      found[name] += (await onPaper(opened)).join('\n');
    });
  }
  assert.match(found.wide, /the page is 2\d\d\d wide/);
  assert.match(found.long, /long long/);
  assert.match(found.sideways, /a table is \d+ wide in/);
  assert.match(found.columns, /printed over each other/);
  assert.match(found.folded, /not there/);
  assert.match(found.bare, /html-has-lang/);
});
