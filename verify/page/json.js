// A strict reader of JSON, as docs/record.md asks for: UTF-8, no doubled keys, numbers only whole and below 2^53.
// Objects become Maps. `JSON.parse` would let the last of two equal keys win, and round large numbers.

import { Refused, refuse, text } from './bytes.js';
import { say } from './message.js';
import { pause } from './pause.js';

const DEPTH = 200; // no form of a record is nested deeper
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, COLON, ZERO] = [34, 92, 123, 125, 91, 93, 44, 58, 48];
const ESCAPES = new Map([['"', '"'], ['\\', '\\'], ['/', '/'], ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t']]);
const WORDS = [['null', null], ['true', true], ['false', false]];

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  stop(what, args) {
    return refuse('bad-json', { what: say(what, args), byte: this.at + 1 });
  }

  /** Skips white space, and gives the byte that comes (or undefined). */
  peek() {
    const { bytes } = this;
    for (;;) {
      const byte = bytes[this.at];
      if (byte !== 32 && byte !== 10 && byte !== 13 && byte !== 9) return byte;
      this.at += 1;
    }
  }

  take(byte) {
    if (this.peek() !== byte) this.stop('json-expected', { mark: String.fromCharCode(byte) });
    this.at += 1;
  }

  value(depth) {
    if (depth > DEPTH) this.stop('json-deep');
    const byte = this.peek();
    if (byte === OPEN) return this.object(depth);
    if (byte === OPEN_LIST) return this.list(depth);
    if (byte === QUOTE) return this.string();
    if (byte >= ZERO && byte <= 57) return this.number();
    return this.word();
  }

  word() {
    for (const [word, value] of WORDS) {
      if ([...word].every((letter, i) => this.bytes[this.at + i] === letter.charCodeAt(0))) {
        this.at += word.length;
        return value;
      }
    }
    return this.stop(this.at < this.bytes.length ? 'json-value' : 'json-short');
  }

  number() {
    const { bytes } = this;
    const start = this.at;
    let value = 0;
    for (;;) {
      const byte = bytes[this.at];
      if (!(byte >= ZERO && byte <= 57)) break;
      value = value * 10 + (byte - ZERO);
      if (value > Number.MAX_SAFE_INTEGER) this.stop('json-number');
      this.at += 1;
    }
    if (bytes[start] === ZERO && this.at > start + 1) this.stop('json-number');
    const next = bytes[this.at];
    if (next === 46 || next === 69 || next === 101) this.stop('json-number');
    return value;
  }

  string() {
    this.take(QUOTE);
    const { bytes } = this;
    let value = '';
    let start = this.at;
    for (;;) {
      const byte = bytes[this.at];
      if (byte === undefined) this.stop('json-open');
      if (byte < 32) this.stop('json-control');
      if (byte !== QUOTE && byte !== BACKSLASH) {
        this.at += 1;
        continue;
      }
      value += text(bytes.subarray(start, this.at));
      this.at += 1;
      if (byte === QUOTE) return value;
      value += this.escape();
      start = this.at;
    }
  }

  escape() {
    const letter = String.fromCharCode(this.bytes[this.at] ?? 0);
    this.at += 1;
    if (ESCAPES.has(letter)) return ESCAPES.get(letter);
    if (letter !== 'u') this.stop('json-escape');
    const unit = this.unit();
    if (unit >= 0xdc00 && unit <= 0xdfff) this.stop('json-surrogate');
    if (unit < 0xd800 || unit > 0xdbff) return String.fromCharCode(unit);
    if (this.bytes[this.at] !== BACKSLASH || this.bytes[this.at + 1] !== 117) this.stop('json-surrogate');
    this.at += 2;
    const second = this.unit();
    if (second < 0xdc00 || second > 0xdfff) this.stop('json-surrogate');
    return String.fromCharCode(unit, second);
  }

  unit() {
    const digits = String.fromCharCode(...this.bytes.subarray(this.at, this.at + 4));
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.stop('json-escape');
    this.at += 4;
    return Number.parseInt(digits, 16);
  }

  list(depth) {
    this.take(OPEN_LIST);
    const values = [];
    if (this.peek() === CLOSE_LIST) {
      this.at += 1;
      return values;
    }
    for (;;) {
      values.push(this.value(depth + 1));
      if (!this.more(CLOSE_LIST)) return values;
    }
  }

  /** After a value: takes the comma or the closing bracket, and says whether more comes. */
  more(close) {
    if (this.peek() === COMMA) {
      this.at += 1;
      return true;
    }
    this.take(close);
    return false;
  }

  key(object) {
    if (this.peek() !== QUOTE) this.stop('json-key');
    const key = this.string();
    if (object.has(key)) this.stop('json-twice', { key });
    this.take(COLON);
    return key;
  }

  object(depth) {
    this.take(OPEN);
    const values = new Map();
    if (this.peek() === CLOSE) {
      this.at += 1;
      return values;
    }
    for (;;) {
      const key = this.key(values);
      values.set(key, this.value(depth + 1));
      if (!this.more(CLOSE)) return values;
    }
  }

  end(value) {
    if (this.peek() !== undefined) this.stop('json-more');
    return value;
  }
}

/** The value that these bytes hold. */
export function readJson(bytes) {
  const reader = new Reader(bytes);
  return reader.end(reader.value(0));
}

/** The same for a large file that is an object with a long list in it: pauses between the list's elements. */
export async function readJsonSlowly(bytes) {
  const reader = new Reader(bytes);
  if (reader.peek() !== OPEN) return readJson(bytes);
  reader.take(OPEN);
  const values = new Map();
  if (reader.peek() === CLOSE) {
    reader.at += 1;
    return reader.end(values);
  }
  for (;;) {
    const key = reader.key(values);
    values.set(key, reader.peek() === OPEN_LIST ? await listSlowly(reader) : reader.value(1));
    if (!reader.more(CLOSE)) return reader.end(values);
  }
}

async function listSlowly(reader) {
  reader.take(OPEN_LIST);
  const values = [];
  if (reader.peek() === CLOSE_LIST) {
    reader.at += 1;
    return values;
  }
  for (;;) {
    values.push(reader.value(2));
    await (values.length % 256 === 0 ? pause() : undefined);
    if (!reader.more(CLOSE_LIST)) return values;
  }
}

/** A string as leaves write it: two-letter escapes where there are any, `\u00xx` for other controls, nothing else escaped. */
export function writeString(value) {
  const short = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  let out = '"';
  for (const unit of value) {
    if (short[unit] !== undefined) out += short[unit];
    else if (unit < ' ') out += `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    else out += unit;
  }
  return `${out}"`;
}

export { Refused };
