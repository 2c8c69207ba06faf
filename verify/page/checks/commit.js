// commit.form, commit.pool, commit.leaves and commit.time

import { roundTime } from '../commit.js';
import { toHex } from '../bytes.js';
import { firstWrongLeaf, treeRoot } from '../leaves.js';
import { fail, failing, formOf, lacking, pass } from '../outcome.js';

export function commitChecks(facts) {
  return [
    ['commit.form', () => form(facts)],
    ['commit.pool', () => pool(facts)],
    ['commit.leaves', () => failing('pool.leaves', () => leaves(facts))],
    ...(facts.listsBeacon ? [['commit.time', () => time(facts)]] : []),
  ];
}

function form({ commit, setup, isPublic }) {
  return formOf(commit, (value) => {
    if (!isPublic) {
      const gap = lacking(setup);
      if (gap) return gap;
      for (const name of ['members', 'size', 'panels', 'tickets', 'objective']) {
        const [own, other] = [value[name] ?? '–', setup.value[name] ?? '–'];
        if (own !== other) return fail('commit-differs', { line: name, own, other });
      }
      if ((value.before === undefined) !== (setup.value.before === undefined)) {
        const [says, silent] = value.before === undefined ? ['setup.json', 'commit.txt'] : ['commit.txt', 'setup.json'];
        return fail('commit-follows', { says, silent });
      }
    }
    return pass('commit-good');
  });
}

function pool({ leaves: read, commit }) {
  return formOf(read, async (hashes) => {
    const gap = lacking(commit);
    if (gap) return gap;
    if (hashes.length !== commit.value.members + 1) {
      return fail('commit-lines', { lines: hashes.length, members: commit.value.members });
    }
    if (toHex(await treeRoot(hashes)) !== commit.value.pool) return fail('commit-other');
    return pass('commit-sealed');
  });
}

async function leaves({ leaves: read, keys, instance, record }) {
  if (keys.problem) return fail(keys.problem);
  if (read.problem) return fail(read.problem);
  const gap = lacking(read, keys, instance);
  if (gap) return gap;
  const wrong = await firstWrongLeaf(read.value, instance.value, await record.hash('setup.json'), keys.value);
  if (wrong === 0) return fail('seal-setup');
  if (wrong > 0) return fail('seal-member', { number: wrong });
  return pass('seals-good');
}

function time({ commit }) {
  const gap = lacking(commit);
  if (gap) return gap;
  const { published, seed } = commit.value;
  if (roundTime(seed.round) <= BigInt(published.seconds)) return fail('round-known');
  return pass('round-later');
}
