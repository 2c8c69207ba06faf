// node verify/test/run.mjs [--modules] --json OUT CORPUS
//
// Gives every record of a corpus to the page, and writes { name: { verdict, verified, checks: { id: verdict } } }. A folder whose
// folders are records is chosen as a whole, and gives { verdict, verified, records: [{ record, verdict, verified, checks }] }, where
// `record` is the name of its folder. With --modules, the page's modules do it in node, without a browser. CORPUS holds corpus.json, a list of
// { name, dir, receipt }, or else a folder for each record (and receipts/<record>/*.json).

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { verify, verifyTogether } from '../page/verify.js';
import { giveFolder, giveReceipt, isVerified, launch, open } from './browser.mjs';
import { file, folder, together } from './folder.mjs';

/** `[{ name, dir, receipt, expect, verified }]` with whole paths. */
export function records(corpus) {
  const index = join(corpus, 'corpus.json');
  if (!existsSync(index)) return folders(corpus);
  const read = JSON.parse(readFileSync(index, 'utf8'));
  const list = Array.isArray(read) ? read : read.records;
  const whole = (path) => path && resolve(corpus, path);
  return list.map((entry) => ({ ...entry, dir: whole(entry.dir ?? entry.name), receipt: whole(entry.receipt ?? undefined) }));
}

function folders(corpus) {
  const names = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'receipts');
  return names.flatMap(({ name }) => {
    const own = join(corpus, 'receipts', name);
    const receipts = existsSync(own) ? readdirSync(own) : [];
    const dir = resolve(corpus, name);
    return [{ name, dir }, ...receipts.map((receipt) => ({ name: `${name}+${receipt}`, dir, receipt: join(own, receipt) }))];
  });
}

async function inPage({ page, reload }, { dir, receipt }) {
  await reload();
  let found = await giveFolder(page, dir);
  if (receipt) found = await giveReceipt(page, receipt);
  if (!found.shown) return { verdict: found.status, verified: false, checks: [] };
  const judged = (one) => ({ ...one, verified: isVerified(one.verdict) });
  return judged(found.records ? { ...found, records: found.records.map(judged) } : found);
}

async function inModules({ dir, receipt }) {
  const several = together(dir);
  const own = receipt && file(receipt);
  return several ? verifyTogether(several, own) : verify(folder(dir), own);
}

function plain({ verdict, verified, checks, records: several }) {
  if (several) return { verdict, verified, records: several.map((one) => ({ record: one.record, ...plain(one) })) };
  return { verdict, verified, checks: Object.fromEntries(checks.map((check) => [check.id, check.verdict])) };
}

/** In the page, as many records are looked at together as the machine has processors. */
export async function run(corpus, { modules = false } = {}) {
  const browser = modules ? undefined : await launch();
  const list = records(corpus);
  const found = [];
  const trouble = [];
  let next = 0;
  const work = async () => {
    const opened = browser && (await open(browser));
    while (next < list.length) {
      const at = next++;
      found[at] = modules ? await inModules(list[at]) : await inPage(opened, list[at]);
    }
    if (opened) trouble.push(...opened.trouble, ...opened.requests.filter((url) => !url.startsWith('file://')));
  };
  await Promise.all(Array.from({ length: modules ? 1 : availableParallelism() }, work));
  if (trouble.length > 0) throw new Error(`the page complained, or asked for something: ${trouble}`);
  await browser?.close();
  return Object.fromEntries(list.map((entry, at) => [entry.name, plain(found[at])]));
}

async function main(args) {
  const at = args.indexOf('--json');
  const out = at < 0 ? undefined : args[at + 1];
  const [corpus] = args.filter((word, i) => !word.startsWith('--') && (at < 0 || i !== at + 1));
  if (!corpus) {
    console.error('usage: node verify/test/run.mjs [--modules] [--json OUT] CORPUS');
    process.exitCode = 2;
    return;
  }
  const text = `${JSON.stringify(await run(corpus, { modules: args.includes('--modules') }), null, 1)}\n`;
  if (out) writeFileSync(out, text);
  else process.stdout.write(text);
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) await main(process.argv.slice(2));
