// Verification: reads records, makes the checks in their order, and gives the verdict.

import { chainOf } from './chain.js';
import { certificateChecks } from './checks/certificate.js';
import { chainChecks } from './checks/chain.js';
import { commitChecks } from './checks/commit.js';
import { drawChecks } from './checks/draw.js';
import { fileChecks } from './checks/files.js';
import { lotteryChecks } from './checks/lottery.js';
import { poolChecks, probabilityChecks } from './checks/pool.js';
import { receiptChecks } from './checks/receipt.js';
import { chainNotes } from './checks/rules.js';
import { addReceipt, gather } from './facts.js';
import { say } from './message.js';
import { PASS, notChecked } from './outcome.js';
import { pause } from './pause.js';
import { isGivenUp, verdictOf, verdictTogether } from './verdict.js';

/** One record. `files` and `receipt` as `Record` has files; `{ checks, verdict, verified, notes, facts }`. */
export async function verify(files, receipt, progress = () => {}) {
  const facts = await gather(files, progress);
  if (receipt) await addReceipt([facts], receipt);
  return conclude(facts, [stated(facts)], 0, progress);
}

/** Several records, `[{ name, files }]`: `{ records: [{ record, checks, verdict, verified, notes, facts }], verdict, verified, notes }`. */
export async function verifyTogether(given, receipt, progress = () => {}) {
  const own = (name) => (words) => progress(say('status-record', { record: name, progress: words }));
  const all = [];
  for (const { name, files } of given) all.push(await gather(files, own(name)));
  const before = all.map(stated);
  if (receipt) await addReceipt(all, receipt);
  const records = [];
  for (const [i, { name }] of given.entries()) records.push({ record: name, ...(await conclude(all[i], before, i, own(name))) });
  return { records, ...verdictTogether(records) };
}

/** A record as it states itself: for those that follow it, nothing that its own checks find is taken away. */
function stated(facts) {
  return { ...facts };
}

async function conclude(facts, given, own, progress) {
  const chain = facts.before && chainOf(facts, given, own);
  const checks = [];
  for (const [id, check] of listed(facts, chain, given)) {
    progress(say('status-check', { check: id }));
    const outcome = isGivenUp(id, facts) ? notChecked('not-published') : await made(check);
    if (outcome) checks.push({ id, ...outcome });
    if (outcome?.verdict !== PASS) withdraw(facts, id);
    await pause();
  }
  const notes = chain ? await chainNotes(facts, chain, checks) : [];
  return { checks, ...verdictOf(checks, facts, notes), facts };
}

// Whose form is checked by which check.
const FORMS = new Map([
  ['lottery.form', 'lottery'],
  ['lottery.split', 'split'],
  ['probabilities.form', 'probabilities'],
  ['draw.form', 'result'],
]);

/** A file whose form did not pass is no data for later checks. */
function withdraw(facts, id) {
  const fact = FORMS.get(id);
  if (fact) facts[fact] = { name: facts[fact].name, none: say('needs-check', { file: facts[fact].name }) };
}

/** A check that this program cannot make (for want of memory, say) is NOT CHECKED. */
async function made(check) {
  try {
    return await check();
  } catch (error) {
    return notChecked('check-failed', { error: error.message });
  }
}

function listed(facts, chain, given) {
  return [
    ...fileChecks(facts),
    ...poolChecks(facts),
    ...lotteryChecks(facts),
    ...(facts.listsCertificate ? certificateChecks(facts) : []),
    ...probabilityChecks(facts),
    ...(facts.hasCommitment ? commitChecks(facts) : []),
    ...(facts.hasDraw ? drawChecks(facts) : []),
    ...(chain ? chainChecks(facts, chain, given) : []),
    ...(facts.receipt ? receiptChecks(facts) : []),
  ];
}
