// The page in headless Chromium: opened from its file, given files, and read as a person reads it.

import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const PAGE = fileURLToPath(new URL('../verify.html', import.meta.url));
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PATIENCE = 600_000; // milliseconds; only so that a hanging page ends some day

/** A browser; `CHROMIUM` in the environment names its program. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync);
  if (!executablePath) throw new Error('no Chromium found: install the package chromium, or name its program in CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** A fresh page with what went wrong in it, and every request that it made; `address` is what comes behind its file's name. */
export async function open(browser, { address = '', ...options } = {}) {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const trouble = [];
  const requests = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  const reload = () => page.goto(`${pathToFileURL(PAGE).href}${address}`);
  await reload();
  return { page, reload, trouble, requests, close: () => context.close() };
}

/** The regular files of a folder: a browser follows links, and `klero` refuses them, so that they are left out. */
export function regular(folder) {
  return readdirSync(folder)
    .map((name) => join(resolve(folder), name))
    .filter((path) => lstatSync(path).isFile());
}

/** Whether a folder holds, at any depth, what is neither a regular file nor a folder. */
function hasOthers(folder) {
  const here = (entry) => (entry.isDirectory() ? hasOthers(join(folder, entry.name)) : !entry.isFile());
  return readdirSync(folder, { withFileTypes: true }).some(here);
}

/** Gives the page a record's folder, or one with several in it, without the links in it, and waits for the result. */
export async function giveFolder(page, folder) {
  if (hasOthers(folder)) {
    return inTemporary(async (copy) => {
      const plain = (path) => lstatSync(path).isFile() || lstatSync(path).isDirectory();
      cpSync(resolve(folder), copy, { recursive: true, filter: plain });
      return giveFolder(page, copy);
    });
  }
  await page.locator('#folder').setInputFiles(resolve(folder));
  return result(page);
}

export async function giveReceipt(page, path) {
  await page.locator('#receipt').setInputFiles(resolve(path));
  return result(page);
}

async function result(page) {
  await page.locator('#status').and(page.locator('[data-kind=done], [data-kind=refused]')).waitFor();
  return page.evaluate(() => {
    const shown = !document.getElementById('result').hidden;
    const checksIn = (part) => [...part.querySelectorAll('.checks li')].map((item) => ({
      id: item.querySelector('code').textContent,
      verdict: item.dataset.verdict,
      sentence: item.querySelector('p').textContent,
    }));
    const found = document.getElementById('result');
    const records = [...found.querySelectorAll('section.record')].map((part) => ({
      record: part.dataset.record,
      verdict: part.querySelector('[data-verdict-of]').dataset.verdict,
      checks: checksIn(part),
    }));
    return {
      shown,
      heading: document.getElementById('heading').textContent,
      status: document.getElementById('status').textContent,
      verdict: document.getElementById('verdict')?.dataset.verdict,
      last: document.getElementById('last')?.dataset.verdict,
      said: document.getElementById('verdict')?.textContent,
      ...(records.length > 0 ? { records } : { checks: checksIn(found) }),
    };
  });
}

/** Whether a verdict is VERIFIED without an exception. */
export function isVerified(verdict) {
  return verdict.startsWith('VERIFIED') && !verdict.includes('EXCEPT');
}

/** A folder that is gone when `work` ends. */
export async function inTemporary(work) {
  const folder = mkdtempSync(join(tmpdir(), 'klero-page-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

