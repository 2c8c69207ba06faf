// What the files of one record say, read once for all checks.

import { readAlternates } from './alternates.js';
import { readBeacon } from './beacon.js';
import { Refused } from './bytes.js';
import { readCertificate } from './certificate.js';
import { readCommit } from './commit.js';
import { makeInstance } from './instance.js';
import { readKeys, readLeaves } from './leaves.js';
import { readLottery, ticketsOf } from './lottery.js';
import { say } from './message.js';
import { lacking } from './outcome.js';
import { readProbabilities } from './probabilities.js';
import { namedFingerprint, readReceipt } from './receipt.js';
import { RECEIPT_MOST, Record } from './record.js';
import { readResult } from './result.js';
import { readSetup } from './setup.js';
import { readSplit } from './split.js';

const RECEIPT = '(receipt)'; // no record has a file of that name
const RECEIPT_FILE = say('receipt-file');

/** `files` as `Record` has files. */
export async function gather(files, progress) {
  progress(say('status-files'));
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
  progress(say('status-lottery'));
  facts.lottery = await reading('lottery.json', readLottery);
  facts.split = await reading('split.json', readSplit);
  progress(say('status-pool'));
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
  const { problem, none, value } = await facts.record.reading(RECEIPT, readReceipt, RECEIPT_MOST);
  const about = (message) => message && say(message.id, { ...message.args, file: RECEIPT_FILE });
  facts.receipt = { value, problem: about(problem), none: about(none), needs: say('needs-receipt') };
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
  if (!pool.bytes || !quotas.bytes) return { none: pool.none ?? quotas.none };
  if (setup.value === undefined) return { none: lacking(setup).says };
  try {
    return { value: makeInstance(pool.bytes, quotas.bytes, setup.value, record.rehearsal) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.about('setup.json'), needs: say('needs-pool') };
    return { none: say('file-beyond', { file: 'pool.csv', error: error.message }) };
  }
}

async function countTickets({ lottery, instance, sizes }) {
  const n = instance.value?.n ?? sizes.value?.members;
  if (n === undefined) return { none: lacking(sizes).says };
  if (lottery.value === undefined) return { none: lacking(lottery).says };
  if (lottery.value.most > n) return { none: say('member-unknown') };
  return { value: await ticketsOf(lottery.value, n) };
}
