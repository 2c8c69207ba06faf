// The result of a verification, as elements, in the words of one language.

import { descriptions, element } from './element.js';
import { say } from './message.js';
import { FAIL, NOT_CHECKED, PASS } from './outcome.js';
import { about, drawn, hint, limits, receiptWords, tally } from './summary.js';

const TONES = { [PASS]: 'good', [FAIL]: 'bad', [NOT_CHECKED]: 'open' };
const WORDS = { [PASS]: say('pass'), [FAIL]: say('fail'), [NOT_CHECKED]: say('not-checked') };
const MOST_NAMES = 20; // of files that are left aside

/** Elements that need words, all of one language. */
export function makeView(words) {
  const { text } = words;
  const isEnglish = words.language.code === 'en';
  const paragraph = (message, attributes = {}) => (message === undefined ? '' : element('p', attributes, text(message)));
  const listed = (messages) => element('ul', {}, ...messages.map((message) => element('li', {}, text(message))));
  /** What comes from a file keeps its own direction. */
  const shown = (value) => (typeof value === 'string' ? element('bdi', {}, value) : value === undefined ? undefined : text(value));
  const described = (entries) => descriptions(entries.map(([term, value]) => [shown(term), shown(value)]));
  /** The words of the specification, beside those of the language. */
  const specified = (verdict) => (isEnglish ? [] : [' ', element('span', { class: 'specified', lang: 'en', dir: 'ltr' }, verdict)]);
  const verdictText = ({ verdict, said }) => (isEnglish ? verdict : text(said));

  /** What the page's heading says instead of what it usually says, or undefined. */
  function heading(results) {
    const rehearsals = results.filter(({ facts }) => facts.rehearsal).length;
    if (rehearsals === 0) return undefined;
    return rehearsals === results.length ? text(say('note-rehearsal')) : text(say('result-rehearsals', { count: rehearsals, all: results.length }));
  }

  /** Everything below the buttons. `ignored` are names of files that are not of the record. */
  async function render(result, ignored, seconds) {
    const { checks, facts } = result;
    return [
      element('h2', { ...says(result), id: 'verdict', tabindex: '-1' }, verdictText(result), ...specified(result.verdict)),
      paragraph([tally(checks), say('result-time', { seconds })]),
      ...failures(checks),
      ...hints(facts, checks),
      ...receipt(facts, checks, 'h2'),
      ...(await told(result, 'h2')),
      ...ending(result, [facts], ignored),
    ];
  }

  /** The same of several records: the verdict over all, then each record with its own. */
  async function renderTogether(result, ignored, seconds) {
    const { records } = result;
    const checks = records.flatMap((record) => record.checks);
    const link = (own, i) => [element('a', { href: `#record-${i + 1}` }, element('bdi', {}, own.record)), ': ', element('strong', { class: tone(own) }, verdictText(own))];
    return [
      element('h2', { ...says(result), id: 'verdict', tabindex: '-1' }, verdictText(result), ...specified(result.verdict)),
      paragraph([say('result-records', { count: records.length }), tally(checks), say('result-time', { seconds })]),
      element('ul', { id: 'records' }, ...records.map((own, i) => element('li', {}, ...link(own, i)))),
      ...(await Promise.all(records.map(oneOf))),
      ...ending(result, records.map(({ facts }) => facts), ignored),
    ];
  }

  async function oneOf(result, i) {
    const { record, checks, facts } = result;
    const id = `record-${i + 1}`;
    return element(
      'section',
      { class: 'record', 'data-record': record, 'aria-labelledby': id },
      element('h2', { id }, text(say('result-record', { number: i + 1, name: record }))),
      facts.rehearsal ? paragraph(say('note-rehearsal'), { class: 'rehearsal-note' }) : '',
      element('p', { ...says(result), 'data-verdict-of': record }, verdictText(result), ...specified(result.verdict)),
      paragraph(tally(checks)),
      ...failures(checks),
      ...hints(facts, checks),
      ...receipt(facts, checks, 'h3'),
      ...(await told(result, 'h3')),
    );
  }

  function tone({ verified, verdict }) {
    if (verified) return 'good';
    return verdict.startsWith('VERIFIED') ? 'open' : 'bad';
  }

  function says(result) {
    return { class: `verdict ${tone(result)}`, 'data-verdict': result.verdict };
  }

  /** What stands below every record's verdict, under headings of this level. */
  async function told({ checks, facts }, level) {
    const fingerprint = facts.hasCommitment ? await facts.record.hash('commit.txt') : undefined;
    return [
      ...(fingerprint ? fingerprintOf(fingerprint, level) : []),
      element(level, {}, text(say('result-about'))),
      described(about(facts)),
      ...panel(facts, level),
      element(level, {}, text(say('result-checks'))),
      element('ol', { class: 'checks' }, ...checks.map(check)),
    ];
  }

  function ending(result, all, ignored) {
    return [
      element('h2', {}, text(say('result-limits'))),
      listed(limits(all)),
      ...(ignored.length > 0 ? [aside(ignored)] : []),
      element('p', { ...says(result), id: 'last' }, verdictText(result), ...specified(result.verdict)),
    ];
  }

  function hints(facts, checks) {
    const message = hint(facts, checks);
    return message ? [paragraph(message, { class: 'hint' })] : [];
  }

  function check({ id, verdict, says: sentences }) {
    return element(
      'li',
      { 'data-id': id, 'data-verdict': verdict },
      element('span', { class: `badge ${TONES[verdict]}` }, text(WORDS[verdict])),
      ' ',
      element('strong', {}, text(say(`check-${id.replace('.', '-')}`))),
      ' ',
      element('code', { class: 'small' }, id),
      ...(isEnglish ? [] : [' ', element('code', { class: 'small', lang: 'en' }, verdict)]),
      paragraph(sentences),
    );
  }

  function failures(checks) {
    const failed = checks.filter(({ verdict }) => verdict === FAIL);
    return failed.length === 0 ? [] : [paragraph(say('result-wrong')), listed(failed.map(({ says: sentences }) => sentences))];
  }

  function receipt(facts, checks, level) {
    const own = receiptWords(facts, checks);
    if (!own) return [];
    return [
      element(
        'section',
        { class: 'receipt', 'aria-labelledby': 'yours' },
        element(level, { id: 'yours' }, text(say('receipt-heading'))),
        own.doubt ? paragraph(say('receipt-doubt'), { class: 'bad' }) : '',
        paragraph(own.pool),
        described(own.features),
        paragraph(own.chance),
        own.outcome ? element('p', {}, element('strong', {}, text(own.outcome))) : '',
      ),
    ];
  }

  function fingerprintOf(hash, level) {
    const attributes = level === 'h2' ? { class: 'fingerprint', id: 'fingerprint' } : { class: 'fingerprint' };
    return [
      element(level, {}, text(say('fingerprint-heading'))),
      paragraph(say('fingerprint-what')),
      element('p', {}, element('code', attributes, ...hash.match(/.{4}/g).map((four) => element('span', {}, `${four} `)))),
    ];
  }

  function panel(facts, level) {
    const found = drawn(facts);
    if (!found) return [];
    const member = ({ number, id }) => (id === undefined ? text(number) : text(say('panel-member', { number, id })));
    const list = (members) => element('ul', { class: 'members' }, ...members.map((own) => element('li', {}, member(own))));
    const hasIds = found.members.some(({ id }) => id);
    const args = { panel: found.number };
    const rehearsal = facts.rehearsal ? [paragraph(say('panel-rehearsal'), { class: 'rehearsal-note' })] : [];
    if (found.parts === undefined) {
      const intro = hasIds ? say('panel-identifiers', args) : say('panel-numbers', args);
      return [element(level, {}, text(say('panel-heading'))), ...rehearsal, paragraph(intro), list(found.members)];
    }
    return [
      element(level, {}, text(say('panels-heading'))),
      ...rehearsal,
      paragraph(hasIds ? say('panels-identifiers', args) : say('panels-numbers', args)),
      ...found.parts.flatMap((members, i) => [element('p', {}, element('strong', {}, text(say('panel-numbered', { panel: i + 1 })))), list(members)]),
    ];
  }

  function aside(ignored) {
    const names = ignored.slice(0, MOST_NAMES);
    const more = ignored.length - names.length;
    return paragraph(more > 0 ? say('result-aside-more', { names, count: more }) : say('result-aside', { names }), { class: 'small' });
  }

  return { heading, render, renderTogether };
}
