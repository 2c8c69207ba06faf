// lottery.json: the panels and their tickets; and what they do to quotas and rules.

import { refuse } from './bytes.js';
import { ascending, compareLists, format, keys, list, whole } from './form.js';
import { readJsonSlowly } from './json.js';
import { say } from './message.js';
import { pause } from './pause.js';

/** `{ size, tickets, panels: [{ members, tickets }], most }`; `most` is the largest member number. */
export async function readLottery(bytes, rehearsal) {
  const found = keys(await readJsonSlowly(bytes), ['format', 'panels', 'size', 'tickets'], '');
  format(found.format, 'klero/lottery/1', rehearsal);
  const size = whole(found.size, 'size');
  const tickets = whole(found.tickets, 'tickets');
  const panels = [];
  let most = 0;
  for (const [p, value] of list(found.panels, 'panels').entries()) {
    const panel = keys(value, ['members', 'tickets'], `panels/${p + 1}`);
    const members = ascending(panel.members, `panels/${p + 1}/members`);
    if (p > 0 && compareLists(panels[p - 1].members, members) >= 0) refuse('bad-panel-order', { panel: p + 1 });
    panels.push({ members, tickets: whole(panel.tickets, `panels/${p + 1}/tickets`, 0) });
    most = Math.max(most, members.at(-1) ?? 0);
    await pause();
  }
  return { size, tickets, panels, most };
}

/** How many tickets each member has, as BigInts, from number 1 at position 0. */
export async function ticketsOf({ panels }, n) {
  const sums = new Array(n).fill(0);
  const large = new Map();
  for (const { members, tickets } of panels) {
    for (const number of members) {
      if (sums[number - 1] > Number.MAX_SAFE_INTEGER - tickets) {
        large.set(number, (large.get(number) ?? 0n) + BigInt(sums[number - 1]));
        sums[number - 1] = 0;
      }
      sums[number - 1] += tickets;
    }
    await pause();
  }
  return sums.map((sum, i) => BigInt(sum) + (large.get(i + 1) ?? 0n));
}

/** What is wrong with the first panel that breaks a quota, or undefined. */
export async function brokenQuota({ panels }, { quotas, n }) {
  const having = Array.from({ length: n }, (_, i) => quotas.flatMap(({ has }, q) => (has(i) ? [q] : [])));
  const counts = new Uint32Array(quotas.length);
  for (const [p, { members }] of panels.entries()) {
    counts.fill(0);
    for (const number of members) for (const q of having[number - 1]) counts[q] += 1;
    const q = quotas.findIndex(({ min, max }, i) => counts[i] < min || counts[i] > max);
    if (q >= 0) {
      const { row, min, max } = quotas[q];
      return say('panel-quota', { panel: p + 1, people: counts[q], row, min, max });
    }
    await pause();
  }
  return undefined;
}

/** What is wrong with the first panel that breaks a rule on single members, or undefined. */
export async function brokenRule({ panels }, { included, excluded, household, households, householdLimit, apart }) {
  const sitting = new Uint32Array(households.length);
  for (const [p, { members }] of panels.entries()) {
    const sits = new Set(members);
    const absent = included.find((i) => !sits.has(i + 1));
    if (absent !== undefined) return say('panel-include', { panel: p + 1, number: absent + 1 });
    const wrong = members.find((number) => excluded.has(number - 1));
    if (wrong !== undefined) return say('panel-exclude', { panel: p + 1, number: wrong });
    sitting.fill(0);
    for (const number of members) {
      const home = household[number - 1];
      if (home < 0) continue;
      sitting[home] += 1;
      if (sitting[home] > householdLimit) return say('panel-household', { panel: p + 1, number });
    }
    const group = apart.findIndex((some) => some.filter((i) => sits.has(i + 1)).length > 1);
    if (group >= 0) return say('panel-apart', { panel: p + 1, group: group + 1 });
    await pause();
  }
  return undefined;
}

/** The position of the panel that holds a ticket, or −1. */
export function panelOf({ panels }, ticket) {
  let before = 0n;
  for (const [p, { tickets }] of panels.entries()) {
    before += BigInt(tickets);
    if (BigInt(ticket) < before) return p;
  }
  return -1;
}
