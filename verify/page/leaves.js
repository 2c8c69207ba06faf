// Salts, leaves, and the tree over them (RFC 6962).

import { compareBytes, concat, fromHex, hmacSha256, isHash, named, refuse, sameBytes, sha256, text, toHex, utf8 } from './bytes.js';
import { format, hash, keys, strings } from './form.js';
import { readJson, writeString } from './json.js';
import { pause } from './pause.js';
import { spelled } from './pool.js';
import { trim } from './text.js';

/** keys.json: `{ master, nameColumns }`. */
export function readKeys(bytes, rehearsal) {
  const found = keys(readJson(bytes), ['format', 'master', 'name_columns'], '');
  format(found.format, 'klero/keys/1', rehearsal);
  return { master: fromHex(hash(found.master, 'master')), nameColumns: strings(found.name_columns, 'name_columns') };
}

/** pool.leaves: the leaf hashes, number 0 first. */
export function readLeaves(bytes) {
  const lines = text(bytes).split('\n');
  if (lines.pop() !== '') refuse('bad-end');
  return lines.map((line, i) => (isHash(line) ? fromHex(line) : refuse('bad-leaf', { line: i + 1 })));
}

export function salt(master, number) {
  return toHex(hmacSha256(master, utf8(`klero/salt/1 ${number}`)));
}

const list = (texts) => `[${texts.map(writeString).join(',')}]`;

/** The text of a member's leaf. */
export function writeLeaf({ features, household, id, name, number, salt: own }) {
  const pairs = features.map(list).join(',');
  return `{"features":[${pairs}],"household":${list(household)},"id":${writeString(id)},"name":${list(name)},"number":${number},"salt":"${own}"}`;
}

export function writeOrganiserLeaf(own, setupHash) {
  return `{"number":0,"salt":"${own}","setup":"${setupHash}"}`;
}

export function leafHash(leaf) {
  return sha256(concat(Uint8Array.of(0), utf8(leaf)));
}

export function nodeHash(left, right) {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** The root over leaf hashes, at least one. */
export async function treeRoot(hashes) {
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  await pause();
  return nodeHash(await treeRoot(hashes.slice(0, split)), await treeRoot(hashes.slice(split)));
}

/** The first line of pool.leaves that the pool, the setup and the keys do not give: −1 if all are as they should be. */
export async function firstWrongLeaf(leaves, instance, setupHash, { master, nameColumns }) {
  const { pool, features, householdPlaces, n } = instance;
  const names = named('pool.csv', () => nameColumns.map((name) => spelled(pool.header, name)));
  if (leaves.length !== n + 1) refuse('bad-leaves', { lines: leaves.length, members: n });
  if (!sameBytes(leaves[0], leafHash(writeOrganiserLeaf(salt(master, 0), setupHash)))) return 0;
  for (const [i, { id, row }] of pool.members.entries()) {
    const cell = (place) => trim(pool.rows[row][place]);
    const leaf = writeLeaf({
      features: features.map(({ header, place }) => [header, cell(place)]),
      household: householdPlaces.map(cell),
      id,
      name: names.map(cell),
      number: i + 1,
      salt: salt(master, i + 1),
    });
    if (compareBytes(leaves[i + 1], leafHash(leaf)) !== 0) return i + 1;
    await pause();
  }
  return -1;
}

/** The root that an audit path leads to, from the leaf at `place` of `size` leaves; undefined where its length is wrong. */
export function rootFromPath(leaf, place, size, path) {
  const climb = (at, count, rest) => {
    if (count === 1) return rest.length === 0 ? leaf : undefined;
    if (rest.length === 0) return undefined;
    let split = 1;
    while (split * 2 < count) split *= 2;
    const [below, sibling] = [rest.slice(0, -1), rest.at(-1)];
    const own = at < split ? climb(at, split, below) : climb(at - split, count - split, below);
    if (own === undefined) return undefined;
    return at < split ? nodeHash(own, sibling) : nodeHash(sibling, own);
  };
  return climb(place, size, path);
}
