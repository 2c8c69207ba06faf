// setup.form, pool.form, alternates.form, probabilities.form and probabilities.tickets

import { counted, fail, formOf, grouped, lacking, notChecked, pass } from '../outcome.js';
import { decimal } from '../probabilities.js';

export function poolChecks(facts) {
  return [
    ['setup.form', () => formOf(facts.setup, () => pass('the setup of the lottery is written as it should be'))],
    ['pool.form', () => poolForm(facts)],
    ...(facts.before?.kind === 'alternates' ? [['alternates.form', () => alternatesForm(facts)]] : []),
  ];
}

function poolForm({ instance }) {
  if (instance.problem) return fail(instance.problem);
  return (
    lacking(instance) ??
    pass(`the pool has ${counted(instance.value.n, 'member')} and there are ${counted(instance.value.quotas.length, 'quota')}; they can be read and fit together`)
  );
}

function alternatesForm({ wanted, setup }) {
  return formOf(wanted, ({ alternates }) => {
    const gap = lacking(setup);
    if (gap) return gap;
    if (alternates !== setup.value.size) return fail(`alternates.json does not ask for the ${counted(setup.value.size, 'alternate')} that setup.json names`);
    return pass(`alternates.json is written as it should be, and asks for ${counted(alternates, 'alternate')}`);
  });
}

export function probabilityChecks(facts) {
  return [
    ['probabilities.form', () => form(facts)],
    ['probabilities.tickets', () => tickets(facts)],
  ];
}

function form({ probabilities, instance }) {
  return formOf(probabilities, (rows) => {
    const gap = lacking(instance);
    if (gap) return notChecked('who has which number follows from the pool, which is not there or does not have its form');
    const { members } = instance.value.pool;
    if (rows.length !== members.length) return fail(`probabilities.csv has ${grouped(rows.length)} rows, and the pool ${grouped(members.length)} members`);
    const wrong = rows.findIndex(({ id }, i) => id !== members[i].id);
    if (wrong >= 0) return fail(`number ${grouped(wrong + 1)} of probabilities.csv is not the person whom the pool gives this number`);
    return pass('the list of chances has one row for each member of the pool, in order');
  });
}

async function tickets({ probabilities, lottery, memberTickets }) {
  const gap = lacking(probabilities, lottery, memberTickets);
  if (gap) return gap;
  const rows = probabilities.value;
  const own = memberTickets.value;
  if (rows.length !== own.length) return notChecked('the list of chances does not have one row for each member');
  const all = lottery.value.tickets;
  const wrong = rows.findIndex((row, i) => row.tickets !== String(own[i]) || row.probability !== decimal(own[i], all));
  if (wrong >= 0) return fail(`number ${grouped(wrong + 1)} has ${counted(own[wrong], 'ticket')} in the lottery, and the list of chances says otherwise`);
  return pass("everybody's chance is the one that the lottery gives");
}
