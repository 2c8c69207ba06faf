// Writes verify.html from the sources in page/ and the messages in locales/: one file, with its script and style in it. `--check` compares instead.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { LANGUAGES } from './page/language.js';
import { say } from './page/message.js';
import { makeWords } from './page/words.js';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = (value) => `'sha256-${createHash('sha256').update(value).digest('base64')}'`;

/** The licences of what is bundled, which must go with it. */
function licences() {
  const apache = readFileSync(here('../LICENSE-APACHE'), 'utf8').trim();
  return `${noble()}\n/* Another part is @fluent/bundle, Copyright Mozilla and others, https://projectfluent.org:\n\n${apache}\n*/`;
}

function noble() {
  const texts = ['curves', 'hashes'].map((name) => readFileSync(here(`node_modules/@noble/${name}/LICENSE`), 'utf8').trim());
  const [text] = texts;
  if (texts.some((other) => other.slice(other.indexOf('Permission')) !== text.slice(text.indexOf('Permission')))) throw new Error('licences differ');
  const owners = texts.map((own) => own.match(/Copyright.*/)[0]);
  return `/* Parts of this script are from @noble/curves and @noble/hashes:\n\n${[...new Set([...owners, ''])].join('\n')}\n${text.slice(text.indexOf('Permission'))}\n*/`;
}

async function script() {
  const { outputFiles } = await build({
    absWorkingDir: here('.'),
    banner: { js: licences() },
    bundle: true,
    charset: 'utf8',
    entryPoints: ['page/main.js'],
    format: 'iife',
    legalComments: 'inline',
    loader: { '.ftl': 'text' },
    logLevel: 'error',
    target: ['es2022'],
    write: false,
  });
  return `\n${outputFiles[0].text}`;
}

function policy(ofScript, ofStyle) {
  return [
    "default-src 'none'",
    `script-src ${source(ofScript)}`,
    `style-src ${source(ofStyle)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

const messagesOf = (code) => readFileSync(here(`../locales/${code}/verify.ftl`), 'utf8');

/** What the page says before its script runs: in English, and that it needs the script in every language. */
function filled(html) {
  const words = LANGUAGES.map((language) => makeWords(language, messagesOf(language.code)));
  const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const noScript = words.map(({ language: { code, dir }, text }) => `<p lang="${code}" dir="${dir}"><strong>${escaped(text(say('page-no-script')))}</strong></p>`);
  return html.replace('@NOSCRIPT@', () => noScript.join('\n')).replace(/@([a-z-]+)@/g, (_, id) => escaped(words[0].text(say(id))));
}

/** The page. Its parts are put in by functions, so that `$` in them stays what it is. */
export async function page() {
  const [ofScript, ofStyle] = [await script(), `\n${readFileSync(here('page/style.css'), 'utf8')}`];
  if (/<\/script|<!--/i.test(ofScript) || /<\//.test(ofStyle)) throw new Error('a part of the page would end before its end');
  return filled(readFileSync(here('page/page.html'), 'utf8'))
    .replace('@CSP@', () => policy(ofScript, ofStyle))
    .replace('@STYLE@', () => ofStyle)
    .replace('@SCRIPT@', () => ofScript);
}

async function main() {
  const made = await page();
  const target = here('verify.html');
  if (!process.argv.includes('--check')) {
    writeFileSync(target, made);
    console.log(`verify.html: ${made.length} characters`);
    return;
  }
  if (readFileSync(target, 'utf8') !== made) {
    console.error('verify.html is not what its sources give: run `node build.mjs` in verify/, and commit it');
    process.exitCode = 1;
    return;
  }
  console.log('verify.html is what its sources give');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
