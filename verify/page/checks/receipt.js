// The checks of a receipt

import { sameBytes, toHex } from '../bytes.js';
import { leafHash, rootFromPath } from '../leaves.js';
import { fail, formOf, lacking, notChecked, pass } from '../outcome.js';

export function receiptChecks(facts) {
  const { receipt, commit, leaves } = facts;
  return [
    ['receipt.form', () => formOf(receipt, () => pass('receipt-form-good'))],
    ['receipt.commitment', () => lacking(receipt) ?? commitment(facts)],
    ['receipt.leaf', () => lacking(receipt, leaves) ?? leaf(receipt.value, leaves.value)],
    ['receipt.path', () => lacking(receipt, commit) ?? path(receipt.value, commit.value)],
    ['receipt.tickets', () => lacking(receipt) ?? tickets(facts)],
  ];
}

async function commitment({ receipt, record }) {
  const own = await record.hash('commit.txt');
  if (own === undefined) return notChecked((await record.held('commit.txt')).none);
  if (own !== receipt.value.fingerprint) return fail('receipt-other');
  return pass('receipt-belongs');
}

function leaf({ leaf: { number, text } }, leaves) {
  if (number >= leaves.length) return fail('receipt-no-number', { number });
  if (!sameBytes(leafHash(text), leaves[number])) return fail('receipt-unsealed');
  return pass('receipt-sealed');
}

function path({ leaf: { number, text }, path: siblings }, { members, pool }) {
  const root = number <= members ? rootFromPath(leafHash(text), number, members + 1, siblings) : undefined;
  if (root === undefined || toHex(root) !== pool) return fail('receipt-path-wrong');
  return pass('receipt-path-good');
}

async function tickets({ receipt, lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { leaf: { number }, tickets: claimed } = receipt.value;
  const own = lottery.value.panels.reduce((sum, panel) => (panel.members.includes(number) ? sum + BigInt(panel.tickets) : sum), 0n);
  if (own !== BigInt(claimed)) return fail('receipt-tickets-wrong', { number, tickets: own, claimed });
  return pass('receipt-tickets-good', { number, own, tickets: lottery.value.tickets });
}
