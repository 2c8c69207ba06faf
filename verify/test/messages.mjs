// The words of the page: node --test verify/test/messages.mjs
// Every language says what English says, with the same arguments and the plurals that it has; all is used, and nothing is missing.

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ENGLISH, LANGUAGES, languageOf, wanted } from '../page/language.js';
import { say } from '../page/message.js';
import { verdictOf } from '../page/verdict.js';
import { makeWords } from '../page/words.js';
import { messages, named, sources, spoken } from './catalogue.mjs';
import { VECTORS, judge, recordsOf } from './planted.mjs';
import { english, messagesOf, wordsOf } from './said.mjs';

const OTHERS = LANGUAGES.filter((language) => language !== ENGLISH);
const ARABIC = languageOf('ar');
const [FIRST_STRONG, POP] = ['\u2068', '\u2069'];

/** `{ code: { id: why } }`: messages that are rightly the same as in English. */
const SHARED = {};

/** `{ code: { id: why } }`: messages that need no plural, or not all of them, where English has two. */
const UNCOUNTED = {};

/** Names with a hyphen in the sources that are no messages: attributes, classes, an encoding, a locale. */
const NO_MESSAGES = ['aria-label', 'aria-labelledby', 'ar-u-nu-latn', 'data-id', 'data-record', 'data-verdict', 'data-verdict-of', 'rehearsal-note', 'utf-8'];

const letters = ({ words }) => words.replace(/[^\p{L}]+/gu, ' ').trim();
const list = (set) => [...set].sort().join(', ');

/** The forms of a plural that a language has for the whole numbers up to a thousand (for more it may have another one). */
function forms(code) {
  const rules = new Intl.PluralRules(code);
  return new Set(Array.from({ length: 1001 }, (_, number) => rules.select(number)));
}

/** What is wrong with a language's messages beside those of English. */
function faults(code, source, { original = messagesOf('en'), shared = SHARED[code] ?? {}, uncounted = UNCOUNTED[code] ?? {} } = {}) {
  const [wanted, found] = [messages(original), messages(source)];
  const wrong = Object.keys(found).filter((id) => !wanted[id]).map((id) => `${id} is not in English`);
  for (const [id, own] of Object.entries(wanted)) {
    if (!found[id]) wrong.push(`${id} is missing`);
    else wrong.push(...beside(own, found[id], id in shared).map((fault) => `${id} ${fault}`), ...counted(code, own, found[id], id in uncounted).map((fault) => `${id} ${fault}`));
  }
  return wrong;
}

function beside(english, other, mayBeSame) {
  const wrong = list(english.args) === list(other.args) ? [] : [`has the arguments ${list(other.args)}, not ${list(english.args)}`];
  const same = letters(english) !== '' && letters(english) === letters(other);
  if (same !== mayBeSame) wrong.push(same ? 'is still in English' : 'differs from English, and need not be listed');
  return wrong;
}

function counted(code, english, other, mayLack) {
  const [needed, possible] = [forms(code), new Set(new Intl.PluralRules(code).resolvedOptions().pluralCategories)];
  const unknown = other.counts.flatMap(({ categories }) => categories.filter((category) => !possible.has(category)));
  const wrong = [...new Set(unknown)].map((category) => `has a plural “${category}”, which the language has not`);
  const asked = english.counts.map(({ of }) => other.counts.find((own) => own.of === of)?.categories ?? ['other']);
  const lacking = [...new Set(asked.flatMap((categories) => [...needed].filter((category) => !categories.includes(category))))];
  if (lacking.length > 0 !== mayLack) wrong.push(mayLack ? 'has every plural, and need not be listed' : `lacks the plural ${lacking.join(', ')}`);
  return wrong;
}

test('every language has the messages of English, with the same arguments and its own words and plurals', () => {
  const all = OTHERS.flatMap(({ code }) => faults(code, messagesOf(code)).map((fault) => `locales/${code}/verify.ftl: ${fault}`));
  assert.deepEqual(all, []);
  assert.ok(Object.keys(messages(messagesOf('en'))).length > 400);
});

test('what is planted in a language is caught', () => {
  const original = 'one = One { $name }\ntwo = { $count ->\n    [one] { $count } thing\n   *[other] { $count } things\n}\nsign = { $name }: { $count } %\n';
  const good = 'one = Eins { $name }\ntwo = { $count ->\n    [one] { $count } Ding\n   *[other] { $count } Dinge\n}\nsign = { $name }: { $count } %\n';
  const none = { original, shared: {}, uncounted: {} };
  assert.deepEqual(faults('de', good, none), []);
  const planted = [
    ['one = Eins { $name }\n', '', 'one is missing'], ['{ $name }', '{ $nome }', 'one has the arguments nome, not name'], ['Eins { $name }', 'Eins', 'one has the arguments , not name'],
    ['Eins', 'One', 'one is still in English'], ['sign =', 'three = Drei\nsign =', 'three is not in English'], ['    [one] { $count } Ding\n', '', 'two lacks the plural one'],
    ['[one]', '[few]', 'two has a plural “few”'], ['{ $count ->\n    [one] { $count } Ding\n   *[other] { $count } Dinge\n}', 'Dinge: { $count }', 'two lacks the plural one'],
  ];
  for (const [from, to, fault] of planted) {
    const changed = good.replace(from, () => to);
    assert.notEqual(changed, good);
    assert.ok(faults('de', changed, none).some((found) => found.startsWith(fault)), `${fault}: ${faults('de', changed, none)}`);
  }
  assert.deepEqual(faults('ar', good.replace('Eins', 'واحد'), none), ['two lacks the plural zero, two, few, many']);
  assert.throws(() => faults('de', good.replace('{ $name }', '{ $name'), none), /cannot be read/);
  assert.throws(() => faults('de', `${good}${good}`, none), /one stands twice/);
  assert.throws(() => faults('de', good.replace('{ $name }', '{ sign }'), none), /no MessageReference/);
  const listed = faults('de', good, { original, shared: { one: 'x' }, uncounted: { two: 'x' } });
  assert.deepEqual(listed, ['one differs from English, and need not be listed', 'two has every plural, and need not be listed']);
});

/** What the sources and the messages do not have in common. */
function unmatched(all, known) {
  const names = named(all);
  return [
    ...Object.keys(known).filter((id) => !names.has(id)).map((id) => `nobody says ${id}`),
    ...[...names].filter((id) => id.includes('-') && !known[id] && !NO_MESSAGES.includes(id)).map((id) => `${id} is no message`),
    ...spoken(all.code).flatMap(({ id, args, file }) => (known[id] ? misfits(id, args, file, known[id].args) : [`${id} is said, and is no message`])),
  ];
}

function misfits(id, args, file, wanted) {
  const lacking = [...wanted].filter((name) => !args.has(name) && !(file && name === 'file'));
  const unused = [...args].filter((name) => !wanted.has(name));
  return [...lacking.map((name) => `${id} is said without ${name}`), ...unused.map((name) => `${id} does not use ${name}`)];
}

test('every message is used, and whatever is said is a message with these arguments', () => {
  const all = sources();
  const known = messages(messagesOf('en'));
  assert.deepEqual(unmatched(all, known), []);
  assert.ok(spoken(all.code).length > 300);
  const planted = [
    [/pass\('tickets-good', \{ tickets: m \}\)/, "pass('tickets-good')", 'tickets-good is said without tickets'], [/'tickets-none'/, "'tickets-few'", 'tickets-few is said, and is no message'],
    [/\['lottery.size', /, "['lottery.seize', ", 'nobody says check-lottery-size'], [/fail\('tickets-none', \{ panel/, "fail('tickets-none', { number, panel", 'tickets-none does not use number'],
    [/say\('moment-far'\)/, 'undefined', 'nobody says moment-far'], [/refuse\('bad-line', \{ line/, "refuse('bad-line', { lime", 'bad-line is said without line'],
  ];
  for (const [from, to, fault] of planted) {
    const code = all.code.replace(from, to);
    assert.notEqual(code, all.code, String(from));
    const found = unmatched({ ...all, code }, known);
    assert.ok(found.includes(fault), `${fault}: ${found}`);
  }
  assert.ok(unmatched({ ...all, html: all.html.replace(/page-foot/g, 'page-fool') }, known).includes('nobody says page-foot'));
});

test('every message can be said in every language, with every number', () => {
  for (const language of LANGUAGES) {
    const { text } = wordsOf(language); // where one cannot be said, that is an error
    for (const [id, { args, counts }] of Object.entries(messages(messagesOf(language.code)))) {
      for (const number of [0, 1, 2, 3, 11, 100, 1_000_000, 10n ** 20n]) {
        const isCount = (name) => counts.some(({ of }) => of === name);
        const said = text(say(id, Object.fromEntries([...args].map((name) => [name, isCount(name) ? number : 'pool.csv']))));
        assert.doesNotMatch(said, /[{}]|undefined|NaN/, `${language.code} ${id}`);
        assert.equal(said.split(FIRST_STRONG).length, said.split(POP).length);
        if (language !== ARABIC) assert.ok(!said.includes(FIRST_STRONG), `${language.code} ${id}`);
        else if (args.size > 0 && letters({ words: said }).match(/\p{Script=Arabic}/u) && said.includes('pool.csv')) assert.ok(said.includes(`${FIRST_STRONG}pool.csv${POP}`), `${id}: ${said}`);
      }
    }
  }
  assert.throws(() => makeWords(ENGLISH, 'a = { $b }').text(say('a')), /a: .*b/);
  assert.throws(() => makeWords(ENGLISH, 'a = b').text(say('c')), /no such message/);
  const fallback = makeWords(languageOf('de'), 'a = { $c }', makeWords(ENGLISH, 'a = English { $b }'));
  assert.equal(fallback.text(say('a', { b: 1 })), 'English 1', 'what a language cannot say, English says');
});

test('numbers, shares, dates and lists have the form of the language; digits are the same in all', () => {
  const source = 'x = { $x }';
  const form = (code, x) => makeWords(languageOf(code), source).text(say('x', { x })).replace(/[\u00A0\u202F]/g, ' ');
  const table = {
    en: ['1,234,567', '0.25', '23 August 2023', 'a and b'], vi: ['1.234.567', '0,25', '23 tháng 8, 2023', 'a và b'], fr: ['1 234 567', '0,25', '23 août 2023', 'a et b'],
    de: ['1.234.567', '0,25', '23. August 2023', 'a und b'], es: ['1.234.567', '0,25', '23 de agosto de 2023', 'a y b'], pt: ['1.234.567', '0,25', '23 de agosto de 2023', 'a e b'],
    ar: ['1,234,567', '0.25', '23 أغسطس 2023', `${FIRST_STRONG}a${POP} و${FIRST_STRONG}b${POP}`],
  };
  for (const { code } of LANGUAGES) assert.deepEqual([1_234_567, 0.25, new Date(1692803367000), ['a', 'b']].map((x) => form(code, x)), table[code], code);
  assert.equal(form('de', 2n ** 64n), '18.446.744.073.709.551.616', 'exactly');
});

test('what comes from a file cannot turn the words around it', () => {
  const source = 'x = before { $x } after';
  const said = (code, x) => makeWords(languageOf(code), source).text(say('x', { x }));
  assert.equal(said('en', 'plain'), 'before plain after');
  assert.equal(said('en', 'قائمة'), `before ${FIRST_STRONG}قائمة${POP} after`);
  assert.equal(said('ar', 'plain'), `before ${FIRST_STRONG}plain${POP} after`);
  for (const code of ['en', 'ar']) assert.doesNotMatch(said(code, 'a\u2069\u202Eb'), /\u2069\u202E|\u202E/u, 'invisible characters that turn what follows');
});

test('the language: what the address asks for, or else what the browser prefers, or else English', () => {
  const chosen = (search, ...preferred) => wanted(search, preferred).code;
  assert.equal(chosen('?language=vi', 'de-DE', 'en'), 'vi');
  assert.equal(chosen('?x=1&language=PT-br'), 'pt');
  assert.equal(chosen('', 'zh-Hant', 'pt-BR', 'en'), 'pt');
  assert.equal(chosen('?language=tlh', 'ar-EG'), 'ar');
  assert.equal(chosen('?language=', 'zh'), 'en');
  assert.equal(chosen(''), 'en');
  assert.equal(chosen('?language=english'), 'en', 'no code of a language that the page has');
  assert.deepEqual(LANGUAGES.filter(({ dir }) => dir === 'rtl'), [ARABIC]);
});

test('in English, the verdict for people is that of the specification, which stays as it is in every language', async () => {
  const verdicts = new Set();
  for (const name of readdirSync(VECTORS).filter((entry) => entry !== 'receipts' && statSync(join(VECTORS, entry)).isDirectory())) {
    const found = await judge(recordsOf(name));
    for (const { verdict, said } of [...found.records, ...(found.said ? [found] : [])]) {
      assert.equal(english(said), verdict, name);
      for (const language of OTHERS) assert.notEqual(wordsOf(language).text(said), verdict, `${name} in ${language.code}`);
      verdicts.add(verdict);
    }
  }
  assert.ok(verdicts.size > 10, [...verdicts].join('\n'));
  const facts = { hasDraw: true, hasCommitment: true, objective: 'leximin' };
  for (const solverStages of [1, 2]) {
    const { verdict, said } = verdictOf([{ id: 'certificate.stages', verdict: 'NOT CHECKED', solverStages }], facts, [{ note: 'note-excluded', count: solverStages }, { note: 'note-certain', count: solverStages }]);
    assert.match(verdict, /EXCEPT THAT/);
    assert.equal(english(said), verdict);
  }
});
