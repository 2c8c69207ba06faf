// setup.form, pool.form, alternates.form, probabilities.form and probabilities.tickets

import { fail, formOf, lacking, notChecked, pass } from '../outcome.js';
import { decimal } from '../probabilities.js';

export function poolChecks(facts) {
  return [
    ['setup.form', () => formOf(facts.setup, () => pass('setup-good'))],
    ['pool.form', () => poolForm(facts)],
    ...(facts.before?.kind === 'alternates' ? [['alternates.form', () => alternatesForm(facts)]] : []),
  ];
}

function poolForm({ instance }) {
  if (instance.problem) return fail(instance.problem);
  return (
    lacking(instance) ??
    pass('pool-good', { members: instance.value.n, quotas: instance.value.quotas.length })
  );
}

function alternatesForm({ wanted, setup }) {
  return formOf(wanted, ({ alternates }) => {
    const gap = lacking(setup);
    if (gap) return gap;
    if (alternates !== setup.value.size) return fail('alternates-number', { alternates: setup.value.size });
    return pass('alternates-good', { alternates });
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
    if (gap) return notChecked('needs-numbers');
    const { members } = instance.value.pool;
    if (rows.length !== members.length) return fail('chances-rows', { rows: rows.length, members: members.length });
    const wrong = rows.findIndex(({ id }, i) => id !== members[i].id);
    if (wrong >= 0) return fail('chances-person', { number: wrong + 1 });
    return pass('chances-listed');
  });
}

async function tickets({ probabilities, lottery, memberTickets }) {
  const gap = lacking(probabilities, lottery, memberTickets);
  if (gap) return gap;
  const rows = probabilities.value;
  const own = memberTickets.value;
  if (rows.length !== own.length) return notChecked('chances-rows-other');
  const all = lottery.value.tickets;
  const wrong = rows.findIndex((row, i) => row.tickets !== String(own[i]) || row.probability !== decimal(own[i], all));
  if (wrong >= 0) return fail('chances-other', { number: wrong + 1, tickets: own[wrong] });
  return pass('chances-good');
}
