// lottery.form, lottery.size, lottery.quotas, lottery.rules, lottery.split, lottery.parts and lottery.tickets

import { brokenQuota, brokenRule } from '../lottery.js';
import { fail, formOf, lacking, notChecked, pass } from '../outcome.js';
import { brokenPart, wrongSplit } from '../split.js';

export function lotteryChecks(facts) {
  return [
    ['lottery.form', () => form(facts)],
    ['lottery.size', () => size(facts)],
    ['lottery.quotas', () => panels(facts, brokenQuota, pass('quotas-good'))],
    ['lottery.rules', () => panels(facts, brokenRule, pass('rules-good'))],
    ...(facts.panels === undefined ? [] : [['lottery.split', () => split(facts)], ['lottery.parts', () => parts(facts)]]),
    ['lottery.tickets', () => tickets(facts)],
  ];
}

function form({ lottery, sizes }) {
  return formOf(lottery, ({ panels: all, most, size: k, tickets: m }) => {
    const gap = lacking(sizes);
    if (gap) return gap;
    const wanted = sizes.value;
    if (most > wanted.members) return fail('lottery-member', { number: most, members: wanted.members });
    if (k !== wanted.size) return fail('lottery-seats', { seats: k, file: sizes.name, other: wanted.size });
    if (m !== wanted.tickets) return fail('lottery-tickets', { tickets: m, file: sizes.name, other: wanted.tickets });
    return pass('lottery-good', { panels: all.length });
  });
}

function size({ lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { panels: all, size: k } = lottery.value;
  const wrong = all.findIndex(({ members }) => members.length !== k);
  if (wrong >= 0) return fail('size-wrong', { panel: wrong + 1, members: all[wrong].members.length, size: k });
  return pass('size-good', { size: k });
}

async function panels({ lottery, instance }, broken, good) {
  const gap = lacking(lottery, instance);
  if (gap) return gap;
  if (lottery.value.most > instance.value.n) return notChecked('member-unknown');
  const why = await broken(lottery.value, instance.value);
  return why === undefined ? good : fail(why);
}

function split({ split: read, lottery, panels: p }) {
  return formOf(read, async (value) => {
    const gap = lacking(lottery);
    if (gap) return gap;
    const why = await wrongSplit(value, lottery.value, p);
    return why === undefined ? pass('split-good', { panels: p }) : fail(why);
  });
}

function parts({ split: read, panels: p, ...facts }) {
  const gap = lacking(read);
  if (gap) return gap;
  return panels(facts, (lottery, instance) => brokenPart(read.value, lottery, instance, p), pass('parts-good', { panels: p }));
}

function tickets({ lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { panels: all, tickets: m } = lottery.value;
  const empty = all.findIndex((panel) => panel.tickets < 1);
  if (empty >= 0) return fail('tickets-none', { panel: empty + 1 });
  const sum = all.reduce((total, panel) => total + BigInt(panel.tickets), 0n);
  if (sum !== BigInt(m)) return fail('tickets-sum', { sum, tickets: m });
  return pass('tickets-good', { tickets: m });
}
