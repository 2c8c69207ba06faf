// Records with something planted in them, for the tests of the page's modules.
// The vectors' folder is tests/vectors, or the one that VECTORS names.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utf8 } from '../page/bytes.js';
import { about, drawn, hint, limits, receiptWords, tally } from '../page/summary.js';
import { verify, verifyTogether } from '../page/verify.js';
import { folder, together } from './folder.mjs';
import { english } from './said.mjs';

export const VECTORS = process.env.VECTORS ?? fileURLToPath(new URL('../../tests/vectors', import.meta.url));

export const asFile = (bytes) => ({ size: bytes.length, read: async () => bytes });

/** The records of a vector, one or several: `[{ name, files }]`, and what is said of all of them. */
export const recordsOf = (name) => together(join(VECTORS, name)) ?? [{ name, files: folder(join(VECTORS, name)) }];

/** What the page's modules find in these records; all that the page says of it must be sayable, too. */
export async function judge(records) {
  const found = records.length > 1 ? await verifyTogether(records) : { records: [{ record: records[0].name, ...(await verify(records[0].files)) }] };
  for (const { facts, checks, said } of found.records) {
    const own = receiptWords(facts, checks);
    drawn(facts);
    const terms = about(facts).filter(([, value]) => value !== undefined).flat();
    const words = [...terms, said, tally(checks), hint(facts, checks), own?.pool, own?.chance, own?.outcome, ...limits([facts]), ...checks.flatMap((check) => check.says)];
    for (const message of words.filter((one) => one !== undefined)) assert.doesNotMatch(english(message), /undefined|NaN|\[object/);
  }
  return found;
}

/** The records again, with one file of the one at `at` changed, or gone where `change` gives undefined. */
export async function changed(records, at, own, change) {
  const files = new Map(records[at].files);
  const bytes = change(await files.get(own)?.read());
  if (bytes === undefined) files.delete(own);
  else files.set(own, asFile(bytes));
  return records.map((record, i) => (i === at ? { ...record, files } : record));
}

/** Changes of a text, and of what a JSON file holds. */
export const replacing = (from, to) => (bytes) => {
  const text = new TextDecoder().decode(bytes);
  const made = text.replace(from, to);
  assert.notEqual(made, text, `nothing to replace: ${from}`);
  return utf8(made);
};
export const json = (change) => (bytes) => {
  const value = JSON.parse(new TextDecoder().decode(bytes));
  change(value);
  return utf8(JSON.stringify(value));
};

/** The checks of the record at `at` after the changes `[file, change]` in it, as `{ id: verdict }`, with sentences. */
export async function after(name, at, ...changes) {
  let records = recordsOf(name);
  for (const [own, change] of changes) records = await changed(records, at, own, change);
  return told(await judge(records), at);
}

export function told({ records }, at) {
  const { checks, verdict } = records[at];
  return { verdict, ids: Object.fromEntries(checks.map((check) => [check.id, check.verdict])), says: Object.fromEntries(checks.map((check) => [check.id, english(check.says)])) };
}

/** Which of the checks with this beginning did not pass. */
export const open = ({ ids }, start) => Object.fromEntries(Object.entries(ids).filter(([id, verdict]) => id.startsWith(start) && verdict !== 'PASS'));
