// From what somebody dropped or chose to the files of one record, a receipt, and what is left aside.

import { text } from './bytes.js';
import { FILES, RECEIPT_MOST } from './record.js';

/** `[{ path, file }]` of a drop; folders are read with all that is in them. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return chosen(transfer.files);
  return (await Promise.all(entries.map((entry) => walk(entry, '')))).flat();
}

/** The same of a file input. */
export function chosen(files) {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

async function walk(entry, folder) {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) return [{ path, file: await new Promise((good, bad) => entry.file(good, bad)) }];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((good, bad) => reader.readEntries(good, bad));
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await walk(inner, `${path}/`)));
  }
}

function split(path) {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, slash + 1), name: path.slice(slash + 1) };
}

/** A file as the checks take it. */
export function asFile(file) {
  return { size: file.size, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

/**
 * `{ record: Map, receipts: [{ path, file }], ignored: [path] }`. The record is the folder nearest to the top that has
 * files of a record in it; files in other folders are left aside, receipts excepted.
 */
export async function sort(items) {
  const depth = (path) => path.split('/').length;
  const ofRecord = items.filter(({ path }) => FILES.has(split(path).name));
  const top = [...ofRecord].sort((a, b) => depth(a.path) - depth(b.path))[0];
  const home = top && split(top.path).folder;
  const record = new Map();
  const receipts = [];
  const ignored = [];
  for (const { path, file } of items) {
    const { folder, name } = split(path);
    if (FILES.has(name) && folder === home && !record.has(name)) record.set(name, asFile(file));
    else if (await isReceipt(name, file)) receipts.push({ path, file });
    else ignored.push(path);
  }
  return { record, receipts, ignored };
}

async function isReceipt(name, file) {
  if (FILES.has(name) || !/\.json$/i.test(name) || file.size > RECEIPT_MOST) return false;
  try {
    return text(new Uint8Array(await file.arrayBuffer())).includes('klero/receipt/1');
  } catch {
    return false;
  }
}
