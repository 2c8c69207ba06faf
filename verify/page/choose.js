// From what somebody dropped or chose to the files of one record or several, a receipt, and what is left aside.

import { compareBytes, text, utf8 } from './bytes.js';
import { RECEIPT_MOST, isOfRecord } from './record.js';

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
 * `{ records: [{ name, files: Map }], receipts: [{ path, file }], ignored: [path] }`. The records are the folders nearest to
 * the top that have files of a record in them, in the order of their names; files in other folders are left aside, receipts
 * excepted.
 */
export async function sort(items) {
  const depth = (path) => path.split('/').length;
  const ofRecord = items.filter(({ path }) => isOfRecord(split(path).name));
  const least = ofRecord.reduce((depths, { path }) => Math.min(depths, depth(path)), Infinity);
  const homes = [...new Set(ofRecord.filter(({ path }) => depth(path) === least).map(({ path }) => split(path).folder))];
  homes.sort((a, b) => compareBytes(utf8(a), utf8(b)));
  const records = homes.map((folder) => ({ folder, name: split(folder.slice(0, -1)).name, files: new Map() }));
  const receipts = [];
  const ignored = [];
  for (const { path, file } of items) {
    const { folder, name } = split(path);
    const home = isOfRecord(name) ? records.find((record) => record.folder === folder) : undefined;
    if (home && !home.files.has(name)) home.files.set(name, asFile(file));
    else if (await isReceipt(name, file)) receipts.push({ path, file });
    else ignored.push(path);
  }
  return { records: records.map(({ name, files }) => ({ name, files })), receipts, ignored };
}

async function isReceipt(name, file) {
  if (isOfRecord(name) || !/\.json$/i.test(name) || file.size > RECEIPT_MOST) return false;
  try {
    return /klero\/(rehearsal\/)?receipt\/1/.test(text(new Uint8Array(await file.arrayBuffer())));
  } catch {
    return false;
  }
}
