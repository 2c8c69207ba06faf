// The result of a verification, as elements.

import { descriptions, element } from './element.js';
import { FAIL, PASS, counted, grouped } from './outcome.js';
import { about, drawn, hint, limits, receiptWords, tally } from './summary.js';

function tone(verdict) {
  if (verdict === PASS) return 'good';
  return verdict === FAIL ? 'bad' : 'open';
}

function verdictTone({ verified, verdict }) {
  if (verified) return 'good';
  return verdict.startsWith('VERIFIED') ? 'open' : 'bad';
}

/** What the page's heading says instead of what it usually says, or undefined. */
export function heading(results) {
  const rehearsals = results.filter(({ facts }) => facts.rehearsal).length;
  if (rehearsals === 0) return undefined;
  const all = rehearsals === results.length;
  return all ? 'REHEARSAL, NOT THE DRAW' : `REHEARSAL, NOT THE DRAW: ${grouped(rehearsals)} of these ${grouped(results.length)} records`;
}

function says(result) {
  return `verdict ${verdictTone(result)}`;
}

/** Everything below the buttons. `ignored` are names of files that are not of the record. */
export async function render(result, ignored, seconds) {
  const { checks, verdict, facts } = result;
  return [
    element('h2', { id: 'verdict', class: says(result), tabindex: '-1' }, verdict),
    element('p', {}, `${tally(checks)} It took ${seconds} seconds.`),
    ...failures(checks),
    ...hints(facts, checks),
    ...receipt(facts, checks, 'h2'),
    ...(await told(result, 'h2')),
    element('h2', {}, 'What no check can show'),
    element('ul', {}, ...limits([facts]).map((words) => element('li', {}, words))),
    ...(ignored.length > 0 ? [others(ignored)] : []),
    element('p', { class: says(result), id: 'last' }, verdict),
  ];
}

/** The same of several records: the verdict over all, then each record with its own. */
export async function renderTogether(result, ignored, seconds) {
  const { records, verdict } = result;
  const checks = records.flatMap((record) => record.checks);
  return [
    element('h2', { id: 'verdict', class: says(result), tabindex: '-1' }, verdict),
    element('p', {}, `${counted(records.length, 'record')}. ${tally(checks)} It took ${seconds} seconds.`),
    element('ul', { id: 'records' }, ...records.map((own, i) => element('li', {}, element('a', { href: `#record-${i + 1}` }, own.record), ': ', element('strong', { class: verdictTone(own) }, own.verdict)))),
    ...(await Promise.all(records.map(oneOf))),
    element('h2', {}, 'What no check can show'),
    element('ul', {}, ...limits(records.map(({ facts }) => facts)).map((words) => element('li', {}, words))),
    ...(ignored.length > 0 ? [others(ignored)] : []),
    element('p', { class: says(result), id: 'last' }, verdict),
  ];
}

async function oneOf(result, i) {
  const { record, checks, verdict, facts } = result;
  const id = `record-${i + 1}`;
  return element(
    'section',
    { class: 'record', 'data-record': record, 'aria-labelledby': id },
    element('h2', { id }, `Record ${grouped(i + 1)}: ${record}`),
    facts.rehearsal ? element('p', { class: 'rehearsal-note' }, 'REHEARSAL, NOT THE DRAW') : '',
    element('p', { class: says(result), 'data-verdict-of': record }, verdict),
    element('p', {}, tally(checks)),
    ...failures(checks),
    ...hints(facts, checks),
    ...receipt(facts, checks, 'h3'),
    ...(await told(result, 'h3')),
  );
}

/** What stands below every record's verdict, under headings of this level. */
async function told({ checks, facts }, level) {
  const fingerprint = facts.hasCommitment ? await facts.record.hash('commit.txt') : undefined;
  return [
    ...(fingerprint ? fingerprintOf(fingerprint, level) : []),
    element(level, {}, 'What the record says'),
    descriptions(about(facts)),
    ...panel(facts, level),
    element(level, {}, 'Every check'),
    element('ol', { class: 'checks' }, ...checks.map(check)),
  ];
}

function hints(facts, checks) {
  const words = hint(facts, checks);
  return words ? [element('p', { class: 'hint' }, words)] : [];
}

function check({ id, verdict, sentence }) {
  return element(
    'li',
    { 'data-id': id, 'data-verdict': verdict },
    element('span', { class: `badge ${tone(verdict)}` }, verdict),
    ' ',
    element('code', {}, id),
    element('p', {}, sentence),
  );
}

function failures(checks) {
  const failed = checks.filter(({ verdict }) => verdict === FAIL);
  if (failed.length === 0) return [];
  return [element('p', {}, 'What is wrong:'), element('ul', {}, ...failed.map(({ sentence }) => element('li', {}, sentence)))];
}

function receipt(facts, checks, level) {
  const words = receiptWords(facts, checks);
  if (!words) return [];
  const doubt = 'Something here did not pass its check, so this record says nothing of your chance, or of who was drawn, that you could rely on; see the checks below.';
  return [
    element(
      'section',
      { class: 'receipt', 'aria-labelledby': 'yours' },
      element(level, { id: 'yours' }, 'Your receipt'),
      words.doubt ? element('p', { class: 'bad' }, doubt) : '',
      element('p', {}, words.pool),
      descriptions(words.features),
      words.chance ? element('p', {}, words.chance) : '',
      words.outcome ? element('p', {}, element('strong', {}, words.outcome)) : '',
    ),
  ];
}

function fingerprintOf(hash, level) {
  return [
    element(level, {}, 'The fingerprint'),
    element('p', {}, 'These 64 characters stand for everything that is drawn from. Compare them with what was published before the draw: on the web page, in the newspaper, in your letter. One character that differs is another draw.'),
    element('p', {}, element('code', level === 'h2' ? { class: 'fingerprint', id: 'fingerprint' } : { class: 'fingerprint' }, ...hash.match(/.{4}/g).map((four) => element('span', {}, `${four} `)))),
  ];
}

function panel(facts, level) {
  const found = drawn(facts);
  if (!found) return [];
  const list = (members) => element('ul', { class: 'members' }, ...members.map(({ number, id }) => element('li', {}, id === undefined ? grouped(number) : `${grouped(number)}: ${id}`)));
  const how = found.members.some(({ id }) => id) ? ' (number and identifier)' : ', by their numbers';
  const rehearsal = facts.rehearsal ? [element('p', { class: 'rehearsal-note' }, 'This was a rehearsal: nobody here was really drawn.')] : [];
  if (found.parts === undefined) {
    return [
      element(level, {}, 'The drawn panel'),
      ...rehearsal,
      element('p', {}, `Panel ${grouped(found.number)}, with these ${grouped(found.members.length)} members${how}:`),
      list(found.members),
    ];
  }
  return [
    element(level, {}, 'The drawn panels'),
    ...rehearsal,
    element('p', {}, `Entry ${grouped(found.number)} of the lottery, which seats these ${grouped(found.members.length)} members${how} on ${counted(found.parts.length, 'panel')}:`),
    ...found.parts.flatMap((members, i) => [element('p', {}, element('strong', {}, `Panel ${grouped(i + 1)}`)), list(members)]),
  ];
}

function others(ignored) {
  const shown = ignored.slice(0, 20).join(', ');
  const more = ignored.length > 20 ? ` and ${grouped(ignored.length - 20)} more` : '';
  return element('p', { class: 'small' }, `Left aside, because these are not files of a record: ${shown}${more}.`);
}
