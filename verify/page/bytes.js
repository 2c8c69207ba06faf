// Bytes, hexadecimal text, SHA-256, and the error of every reader.

import { sha256 as digest } from '@noble/hashes/sha2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { say } from './message.js';
import { pause } from './pause.js';

/** What a reader throws when a file is not as the specification says: a message, most of which have an argument `file` that is known later. */
export class Refused extends Error {
  constructor(id, args) {
    super(id);
    this.args = args;
  }

  /** The message about that file, if it does not name another one itself. */
  about(file) {
    return say(this.message, { file, ...this.args });
  }
}

/** Refuses, with the name of a message and its arguments. */
export function refuse(id, args = {}) {
  throw new Refused(id, args);
}

/** Reads a part of a file of that name: what is refused is about this file. */
export function named(file, read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) error.args = { file, ...error.args };
    throw error;
  }
}

const DIGITS = '0123456789abcdef';

export function toHex(bytes) {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte >> 4] + DIGITS[byte & 15];
  return text;
}

/** Lower-case hexadecimal digits only; whoever calls has checked that. */
export function fromHex(text) {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) {
    bytes[i] = DIGITS.indexOf(text[2 * i]) * 16 + DIGITS.indexOf(text[2 * i + 1]);
  }
  return bytes;
}

/** Whether this is a SHA-256 as records write it: 64 lower-case hexadecimal digits. */
export function isHash(text) {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function utf8(text) {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes; a byte-order mark stays in it. Refuses what is not UTF-8. */
export function text(bytes) {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse('bad-text');
  }
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** −1, 0 or 1, as the bytes compare; a shorter beginning comes first. */
export function compareBytes(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

export function sameBytes(a, b) {
  return a.length === b.length && compareBytes(a, b) === 0;
}

export function sha256(bytes) {
  return digest(bytes);
}

export function sha256Hex(bytes) {
  return toHex(digest(bytes));
}

export function hmacSha256(key, message) {
  return hmac(digest, key, message);
}

/** SHA-256 of many bytes, with pauses. */
export async function sha256Slowly(bytes) {
  const step = 1 << 20;
  const state = digest.create();
  for (let at = 0; at < bytes.length; at += step) {
    state.update(bytes.subarray(at, at + step));
    await pause();
  }
  return toHex(state.digest());
}
