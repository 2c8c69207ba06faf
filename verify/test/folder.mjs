// A record's folder, as the page's modules take it; and the command that checks one without a browser.

import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FILES } from '../page/record.js';

/** A file for `verify`: its size, and its bytes on demand. What is no regular file has a problem instead. */
export function file(path) {
  const seen = lstatSync(path);
  if (!seen.isFile()) return { size: 0, problem: 'is not a regular file' };
  return { size: seen.size, read: async () => new Uint8Array(readFileSync(path)) };
}

/** The record's files in a folder, by name. */
export function folder(path) {
  const names = readdirSync(path).filter((name) => FILES.has(basename(name)));
  return new Map(names.map((name) => [name, file(join(path, name))]));
}
