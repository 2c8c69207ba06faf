// The page in every language, in Chromium: node --test verify/test/languages.mjs
// The vectors' folder is tests/vectors, or the one that VECTORS names; SHOTS names a folder for screenshots.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { LANGUAGES, languageOf } from '../page/language.js';
import { say } from '../page/message.js';
import { barriers } from './axe.mjs';
import { giveFolder, giveReceipt, launch, open } from './browser.mjs';
import { VECTORS } from './planted.mjs';
import { wordsOf } from './said.mjs';

const RULES = join(VECTORS, 'drawn_rules');
const RECEIPT = join(VECTORS, 'receipts', 'drawn_rules', '1.json');
const CHAIN = join(VECTORS, 'chain_rehearsal');
const WIDTHS = [360, 768, 1280];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** What is not as this language asks for: its name and direction, the title, the menu, the words of the page. */
async function strange(page, language, title = wordsOf(language).text(say('page-title'))) {
  const { text } = wordsOf(language);
  const seen = await page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    dir: getComputedStyle(document.body).direction,
    menu: document.getElementById('language').value,
    parts: [...document.querySelectorAll('[data-say]')].map((part) => [part.dataset.say, part.textContent]),
  }));
  const wanted = { title, lang: language.code, dir: language.dir, menu: language.code };
  const parts = seen.parts.filter(([id, words]) => words !== text(say(id)));
  return [...Object.keys(wanted).filter((name) => seen[name] !== wanted[name]).map((name) => `${name}: ${seen[name]}`), ...parts.map(([id]) => id)];
}

/** Whether something is wider than the screen. */
const isWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** What machines read of a result. */
const plain = ({ verdict, last, checks, records }) => ({ verdict, last, checks: (checks ?? records.flatMap((own) => own.checks)).map((check) => [check.id, check.verdict]) });

async function results({ page }) {
  const single = await giveFolder(page, RULES);
  const receipt = await giveReceipt(page, RECEIPT);
  const open_ = await giveFolder(page, join(CHAIN, '2')); // without those that it follows
  return [single, receipt, open_, await giveFolder(page, CHAIN)];
}

test('every language, as the browser prefers it: its words, no complaint, and verdicts that machines read the same', async () => {
  let first;
  for (const language of LANGUAGES) {
    const opened = await open(browser, { locale: language.code, viewport: { width: 360, height: 800 } });
    assert.deepEqual(await strange(opened.page, language), [], language.code);
    const { text } = wordsOf(language);
    const found = await results(opened);
    first ??= found.map(plain);
    assert.deepEqual(found.map(plain), first, language.code);
    assert.equal(found[0].status, text(say('status-done', { verdict: say('verified') })));
    assert.ok(found[0].said.includes(text(say('verified'))), found[0].said);
    assert.equal(await opened.page.title(), `${found[3].heading} – ${text(say('page-title'))}`);
    const specified = await opened.page.locator('#verdict .specified').allTextContents();
    assert.deepEqual(specified, language.code === 'en' ? [] : [found[3].verdict], 'the words of the specification stand beside it');
    assert.deepEqual(opened.trouble, [], language.code);
    assert.ok(opened.requests.every((url) => url.startsWith('file://') && url.endsWith('/verify.html')));
    await opened.close();
  }
});

test('every language, as the address asks for it, at every width: nothing is too wide, and axe finds no barrier', async () => {
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      const opened = await open(browser, { address: `?language=${language.code}`, locale: 'fr', bypassCSP: true, viewport: { width, height: 800 } });
      const { page } = opened;
      const look = async (name) => {
        assert.deepEqual([await isWide(page), await barriers(page)], [false, []], `${language.code}, ${width}, ${name}`);
        if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${language.code}-${width}-${name}.png`), fullPage: true });
      };
      assert.deepEqual(await strange(page, language), [], `${language.code}, ${width}`);
      await look('empty');
      await giveFolder(page, RULES);
      await giveReceipt(page, RECEIPT);
      await look('receipt');
      await giveFolder(page, CHAIN);
      await look('several');
      assert.deepEqual(opened.trouble, []);
      await opened.close();
    }
  }
});

test('what is planted in a page of a language is found', async () => {
  const { page, close } = await open(browser, { address: '?language=ar', bypassCSP: true, viewport: { width: 360, height: 800 } });
  const arabic = languageOf('ar');
  assert.deepEqual(await strange(page, arabic), []);
  await page.evaluate(() => { document.getElementById('choose').textContent = 'What do you want to check?'; });
  assert.deepEqual(await strange(page, arabic), ['choose-heading']);
  await page.evaluate(() => { Object.assign(document.documentElement, { lang: '', dir: 'ltr' }); });
  assert.deepEqual(await strange(page, arabic), ['lang: ', 'dir: ltr', 'choose-heading']);
  assert.match((await barriers(page)).join(), /html-has-lang/);
  assert.equal(await isWide(page), false);
  await page.evaluate(() => { document.getElementById('choose').style.setProperty('width', '500px'); });
  assert.equal(await isWide(page), true);
  await close();
});

/** How the page is laid out: where its parts begin and end, and in which order the groups of the fingerprint stand. */
const layout = (page) => page.evaluate(() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const groups = [...document.querySelectorAll('#fingerprint span')].map((four) => four.getBoundingClientRect()).filter(({ top }, _, all) => top === all[0].top);
  const codes = [...document.querySelectorAll('code, .specified')];
  return {
    menuIsLeft: box('#language').left < window.innerWidth / 4,
    menuIsRight: box('#language').right > (window.innerWidth * 3) / 4,
    badgesAreRight: box('.badge').right > window.innerWidth / 2,
    ascends: groups.length > 1 && groups.every(({ left }, i) => i === 0 || left > groups[i - 1].left),
    turned: codes.filter((own) => getComputedStyle(own).direction !== 'ltr').map((own) => own.textContent),
    codes: codes.length,
  };
});

test('Arabic goes from the right; fingerprints, SHA-256 and names of checks from the left', async () => {
  const options = { viewport: { width: 768, height: 800 } };
  const { page, close } = await open(browser, { address: '?language=ar', ...options });
  await giveFolder(page, RULES);
  const found = await layout(page);
  assert.ok(found.codes > 20);
  assert.deepEqual([found.menuIsLeft, found.badgesAreRight, found.ascends, found.turned], [true, true, true, []]);
  // A file's name in a sentence stands alone, so that its dot and ending stay behind it.
  await giveReceipt(page, join(RULES, 'pool.csv'));
  const sentence = await page.locator('li[data-id="receipt.form"] p').textContent();
  assert.match(sentence, /\u2068[^\u2069]+\u2069/);
  await page.evaluate(() => document.querySelectorAll('code').forEach((own) => own.style.setProperty('direction', 'rtl')));
  const planted = await layout(page);
  assert.deepEqual([planted.ascends, planted.turned.length > 20], [false, true], 'planted');
  await close();
  const english = await open(browser, options);
  await giveFolder(english.page, RULES);
  const its = await layout(english.page);
  assert.deepEqual([its.menuIsLeft, its.menuIsRight, its.badgesAreRight, its.ascends], [false, true, false, true]);
  await english.close();
});

test('the menu is reached and used by keyboard; what is on the page changes its words, and nothing else', async () => {
  const { page, trouble, close } = await open(browser);
  await giveFolder(page, RULES);
  await page.locator('body').press('Home');
  await page.locator('#language').focus();
  const shown = () => page.evaluate(() => ({
    lang: document.documentElement.lang,
    verdict: document.getElementById('verdict').textContent,
    checks: [...document.querySelectorAll('.checks li')].map(({ dataset }) => `${dataset.id} ${dataset.verdict}`).join(),
    status: document.getElementById('status').textContent,
    focus: document.activeElement.id,
  }));
  const english = await shown();
  for (const language of LANGUAGES.slice(1)) {
    await page.keyboard.press('ArrowDown');
    await page.locator(`html[lang=${language.code}]`).waitFor();
    const { text } = wordsOf(language);
    await page.locator('#verdict', { hasText: text(say('verified')) }).waitFor();
    const found = await shown();
    assert.deepEqual([found.lang, found.focus, found.checks], [language.code, 'language', english.checks]);
    assert.equal(found.status, text(say('status-done', { verdict: say('verified') })));
    assert.notEqual(found.verdict, english.verdict);
    assert.deepEqual(await strange(page, language), []);
  }
  await page.keyboard.press('Home');
  await page.locator('html[lang=en]').waitFor();
  await page.locator('#verdict:text-is("VERIFIED")').waitFor();
  assert.deepEqual(await shown(), english);
  assert.deepEqual(trouble, []);
  await close();
});

test('without JavaScript, the page says in every language that it needs it', async () => {
  const { page, close } = await open(browser, { javaScriptEnabled: false });
  const said = await page.locator('noscript p').allTextContents();
  assert.deepEqual(said, LANGUAGES.map((language) => wordsOf(language).text(say('page-no-script'))));
  assert.equal(await page.locator('#language').isVisible(), false, 'a menu that would do nothing');
  await close();
});
