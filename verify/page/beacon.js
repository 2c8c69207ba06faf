// A round of drand's quicknet chain: beacon.json, its randomness and its signature.

import { bls12_381 } from '@noble/curves/bls12-381.js';
import { fromHex, refuse, sha256, sha256Hex } from './bytes.js';
import { fixed, format, hash, keys, whole } from './form.js';
import { readJson } from './json.js';

const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451' +
  '0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a';
const SUITE = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

export function readBeacon(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['chain', 'format', 'randomness', 'round', 'signature'], '');
  format(found.format, 'klero/beacon/1', rehearsal);
  fixed(found.chain, 'drand:quicknet', 'chain');
  if (typeof found.signature !== 'string' || !/^[0-9a-f]{96}$/.test(found.signature)) {
    refuse('bad-signature', { where: 'signature' });
  }
  return { randomness: hash(found.randomness, 'randomness'), round: whole(found.round, 'round'), signature: found.signature };
}

/** The randomness that a signature gives. */
export function randomnessOf(signature) {
  return sha256Hex(fromHex(signature));
}

/** What is signed for a round: the SHA-256 of its number as 8 bytes, the highest first. */
export function message(round) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(round));
  return sha256(bytes);
}

/** Whether this is quicknet's signature for that round. */
export function isSigned(round, signature) {
  const scheme = bls12_381.shortSignatures;
  try {
    const point = bls12_381.G1.Point.fromBytes(fromHex(signature));
    point.assertValidity();
    if (point.is0() || !point.isTorsionFree()) return false;
    return scheme.verify(fromHex(signature), scheme.hash(message(round), SUITE), fromHex(PUBLIC_KEY));
  } catch {
    return false; // the bytes are no point of the group
  }
}
