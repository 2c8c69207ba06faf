// lottery.form, lottery.size, lottery.quotas, lottery.rules, lottery.split, lottery.parts and lottery.tickets

import { brokenQuota, brokenRule } from '../lottery.js';
import { counted, fail, formOf, grouped, lacking, notChecked, pass } from '../outcome.js';
import { brokenPart, wrongSplit } from '../split.js';

export function lotteryChecks(facts) {
  return [
    ['lottery.form', () => form(facts)],
    ['lottery.size', () => size(facts)],
    ['lottery.quotas', () => panels(facts, brokenQuota, 'every panel meets every quota')],
    ['lottery.rules', () => panels(facts, brokenRule, 'every panel keeps the rules on single people and households')],
    ...(facts.panels === undefined ? [] : [['lottery.split', () => split(facts)], ['lottery.parts', () => parts(facts)]]),
    ['lottery.tickets', () => tickets(facts)],
  ];
}

function form({ lottery, sizes }) {
  return formOf(lottery, ({ panels: all, most, size: k, tickets: m }) => {
    const gap = lacking(sizes);
    if (gap) return gap;
    const wanted = sizes.value;
    if (most > wanted.members) return fail(`a panel has the member number ${grouped(most)}, and there are ${grouped(wanted.members)} members`);
    if (k !== wanted.size) return fail(`lottery.json is for ${grouped(k)} seats, and ${sizes.name} for ${grouped(wanted.size)}`);
    if (m !== wanted.tickets) return fail(`lottery.json has ${grouped(m)} tickets, and ${sizes.name} ${grouped(wanted.tickets)}`);
    return pass(`the lottery lists ${counted(all.length, 'possible panel')}, in order and none twice`);
  });
}

function size({ lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { panels: all, size: k } = lottery.value;
  const wrong = all.findIndex(({ members }) => members.length !== k);
  if (wrong >= 0) return fail(`panel ${grouped(wrong + 1)} has ${grouped(all[wrong].members.length)} members instead of ${grouped(k)}`);
  return pass(`every panel has ${counted(k, 'member')}`);
}

async function panels({ lottery, instance }, broken, good) {
  const gap = lacking(lottery, instance);
  if (gap) return gap;
  if (lottery.value.most > instance.value.n) return notChecked('a panel names a member who does not exist');
  const why = await broken(lottery.value, instance.value);
  return why === undefined ? pass(good) : fail(why);
}

function split({ split: read, lottery, panels: p }) {
  return formOf(read, async (value) => {
    const gap = lacking(lottery);
    if (gap) return gap;
    const why = await wrongSplit(value, lottery.value, p);
    return why === undefined ? pass(`every panel is split into ${grouped(p)} of one size`) : fail(`split.json ${why}`);
  });
}

function parts({ split: read, panels: p, ...facts }) {
  const gap = lacking(read);
  if (gap) return gap;
  return panels(facts, (lottery, instance) => brokenPart(read.value, lottery, instance, p), `each of the ${grouped(p)} panels meets every quota`);
}

function tickets({ lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { panels: all, tickets: m } = lottery.value;
  const empty = all.findIndex((panel) => panel.tickets < 1);
  if (empty >= 0) return fail(`panel ${grouped(empty + 1)} has no ticket`);
  const sum = all.reduce((total, panel) => total + BigInt(panel.tickets), 0n);
  if (sum !== BigInt(m)) return fail(`the panels have ${grouped(sum)} tickets together, and there are ${grouped(m)}`);
  return pass(`every panel has at least one ticket, and together they have all ${grouped(m)}`);
}
