// A record's folder, or one with several of them in it, as the page's modules take it.

import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOfRecord } from '../page/record.js';

/** A file for `verify`: its size, and its bytes on demand. What is no regular file has a problem instead. */
export function file(path) {
  const seen = lstatSync(path);
  if (!seen.isFile()) return { size: 0, irregular: true };
  return { size: seen.size, read: async () => new Uint8Array(readFileSync(path)) };
}

/** The record's files in a folder, by name. */
export function folder(path) {
  const names = readdirSync(path).filter(isOfRecord);
  return new Map(names.map((name) => [name, file(join(path, name))]));
}

/** `[{ name, files }]` where the folder holds no file of a record itself, but some of its folders do; else undefined. */
export function together(path) {
  if (readdirSync(path).some(isOfRecord)) return undefined;
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  const records = folders.map((name) => ({ name, files: folder(join(path, name)) })).filter(({ files }) => files.size > 0);
  return records.length > 1 ? records : undefined;
}
