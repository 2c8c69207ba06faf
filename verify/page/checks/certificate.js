// certificate.form, certificate.cuts, certificate.stages and certificate.gap

import { unknownRule } from '../certificate.js';
import { counted, fail, formOf, grouped, lacking, notChecked, pass } from '../outcome.js';
import { allRules, checkGap, checkStages, solverWord, wrongCut } from '../proof.js';
import { makeTypes } from '../types.js';

export function certificateChecks(facts) {
  const shared = {};
  return [
    ['certificate.form', () => form(facts, shared)],
    ['certificate.cuts', () => made(shared, () => cuts(shared))],
    ['certificate.stages', () => made(shared, () => stages(shared))],
    ['certificate.gap', () => made(shared, () => gap(facts, shared))],
  ];
}

function form({ certificate, instance }, shared) {
  return formOf(certificate, (value) => {
    const none = lacking(instance);
    if (none) return none;
    const types = makeTypes(instance.value);
    if (value.types !== types.count) {
      return fail(`certificate.json counts ${grouped(value.types)} types of members, and the pool has ${grouped(types.count)}`);
    }
    const rule = allRules(instance.value, types, value.cuts);
    const unknown = unknownRule(value, (name) => rule(name, Infinity));
    if (unknown) return fail(`certificate.json uses a rule "${unknown}", which this record does not have`);
    Object.assign(shared, { value, types, rule });
    return pass(`the proof of fairness is written as it should be: ${counted(value.stages.length, 'stage')}, ${counted(value.cuts.length, 'cut')}`);
  });
}

function made({ value }, check) {
  return value ? check() : notChecked('this needs the proof of fairness, which is not there, cannot be read or is about something else');
}

async function cuts(shared) {
  const { value, types, rule } = shared;
  const wrong = await wrongCut(value, types, rule);
  if (wrong) return fail(wrong);
  const word = solverWord(value);
  if (word.stages.length > 0) {
    const words = `cuts rest on the word of the solver (numbers ${word.cuts.join(', ')}), and stages use them (numbers ${word.stages.join(', ')})`;
    return { ...notChecked(words), solverStages: word.stages.length };
  }
  if (value.cuts.length === 0) return pass('the proof of fairness uses no cuts');
  return pass(`the proof of fairness uses ${counted(value.cuts.length, 'cut')}, proven by arithmetic`);
}

async function stages(shared) {
  const { value, types, rule } = shared;
  const { why, values } = await checkStages(value, types, rule);
  shared.values = values;
  if (why) {
    shared.values = undefined;
    return fail(why);
  }
  const { stages: resting } = solverWord(value);
  const rest = resting.length > 0 ? `; ${grouped(value.stages.length - resting.length)} of them by arithmetic alone` : '. This was shown by arithmetic alone';
  return pass(`the proof of fairness holds in ${counted(value.stages.length, 'stage')}: no lottery over panels that meet the rules is fairer${rest}`);
}

function gap({ lottery, memberTickets }, { values, types }) {
  if (!values) return notChecked('this needs the stages of the proof of fairness, which do not hold');
  const none = lacking(lottery, memberTickets);
  if (none) return none;
  const { gap: size, good } = checkGap(values, memberTickets.value, lottery.value.tickets, types);
  if (!good) return fail(`somebody's chance in the lottery differs by ${size} from the proven one, which is more than rounding`);
  return pass(`everybody's chance in the lottery is the proven one, up to ${size}`);
}
