// What the files of one record say, read once for all checks.

import { readAlternates } from './alternates.js';
import { readBeacon } from './beacon.js';
import { Refused } from './bytes.js';
import { readCertificate } from './certificate.js';
import { readCommit } from './commit.js';
import { makeInstance } from './instance.js';
import { readKeys, readLeaves } from './leaves.js';
import { readLottery, ticketsOf } from './lottery.js';
import { lacking } from './outcome.js';
import { readProbabilities } from './probabilities.js';
import { namedFingerprint, readReceipt } from './receipt.js';
import { RECEIPT_MOST, Record } from './record.js';
import { readResult } from './result.js';
import { readSetup } from './setup.js';
import { readSplit } from './split.js';

const RECEIPT = 'the receipt';

/** `files` as `Record` has files. */
export async function gather(files, progress) {
  progress('Reading the files');
  const record = new Record(new Map(files));
  const reading = (name, read, most) => record.reading(name, read, most);
  const facts = {
    record,
    rehearsal: record.rehearsal,
    isPublic: record.isPublic,
    setup: await reading('setup.json', readSetup),
    commit: await reading('commit.txt', readCommit),
    result: await reading('result.json', readResult),
    beacon: await reading('beacon.json', readBeacon),
    keys: await reading('keys.json', readKeys),
    leaves: await reading('pool.leaves', readLeaves),
    wanted: await reading('alternates.json', readAlternates),
  };
  progress('Reading the lottery');
  facts.lottery = await reading('lottery.json', readLottery);
  facts.split = await reading('split.json', readSplit);
  progress('Reading the pool');
  facts.certificate = await reading('certificate.json', readCertificate);
  facts.probabilities = await reading('probabilities.csv', readProbabilities);
  facts.instance = await readInstance(record, facts.setup);
  Object.assign(facts, kind(record, facts));
  facts.memberTickets = await countTickets(facts);
  facts.resultHash = await record.hash('result.json');
  return facts;
}

/** Reads a receipt, too, as a file of one of these records: the first whose fingerprint it names, or the first of all. */
export async function addReceipt(all, receipt) {
  all.forEach(({ record }) => record.files.set(RECEIPT, receipt));
  const [{ record: first }] = all;
  const { bytes } = await first.held(RECEIPT, RECEIPT_MOST);
  const named = bytes && namedFingerprint(bytes);
  const hashes = await Promise.all(all.map(({ record }) => record.hash('commit.txt')));
  const facts = all[Math.max(0, hashes.findIndex((hash) => hash !== undefined && hash === named))];
  facts.receipt = await facts.record.reading(RECEIPT, readReceipt, RECEIPT_MOST);
}

/** What follows from the files that are there, and from the commitment and the setup where they can be read. */
function kind(record, { setup, commit, result, isPublic }) {
  const some = (...names) => names.some((name) => record.has(name));
  const hasCommitment = some('commit.txt', 'pool.leaves', 'keys.json') || (result.value?.fingerprint ?? null) !== null;
  const hasDraw = some('result.json', 'beacon.json', 'selected.csv', 'remaining.csv', 'panels.csv', 'new.csv', 'alternates.csv');
  const sizes = isPublic ? commit : setup;
  const stating = sizes.value === undefined ? commit : sizes; // says how many panels are drawn together, and what is followed
  const source = commit.value?.seed.kind;
  const unknown = hasCommitment && commit.value === undefined;
  const beaconNamed = unknown ? undefined : source === 'beacon';
  const isDigits = unknown ? result.value && result.value.key === null : source === 'digits';
  return {
    hasCommitment,
    hasDraw,
    sizes,
    stating,
    panels: stating.value?.panels,
    before: stating.value?.before,
    objective: sizes.value?.objective,
    beaconNamed: beaconNamed && hasDraw,
    listsBeacon: beaconNamed ?? record.has('beacon.json'),
    isDigits,
    listsCertificate: sizes.value ? sizes.value.objective === 'leximin' : record.has('certificate.json'),
  };
}

async function readInstance(record, setup) {
  const [pool, quotas] = [await record.held('pool.csv'), await record.held('quotas.csv')];
  const name = 'the pool';
  if (!pool.bytes || !quotas.bytes) return { name, none: pool.none ?? quotas.none };
  if (setup.value === undefined) return { name, none: lacking(setup).sentence };
  try {
    return { name, value: makeInstance(pool.bytes, quotas.bytes, setup.value, record.rehearsal) };
  } catch (error) {
    return error instanceof Refused ? { name, problem: error.message } : { name, none: `this page cannot hold the pool (${error.message})` };
  }
}

async function countTickets({ lottery, instance, sizes }) {
  const name = 'the number of members';
  const n = instance.value?.n ?? sizes.value?.members;
  if (n === undefined) return { name, none: lacking(sizes).sentence };
  if (lottery.value === undefined) return { name, none: lacking(lottery).sentence };
  if (lottery.value.most > n) return { name, none: 'a panel names a member who does not exist' };
  return { name, value: await ticketsOf(lottery.value, n) };
}
