// commit.form, commit.pool, commit.leaves and commit.time

import { roundTime } from '../commit.js';
import { toHex } from '../bytes.js';
import { firstWrongLeaf, treeRoot } from '../leaves.js';
import { fail, failing, formOf, grouped, lacking, pass } from '../outcome.js';

export function commitChecks(facts) {
  return [
    ['commit.form', () => form(facts)],
    ['commit.pool', () => pool(facts)],
    ['commit.leaves', () => failing(() => leaves(facts))],
    ...(facts.listsBeacon ? [['commit.time', () => time(facts)]] : []),
  ];
}

function form({ commit, setup, isPublic }) {
  return formOf(commit, (value) => {
    if (!isPublic) {
      const gap = lacking(setup);
      if (gap) return gap;
      for (const name of ['members', 'size', 'panels', 'tickets', 'objective']) {
        const [own, its] = [value[name] ?? 'nothing', setup.value[name] ?? 'nothing'];
        if (own !== its) return fail(`commit.txt says of ${name}: ${own}, and setup.json: ${its}`);
      }
      if ((value.before === undefined) !== (setup.value.before === undefined)) {
        const [says, silent] = value.before === undefined ? ['setup.json', 'commit.txt'] : ['commit.txt', 'setup.json'];
        return fail(`${says} says that this record follows another, and ${silent} does not`);
      }
    }
    return pass('the commitment is written as it should be');
  });
}

function pool({ leaves: read, commit }) {
  return formOf(read, async (hashes) => {
    const gap = lacking(commit);
    if (gap) return gap;
    if (hashes.length !== commit.value.members + 1) {
      return fail(`pool.leaves has ${grouped(hashes.length)} lines; for ${grouped(commit.value.members)} members it must have one more than these`);
    }
    if (toHex(await treeRoot(hashes)) !== commit.value.pool) return fail('the sealed list of members is not the one that was committed to');
    return pass('the sealed list of members is the one that was committed to');
  });
}

async function leaves({ leaves: read, keys, instance, record }) {
  if (keys.problem) return fail(`keys.json ${keys.problem}`);
  if (read.problem) return fail(`pool.leaves ${read.problem}`);
  const gap = lacking(read, keys, instance);
  if (gap) return gap;
  const wrong = await firstWrongLeaf(read.value, instance.value, await record.hash('setup.json'), keys.value);
  if (wrong === 0) return fail('the seal of setup.json in pool.leaves is another one');
  if (wrong > 0) return fail(`the seal of number ${grouped(wrong)} in pool.leaves is another one than that of the pool`);
  return pass('the sealed list of members was made from this pool');
}

function time({ commit }) {
  const gap = lacking(commit);
  if (gap) return gap;
  const { published, seed } = commit.value;
  if (roundTime(seed.round) <= BigInt(published.seconds)) return fail('the round of the beacon was known when the commitment was published');
  return pass('the round of the beacon comes after the time at which the commitment says that it is published');
}
