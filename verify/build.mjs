// Writes verify.html from the sources in page/: one file, with its script and style in it. `--check` compares instead.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = (value) => `'sha256-${createHash('sha256').update(value).digest('base64')}'`;

/** The licence of what is bundled, which must go with it. */
function licence() {
  const texts = ['curves', 'hashes'].map((name) => readFileSync(here(`node_modules/@noble/${name}/LICENSE`), 'utf8').trim());
  const [text] = texts;
  if (texts.some((other) => other.slice(other.indexOf('Permission')) !== text.slice(text.indexOf('Permission')))) throw new Error('licences differ');
  const owners = texts.map((own) => own.match(/Copyright.*/)[0]);
  return `/* Parts of this script are from @noble/curves and @noble/hashes:\n\n${[...new Set([...owners, ''])].join('\n')}\n${text.slice(text.indexOf('Permission'))}\n*/`;
}

async function script() {
  const { outputFiles } = await build({
    absWorkingDir: here('.'),
    banner: { js: licence() },
    bundle: true,
    charset: 'utf8',
    entryPoints: ['page/main.js'],
    format: 'iife',
    legalComments: 'inline',
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

/** The page. Its parts are put in by functions, so that `$` in them stays what it is. */
export async function page() {
  const [ofScript, ofStyle] = [await script(), `\n${readFileSync(here('page/style.css'), 'utf8')}`];
  if (/<\/script|<!--/i.test(ofScript) || /<\//.test(ofStyle)) throw new Error('a part of the page would end before its end');
  return readFileSync(here('page/page.html'), 'utf8')
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
