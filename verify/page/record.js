// The files of a record, of which kind and form it is, and what each file holds once it is read.

import { Refused, sha256Slowly } from './bytes.js';
import { say } from './message.js';
import { marked, unmarked } from './rehearsal.js';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** The largest file that this program holds in memory. */
export const HELD = 400 * MIB;

/** Every file of a record: by whom it is written, whether it is personal, and how large it may be. */
export const FILES = new Map([
  ['quotas.csv', { stage: 'solve', personal: false, most: 2 * GIB }],
  ['pool.csv', { stage: 'solve', personal: true, most: 2 * GIB }],
  ['setup.json', { stage: 'solve', personal: true, most: 64 * MIB }],
  ['probabilities.csv', { stage: 'solve', personal: true, most: 2 * GIB }],
  ['lottery.json', { stage: 'solve', personal: false, most: 8 * GIB }],
  ['certificate.json', { stage: 'solve', personal: true, most: 2 * GIB }],
  ['settings.toml', { stage: 'solve', personal: true, most: MIB }],
  ['split.json', { stage: 'solve', personal: false, most: 2 * GIB }],
  ['alternates.json', { stage: 'solve', personal: true, most: 64 * MIB }],
  ['keys.json', { stage: 'commit', personal: true, most: MIB }],
  ['pool.leaves', { stage: 'commit', personal: false, most: 2 * GIB }],
  ['commit.txt', { stage: 'commit', personal: false, most: MIB }],
  ['beacon.json', { stage: 'draw', personal: false, most: MIB }],
  ['result.json', { stage: 'draw', personal: false, most: MIB }],
  ['selected.csv', { stage: 'draw', personal: true, most: 2 * GIB }],
  ['remaining.csv', { stage: 'draw', personal: true, most: 2 * GIB }],
  ['panels.csv', { stage: 'draw', personal: true, most: 2 * GIB }],
  ['new.csv', { stage: 'draw', personal: true, most: 2 * GIB }],
  ['alternates.csv', { stage: 'draw', personal: true, most: 2 * GIB }],
]);

export const RECEIPT_MOST = MIB;

/** Whether a file of this name is one of a record, or of a rehearsal's. */
export function isOfRecord(name) {
  return FILES.has(unmarked(name));
}

/** The files of a stage of the program that writes them. */
export function filesOf(stage) {
  return [...FILES].filter(([, file]) => file.stage === stage).map(([name]) => name);
}

/**
 * Files by name, each `{ size, read }` where `read` promises the bytes. What is `irregular` is no regular file, and cannot
 * be had. Of each file it is kept what `held` says: bytes, or why there are none. Files of a rehearsal are known by their names
 * without its mark; those that stand beside them without it, `strays`, are none of its files.
 */
export class Record {
  constructor(files) {
    const names = [...files.keys()].filter(isOfRecord);
    this.rehearsal = names.some((name) => name !== unmarked(name));
    this.strays = this.rehearsal ? names.filter((name) => name === unmarked(name)) : [];
    this.files = new Map([...files].filter(([name]) => !this.strays.includes(name)).map(([name, file]) => [unmarked(name), file]));
    this.kept = new Map();
    this.hashes = new Map();
  }

  has(name) {
    return this.files.has(name);
  }

  get isPublic() {
    return this.has('commit.txt') && [...FILES].every(([name, { personal }]) => !personal || !this.has(name));
  }

  /** `{ bytes }`, or `{ none: a message, refused }` where `refused` says that the file itself is at fault, or missing. */
  async held(name, most = FILES.get(name).most) {
    if (!this.kept.has(name)) this.kept.set(name, await this.fetch(name, most));
    return this.kept.get(name);
  }

  async fetch(name, most) {
    const file = this.files.get(name);
    const shown = this.rehearsal && FILES.has(name) ? marked(name) : name;
    if (!file) return { none: say('file-missing', { file: shown }), refused: true };
    if (file.irregular) return { none: say('file-irregular', { file: shown }), refused: true };
    if (file.size > most) return { none: say('file-large', { file: shown }), refused: true };
    if (file.size > HELD) return { none: say('file-too-large', { file: shown }), refused: false };
    try {
      return { bytes: await file.read() };
    } catch {
      return { none: say('file-unreadable', { file: shown }), refused: true };
    }
  }

  async hash(name) {
    if (!this.hashes.has(name)) {
      const { bytes } = await this.held(name);
      this.hashes.set(name, bytes && (await sha256Slowly(bytes)));
    }
    return this.hashes.get(name);
  }

  /** `{ name, value }`, or `{ name, problem }` where the form is wrong, or `{ name, none }` where there are no bytes. */
  async reading(name, read, most) {
    const { bytes, none } = await this.held(name, most);
    if (!bytes) return { name, none };
    try {
      return { name, value: await read(bytes, this.rehearsal) };
    } catch (error) {
      if (error instanceof Refused) return { name, problem: error.about(name) };
      return { name, none: say('file-beyond', { file: name, error: error.message }) };
    }
  }
}
