// Verification: reads a record, makes the checks in their order, and gives the verdict.

import { readBeacon } from './beacon.js';
import { readCertificate } from './certificate.js';
import { certificateChecks } from './checks/certificate.js';
import { commitChecks } from './checks/commit.js';
import { drawChecks } from './checks/draw.js';
import { fileChecks } from './checks/files.js';
import { lotteryChecks } from './checks/lottery.js';
import { poolChecks, probabilityChecks } from './checks/pool.js';
import { receiptChecks } from './checks/receipt.js';
import { readCommit } from './commit.js';
import { makeInstance } from './instance.js';
import { readKeys, readLeaves } from './leaves.js';
import { readLottery, ticketsOf } from './lottery.js';
import { PASS, lacking, notChecked } from './outcome.js';
import { pause } from './pause.js';
import { readProbabilities } from './probabilities.js';
import { readReceipt } from './receipt.js';
import { RECEIPT_MOST, Record } from './record.js';
import { Refused } from './bytes.js';
import { readResult } from './result.js';
import { readSetup } from './setup.js';
import { FULL_ONLY, verdictOf } from './verdict.js';

const RECEIPT = 'the receipt';

/** `files` and `receipt` as `Record` has files; `{ checks, verdict, verified, facts }`. */
export async function verify(files, receipt, progress = () => {}) {
  const all = new Map(files);
  if (receipt) all.set(RECEIPT, receipt);
  progress('Reading the files');
  const facts = await gather(new Record(all), receipt !== undefined, progress);
  const checks = [];
  for (const [id, check] of listed(facts)) {
    progress(`Making the check ${id}`);
    const given = facts.isPublic && FULL_ONLY.has(id);
    const outcome = given ? notChecked('this needs files that are not published') : await made(check);
    if (outcome) checks.push({ id, ...outcome });
    if (outcome?.verdict !== PASS) withdraw(facts, id);
    await pause();
  }
  return { checks, ...verdictOf(checks, facts), facts };
}

// Whose form is checked by which check.
const FORMS = new Map([['lottery.form', 'lottery'], ['probabilities.form', 'probabilities'], ['draw.form', 'result']]);

/** A file whose form did not pass is no data for later checks. */
function withdraw(facts, id) {
  const fact = FORMS.get(id);
  if (fact) facts[fact] = { name: facts[fact].name, none: `this needs ${facts[fact].name}, whose own check did not pass` };
}

/** A check that this program cannot make (for want of memory, say) is NOT CHECKED. */
async function made(check) {
  try {
    return await check();
  } catch (error) {
    return notChecked(`this page could not make the check (${error.message})`);
  }
}

async function gather(record, hasReceipt, progress) {
  const reading = (name, read, most) => record.reading(name, read, most);
  const facts = {
    record,
    isPublic: record.isPublic,
    setup: await reading('setup.json', readSetup),
    commit: await reading('commit.txt', readCommit),
    result: await reading('result.json', readResult),
    beacon: await reading('beacon.json', readBeacon),
    keys: await reading('keys.json', readKeys),
    leaves: await reading('pool.leaves', readLeaves),
    receipt: hasReceipt ? await reading(RECEIPT, readReceipt, RECEIPT_MOST) : undefined,
  };
  progress('Reading the lottery');
  facts.lottery = await reading('lottery.json', readLottery);
  progress('Reading the pool');
  facts.certificate = await reading('certificate.json', readCertificate);
  facts.probabilities = await reading('probabilities.csv', readProbabilities);
  facts.instance = await readInstance(record, facts.setup);
  Object.assign(facts, kind(record, facts));
  facts.memberTickets = await countTickets(facts);
  return facts;
}

/** What follows from the files that are there, and from the commitment and the setup where they can be read. */
function kind(record, { setup, commit, result, isPublic }) {
  const some = (...names) => names.some((name) => record.has(name));
  const hasCommitment = some('commit.txt', 'pool.leaves', 'keys.json') || (result.value?.fingerprint ?? null) !== null;
  const hasDraw = some('result.json', 'beacon.json', 'selected.csv', 'remaining.csv');
  const sizes = isPublic ? commit : setup;
  const source = commit.value?.seed.kind;
  const unknown = hasCommitment && commit.value === undefined;
  const beaconNamed = unknown ? undefined : source === 'beacon';
  const isDigits = unknown ? result.value && result.value.key === null : source === 'digits';
  return {
    hasCommitment,
    hasDraw,
    sizes,
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
    return { name, value: makeInstance(pool.bytes, quotas.bytes, setup.value) };
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

function listed(facts) {
  return [
    ...fileChecks(facts),
    ...poolChecks(facts),
    ...lotteryChecks(facts),
    ...(facts.listsCertificate ? certificateChecks(facts) : []),
    ...probabilityChecks(facts),
    ...(facts.hasCommitment ? commitChecks(facts) : []),
    ...(facts.hasDraw ? drawChecks(facts) : []),
    ...(facts.receipt ? receiptChecks(facts) : []),
  ];
}
