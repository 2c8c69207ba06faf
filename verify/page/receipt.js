// A member's receipt.

import { Refused, fromHex, refuse, utf8 } from './bytes.js';
import { format, hash, keys, list, string, whole } from './form.js';
import { readJson } from './json.js';
import { writeLeaf } from './leaves.js';

/** `{ fingerprint, leaf: { text, features, household, id, name, number }, path, tickets }`. */
export function readReceipt(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['fingerprint', 'format', 'leaf', 'path', 'tickets'], 'the receipt');
  format(found.format, 'klero/receipt/1', rehearsal);
  return {
    fingerprint: hash(found.fingerprint, '"fingerprint"'),
    leaf: readLeaf(string(found.leaf, '"leaf"')),
    path: list(found.path, '"path"').map((sibling) => fromHex(hash(sibling, 'an entry of "path"'))),
    tickets: whole(found.tickets, '"tickets"', 0),
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
  const found = keys(readJson(utf8(written)), ['features', 'household', 'id', 'name', 'number', 'salt'], 'the leaf');
  const texts = (value, where) => list(value, where).map((item) => string(item, where));
  const leaf = {
    features: list(found.features, '"features"').map((pair) => texts(pair, '"features"')),
    household: texts(found.household, '"household"'),
    id: string(found.id, '"id"'),
    name: texts(found.name, '"name"'),
    number: whole(found.number, '"number"'),
    salt: hash(found.salt, '"salt"'),
  };
  if (leaf.features.some((pair) => pair.length !== 2)) refuse('a feature of the leaf is not a pair');
  if (writeLeaf(leaf) !== written) refuse('the leaf is not written in the form described');
  return { ...leaf, text: written };
}
