// certificate.form, certificate.cuts, certificate.stages and certificate.gap

import { unknownRule } from '../certificate.js';
import { fail, formOf, lacking, notChecked, pass } from '../outcome.js';
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
      return fail('certificate-types', { types: value.types, found: types.count });
    }
    const rule = allRules(instance.value, types, value.cuts);
    const unknown = unknownRule(value, (name) => rule(name, Infinity));
    if (unknown) return fail('certificate-rule', { rule: unknown });
    Object.assign(shared, { value, types, rule });
    return pass('certificate-good', { stages: value.stages.length, cuts: value.cuts.length });
  });
}

function made({ value }, check) {
  return value ? check() : notChecked('needs-certificate');
}

async function cuts(shared) {
  const { value, types, rule } = shared;
  const wrong = await wrongCut(value, types, rule);
  if (wrong) return fail(wrong);
  const word = solverWord(value);
  if (word.stages.length > 0) {
    return { ...notChecked('cuts-solver', { cuts: word.cuts, stages: word.stages }), solverStages: word.stages.length };
  }
  if (value.cuts.length === 0) return pass('cuts-none');
  return pass('cuts-good', { cuts: value.cuts.length });
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
  const all = value.stages.length;
  return resting.length > 0 ? pass('stages-solver', { stages: all, alone: all - resting.length }) : pass('stages-good', { stages: all });
}

function gap({ lottery, memberTickets }, { values, types }) {
  if (!values) return notChecked('needs-stages');
  const none = lacking(lottery, memberTickets);
  if (none) return none;
  const { gap: size, exact, good } = checkGap(values, memberTickets.value, lottery.value.tickets, types);
  if (!good) return fail('gap-wrong', { gap: size });
  return { ...pass('gap-good', { gap: size }), gap: exact };
}
