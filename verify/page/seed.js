// From the seed to the key, and from the key to the ticket.

import { fromHex, sha256Hex, utf8 } from './bytes.js';
import { formatName } from './rehearsal.js';
import { seedText } from './text.js';

function lines(...all) {
  return sha256Hex(utf8(all.map((line) => `${line}\n`).join('')));
}

/** What a member of a panel of alternates is ordered by; `source` is "key …" or "digits …". */
export function orderOf(source, number, rehearsal) {
  return lines(formatName('klero/order/1', rehearsal), source, `member ${number}`);
}

function textLine(seed) {
  return `text ${sha256Hex(utf8(seedText(seed)))}`;
}

export function beaconKey(fingerprint, round, randomness, rehearsal) {
  return lines(formatName('klero/seed/2', rehearsal), `fingerprint ${fingerprint}`, `beacon drand:quicknet ${round} ${randomness}`);
}

export function phraseKey(fingerprint, seed, rehearsal) {
  return lines(formatName('klero/seed/2', rehearsal), `fingerprint ${fingerprint}`, textLine(seed));
}

/** Without a commitment; `hashes` are those of the files that the key fixes, each after its word: `[['lottery', …], …]`. */
export function plainKey(hashes, seed, rehearsal) {
  return lines(formatName('klero/seed/1', rehearsal), ...hashes.map(([word, hash]) => `${word} ${hash}`), textLine(seed));
}

/** The words of the ChaCha20 key stream (20 rounds, 64-bit counter from 0, nonce 0), as 64-bit little-endian BigInts. */
export function* keyStream(key) {
  const view = new DataView(fromHex(key).buffer);
  const words = Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true));
  for (let block = 0n; ; block += 1n) {
    const counter = [Number(block & 0xffffffffn), Number(block >> 32n)];
    const start = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, ...words, ...counter, 0, 0);
    const state = start.slice();
    for (let round = 0; round < 10; round += 1) doubleRound(state);
    const out = state.map((word, i) => word + start[i]);
    for (let i = 0; i < 16; i += 2) yield BigInt(out[i]) | (BigInt(out[i + 1]) << 32n);
  }
}

function doubleRound(s) {
  for (let i = 0; i < 4; i += 1) quarter(s, i, i + 4, i + 8, i + 12);
  for (let i = 0; i < 4; i += 1) quarter(s, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4));
}

function quarter(s, a, b, c, d) {
  const turn = (x, y, z, bits) => {
    s[x] += s[y];
    const word = s[z] ^ s[x];
    s[z] = (word << bits) | (word >>> (32 - bits));
  };
  turn(a, b, d, 16);
  turn(c, d, b, 12);
  turn(a, b, d, 8);
  turn(c, d, b, 7);
}

/** The ticket that a key draws from `tickets`. */
export function ticketOf(key, tickets) {
  const m = BigInt(tickets);
  const whole = 1n << 64n;
  const limit = whole - (whole % m);
  for (const word of keyStream(key)) {
    if (word < limit) return Number(word % m);
  }
  return undefined; // never reached: the stream does not end
}
