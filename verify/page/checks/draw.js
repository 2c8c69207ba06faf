// beacon.round, beacon.signature, and the checks of a draw up to draw.panel

import { isSigned, randomnessOf } from '../beacon.js';
import { isHash } from '../bytes.js';
import { compareLists } from '../form.js';
import { panelOf } from '../lottery.js';
import { fail, formOf, lacking, notChecked, pass } from '../outcome.js';
import { wrongText } from '../result.js';
import { beaconKey, phraseKey, plainKey, ticketOf } from '../seed.js';
import { rowChecks } from './rows.js';

export function drawChecks(facts) {
  return [
    ...(facts.listsBeacon ? [['beacon.round', () => round(facts)], ['beacon.signature', () => signature(facts)]] : []),
    ['draw.form', () => form(facts)],
    ['draw.seed', () => lacking(facts.result) ?? seed(facts)],
    ['draw.key', () => lacking(facts.result) ?? (facts.isDigits && facts.commit.value ? undefined : key(facts))], // left out where digits are the ticket
    ['draw.ticket', () => lacking(facts.result) ?? ticket(facts)],
    ['draw.panel', () => lacking(facts.result) ?? panel(facts)],
    ...rowChecks(facts),
  ];
}

function round({ beacon, commit }) {
  return formOf(beacon, (value) => {
    if (randomnessOf(value.signature) !== value.randomness) return fail('randomness-other');
    const gap = lacking(commit);
    if (gap) return gap;
    if (value.round !== commit.value.seed.round) {
      return fail('round-other', { round: value.round, named: commit.value.seed.round });
    }
    return pass('round-good', { round: value.round });
  });
}

function signature({ beacon }) {
  const gap = lacking(beacon);
  if (gap) return gap;
  if (randomnessOf(beacon.value.signature) !== beacon.value.randomness) return notChecked('randomness-other');
  if (!isSigned(beacon.value.round, beacon.value.signature)) return fail('signature-wrong');
  return pass('signature-good');
}

function form({ result, isDigits }) {
  return formOf(result, ({ key: own }) => {
    if (isDigits === true && own !== null) return fail('result-key');
    if (isDigits === false && own === null) return fail('result-no-key');
    return pass('result-good');
  });
}

async function seed({ result, hasCommitment, commit, beacon, record }) {
  const { fingerprint, seed: said } = result.value;
  const wrong = wrongText(said);
  if (!hasCommitment && fingerprint !== null) return fail('seed-commitment');
  if (!hasCommitment) return wrong ? fail(wrong) : pass('seed-text');
  const gap = lacking(commit);
  if (gap) return gap;
  if (fingerprint !== (await record.hash('commit.txt'))) return fail('seed-fingerprint');
  const source = commit.value.seed;
  if (source.kind === 'phrase') return wrong ? fail(wrong) : pass('seed-text-asked');
  if (source.kind === 'digits') {
    const fits = /^[0-9]+$/.test(said) && said.length === source.count;
    return fits ? pass('seed-digits-good') : fail('seed-count', { count: source.count });
  }
  const none = lacking(beacon);
  if (none) return none;
  if (randomnessOf(beacon.value.signature) !== beacon.value.randomness) return notChecked('needs-randomness');
  return said === beacon.value.randomness ? pass('seed-random-good') : fail('seed-random');
}

async function key({ result, hasCommitment, commit, record, rehearsal, panels }) {
  const { key: own, seed: said } = result.value;
  let expected;
  if (hasCommitment) {
    const gap = lacking(commit);
    if (gap) return gap;
    const fingerprint = await record.hash('commit.txt');
    const source = commit.value.seed;
    if (source.kind === 'beacon' && !isHash(said)) return notChecked('seed-no-random');
    expected = source.kind === 'beacon' ? beaconKey(fingerprint, source.round, said, rehearsal) : phraseKey(fingerprint, said, rehearsal);
  } else {
    const hashes = [];
    for (const file of ['lottery.json', 'probabilities.csv', 'quotas.csv', ...(panels === undefined ? [] : ['split.json'])]) {
      const hash = await record.hash(file);
      if (hash === undefined) return notChecked((await record.held(file)).none);
      hashes.push([file.slice(0, file.indexOf('.')), hash]);
    }
    expected = plainKey(hashes, said, rehearsal);
  }
  return own === expected ? pass('key-good') : fail('key-wrong');
}

function ticket({ result, hasCommitment, commit, sizes, isDigits }) {
  const { key: own, seed: said, ticket: drawn } = result.value;
  const gap = own === null && hasCommitment ? lacking(commit) : undefined;
  if (gap) return gap; // whether digits were asked for, only the commitment says
  const none = lacking(sizes);
  if (none) return none;
  if (isDigits) {
    return /^[0-9]{1,15}$/.test(said) && Number(said) === drawn ? pass('ticket-digits-good') : fail('ticket-digits');
  }
  const all = sizes.value.tickets;
  const expected = ticketOf(own, all);
  if (drawn !== expected) return fail('ticket-wrong', { ticket: expected, named: drawn });
  return pass('ticket-good', { ticket: drawn, tickets: all });
}

function panel({ result, lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { ticket: drawn, panel: named } = result.value;
  const holds = panelOf(lottery.value, drawn);
  if (holds < 0) return fail('drawn-none');
  if (holds + 1 !== named.number) return fail('drawn-other', { panel: holds + 1, named: named.number });
  if (compareLists(lottery.value.panels[holds].members, named.members) !== 0) return fail('drawn-members');
  return pass('drawn-good', { panel: named.number, members: named.members.length });
}
