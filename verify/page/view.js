// The result of a verification, as elements.

import { descriptions, element } from './element.js';
import { FAIL, PASS, grouped } from './outcome.js';
import { about, drawn, limits, receiptWords, tally } from './summary.js';

function tone(verdict) {
  if (verdict === PASS) return 'good';
  return verdict === FAIL ? 'bad' : 'open';
}

function verdictTone({ verified, verdict }) {
  if (verified) return 'good';
  return verdict.startsWith('VERIFIED') ? 'open' : 'bad';
}

/** Everything below the buttons. `ignored` are names of files that are not of the record. */
export async function render({ checks, verdict, verified, facts }, ignored, seconds) {
  const fingerprint = facts.hasCommitment ? await facts.record.hash('commit.txt') : undefined;
  const says = `verdict ${verdictTone({ verified, verdict })}`;
  return [
    element('h2', { id: 'verdict', class: says, tabindex: '-1' }, verdict),
    element('p', {}, `${tally(checks)} It took ${seconds} seconds.`),
    ...failures(checks),
    ...receipt(facts, checks),
    ...(fingerprint ? fingerprintOf(fingerprint) : []),
    element('h2', {}, 'What the record says'),
    descriptions(about(facts)),
    ...panel(facts),
    element('h2', {}, 'Every check'),
    element('ol', { class: 'checks' }, ...checks.map(check)),
    element('h2', {}, 'What no check can show'),
    element('ul', {}, ...limits(facts).map((words) => element('li', {}, words))),
    ...(ignored.length > 0 ? [others(ignored)] : []),
    element('p', { class: says, id: 'last' }, verdict),
  ];
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

function receipt(facts, checks) {
  const words = receiptWords(facts, checks);
  if (!words) return [];
  const doubt = 'Something here did not pass its check, so this record says nothing of your chance, or of who was drawn, that you could rely on; see the checks below.';
  return [
    element(
      'section',
      { class: 'receipt', 'aria-labelledby': 'yours' },
      element('h2', { id: 'yours' }, 'Your receipt'),
      words.doubt ? element('p', { class: 'bad' }, doubt) : '',
      element('p', {}, words.pool),
      descriptions(words.features),
      words.chance ? element('p', {}, words.chance) : '',
      words.outcome ? element('p', {}, element('strong', {}, words.outcome)) : '',
    ),
  ];
}

function fingerprintOf(hash) {
  return [
    element('h2', {}, 'The fingerprint'),
    element('p', {}, 'These 64 characters stand for everything that is drawn from. Compare them with what was published before the draw: on the web page, in the newspaper, in your letter. One character that differs is another draw.'),
    element('p', {}, element('code', { class: 'fingerprint', id: 'fingerprint' }, ...hash.match(/.{4}/g).map((four) => element('span', {}, `${four} `)))),
  ];
}

function panel(facts) {
  const found = drawn(facts);
  if (!found) return [];
  return [
    element('h2', {}, 'The drawn panel'),
    element('p', {}, `Panel ${grouped(found.number)}, with these ${grouped(found.members.length)} members${found.members.some(({ id }) => id) ? ' (number and identifier)' : ', by their numbers'}:`),
    element('ul', { class: 'members' }, ...found.members.map(({ number, id }) => element('li', {}, id === undefined ? grouped(number) : `${grouped(number)}: ${id}`))),
  ];
}

function others(ignored) {
  const shown = ignored.slice(0, 20).join(', ');
  const more = ignored.length > 20 ? ` and ${grouped(ignored.length - 20)} more` : '';
  return element('p', { class: 'small' }, `Left aside, because these are not files of a record: ${shown}${more}.`);
}
