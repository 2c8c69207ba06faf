// The checks of a receipt

import { sameBytes, toHex } from '../bytes.js';
import { leafHash, rootFromPath } from '../leaves.js';
import { counted, fail, formOf, grouped, lacking, notChecked, pass } from '../outcome.js';

export function receiptChecks(facts) {
  const { receipt, commit, leaves } = facts;
  return [
    ['receipt.form', () => formOf(receipt, () => pass('the receipt is written as it should be'))],
    ['receipt.commitment', () => lacking(receipt) ?? commitment(facts)],
    ['receipt.leaf', () => lacking(receipt, leaves) ?? leaf(receipt.value, leaves.value)],
    ['receipt.path', () => lacking(receipt, commit) ?? path(receipt.value, commit.value)],
    ['receipt.tickets', () => lacking(receipt) ?? tickets(facts)],
  ];
}

async function commitment({ receipt, record }) {
  const own = await record.hash('commit.txt');
  if (own === undefined) return notChecked((await record.held('commit.txt')).none);
  if (own !== receipt.value.fingerprint) return fail('the receipt is from another draw, or another attempt: its fingerprint is not that of commit.txt');
  return pass('the receipt belongs to this commitment');
}

function leaf({ leaf: { number, text } }, leaves) {
  if (number >= leaves.length) return fail(`there is no number ${grouped(number)} in the sealed list of members`);
  if (!sameBytes(leafHash(text), leaves[number])) return fail('what the receipt says about its member is not what was sealed');
  return pass('what the receipt says about its member is what was sealed');
}

function path({ leaf: { number, text }, path: siblings }, { members, pool }) {
  const root = number <= members ? rootFromPath(leafHash(text), number, members + 1, siblings) : undefined;
  if (root === undefined || toHex(root) !== pool) return fail('the receipt does not lead to the list of members that was committed to');
  return pass('the receipt leads to the list of members that was committed to');
}

async function tickets({ receipt, lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { leaf: { number }, tickets: claimed } = receipt.value;
  const own = lottery.value.panels.reduce((sum, panel) => (panel.members.includes(number) ? sum + BigInt(panel.tickets) : sum), 0n);
  if (own !== BigInt(claimed)) return fail(`number ${grouped(number)} has ${counted(own, 'ticket')} in the lottery, and ${grouped(claimed)} on the receipt`);
  return pass(`number ${grouped(number)} has ${grouped(own)} of the ${counted(lottery.value.tickets, 'ticket')} of the lottery`);
}
