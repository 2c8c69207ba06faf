// A member's receipt.

import { Refused, fromHex, refuse, utf8 } from './bytes.js';
import { format, hash, keys, list, string, whole } from './form.js';
import { readJson } from './json.js';
import { writeLeaf } from './leaves.js';

/** `{ fingerprint, leaf: { text, features, household, id, name, number }, path, tickets }`. */
export function readReceipt(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['fingerprint', 'format', 'leaf', 'path', 'tickets'], '');
  format(found.format, 'klero/receipt/1', rehearsal);
  return {
    fingerprint: hash(found.fingerprint, 'fingerprint'),
    leaf: readLeaf(string(found.leaf, 'leaf')),
    path: list(found.path, 'path').map((sibling, i) => fromHex(hash(sibling, `path/${i + 1}`))),
    tickets: whole(found.tickets, 'tickets', 0),
  };
}

/** The fingerprint that a receipt names, whatever else is wrong with it; undefined where there is none. */
export function namedFingerprint(bytes) {
  try {
    const found = readJson(bytes);
    return found instanceof Map ? found.get('fingerprint') : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function readLeaf(written) {
  const found = keys(readJson(utf8(written)), ['features', 'household', 'id', 'name', 'number', 'salt'], 'leaf');
  const texts = (value, where) => list(value, where).map((item) => string(item, where));
  const leaf = {
    features: list(found.features, 'leaf/features').map((pair) => texts(pair, 'leaf/features')),
    household: texts(found.household, 'leaf/household'),
    id: string(found.id, 'leaf/id'),
    name: texts(found.name, 'leaf/name'),
    number: whole(found.number, 'leaf/number'),
    salt: hash(found.salt, 'leaf/salt'),
  };
  if (leaf.features.some((pair) => pair.length !== 2)) refuse('bad-feature');
  if (writeLeaf(leaf) !== written) refuse('bad-leaf-text');
  return { ...leaf, text: written };
}
