// beacon.round, beacon.signature, and the checks of a draw up to draw.panel

import { isSigned, randomnessOf } from '../beacon.js';
import { isHash } from '../bytes.js';
import { compareLists } from '../form.js';
import { panelOf } from '../lottery.js';
import { fail, formOf, grouped, lacking, notChecked, pass } from '../outcome.js';
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
    if (randomnessOf(value.signature) !== value.randomness) return fail('the randomness in beacon.json is not that of its signature');
    const gap = lacking(commit);
    if (gap) return gap;
    if (value.round !== commit.value.seed.round) {
      return fail(`beacon.json holds round ${grouped(value.round)}, and the commitment names round ${grouped(commit.value.seed.round)}`);
    }
    return pass(`beacon.json holds round ${grouped(value.round)}, which the commitment names`);
  });
}

function signature({ beacon }) {
  const gap = lacking(beacon);
  if (gap) return gap;
  if (randomnessOf(beacon.value.signature) !== beacon.value.randomness) return notChecked('the randomness in beacon.json is not that of its signature');
  if (!isSigned(beacon.value.round, beacon.value.signature)) return fail('the signature is not that of the public beacon for this round');
  return pass('the public beacon has signed this round, so that nobody could choose its number');
}

function form({ result, isDigits }) {
  return formOf(result, ({ key: own }) => {
    if (isDigits === true && own !== null) return fail('result.json has a key, although digits are the ticket');
    if (isDigits === false && own === null) return fail('result.json has no key');
    return pass('the result is written as it should be');
  });
}

async function seed({ result, hasCommitment, commit, beacon, record }) {
  const { fingerprint, seed: said } = result.value;
  const good = (words) => pass(`the seed is ${words}`);
  const text = (words) => (wrongText(said) ? fail(wrongText(said)) : good(words));
  if (!hasCommitment) return fingerprint === null ? text('a text that was said') : fail('result.json names a commitment, and there is none');
  const gap = lacking(commit);
  if (gap) return gap;
  if (fingerprint !== (await record.hash('commit.txt'))) return fail('result.json names another fingerprint than that of commit.txt');
  const source = commit.value.seed;
  if (source.kind === 'phrase') return text('a text that was said, as the commitment asked for');
  if (source.kind === 'digits') {
    const fits = /^[0-9]+$/.test(said) && said.length === source.count;
    return fits ? good('digits, as many as the commitment asked for') : fail(`the seed is not ${source.count} digits, as the commitment asked for`);
  }
  const none = lacking(beacon);
  if (none) return none;
  if (randomnessOf(beacon.value.signature) !== beacon.value.randomness) return notChecked('this needs randomness that is that of its signature');
  return said === beacon.value.randomness ? good("the beacon's randomness") : fail("the seed is not the beacon's randomness");
}

async function key({ result, hasCommitment, commit, record, rehearsal, panels }) {
  const { key: own, seed: said } = result.value;
  let expected;
  if (hasCommitment) {
    const gap = lacking(commit);
    if (gap) return gap;
    const fingerprint = await record.hash('commit.txt');
    const source = commit.value.seed;
    if (source.kind === 'beacon' && !isHash(said)) return notChecked('the seed is no randomness of a beacon');
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
  return own === expected ? pass('the key of the draw follows from the seed and from what was drawn from') : fail('the key of the draw does not follow from the seed');
}

function ticket({ result, hasCommitment, commit, sizes, isDigits }) {
  const { key: own, seed: said, ticket: drawn } = result.value;
  const gap = own === null && hasCommitment ? lacking(commit) : undefined;
  if (gap) return gap; // whether digits were asked for, only the commitment says
  const none = lacking(sizes);
  if (none) return none;
  if (isDigits) {
    return /^[0-9]{1,15}$/.test(said) && Number(said) === drawn ? pass('the ticket is the digits that were drawn') : fail('the ticket is not the digits that were drawn');
  }
  const all = sizes.value.tickets;
  const expected = ticketOf(own, all);
  if (drawn !== expected) return fail(`the key draws the ticket ${grouped(expected)}, and result.json says ${grouped(drawn)}`);
  return pass(`the key draws the ticket ${grouped(drawn)} of ${grouped(all)} (they are counted from 0)`);
}

function panel({ result, lottery }) {
  const gap = lacking(lottery);
  if (gap) return gap;
  const { ticket: drawn, panel: named } = result.value;
  const holds = panelOf(lottery.value, drawn);
  if (holds < 0) return fail('no panel holds the ticket');
  if (holds + 1 !== named.number) return fail(`panel ${grouped(holds + 1)} holds the ticket, and result.json names panel ${grouped(named.number)}`);
  if (compareLists(lottery.value.panels[holds].members, named.members) !== 0) return fail('the members in result.json are not those of the panel in the lottery');
  return pass(`panel ${grouped(named.number)} holds the ticket, and its ${grouped(named.members.length)} members are named`);
}
