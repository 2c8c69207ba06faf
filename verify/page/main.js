// The page: takes files, shows progress and the result, and changes its language.

import { asFile, chosen, dropped, sort } from './choose.js';
import { element } from './element.js';
import { ENGLISH, LANGUAGES, languageOf, wanted } from './language.js';
import { SOURCES } from './locales.js';
import { say } from './message.js';
import { pause } from './pause.js';
import { verify, verifyTogether } from './verify.js';
import { makeView } from './view.js';
import { makeWords } from './words.js';

const MOST_NAMES = 5; // of files that are no record's
const find = (id) => document.getElementById(id);
const english = makeWords(ENGLISH, SOURCES.en);
const state = { records: [], receipt: undefined, ignored: [], run: 0, status: undefined, shown: undefined, words: english, view: undefined };

/** The line that says what goes on; `kind` is working, done or refused. */
function report(kind, message) {
  state.status = message;
  find('status').dataset.kind = kind;
  find('status').textContent = message === undefined ? '' : state.words.text(message);
}

/** New files: records take the place of those before, and so does a receipt. */
async function take(items) {
  const { records, receipts, ignored } = await sort(items);
  if (records.length > 0) {
    if (state.records.length > 0) state.receipt = undefined; // it was about the record before
    state.records = records;
  }
  state.ignored = ignored;
  if (records.length === 0 && receipts.length === 0) return refuse(nothing());
  if (receipts.length === 1) state.receipt = asFile(receipts[0].file);
  if (receipts.length > 1) state.ignored = [...ignored, ...receipts.map(({ path }) => path)];
  return check(receipts.length > 1 ? [say('status-receipts')] : []);
}

function nothing() {
  const names = state.ignored.slice(0, MOST_NAMES);
  return names.length > 0 ? say('status-nothing-of', { names }) : say('status-nothing');
}

/** A file that is said to be a receipt, whatever it holds. */
async function takeReceipt(file) {
  if (!file) return;
  state.receipt = asFile(file);
  state.ignored = [];
  await check([]);
}

function refuse(message) {
  state.run += 1;
  hide();
  find('progress').hidden = true;
  report('refused', message);
}

function hide() {
  state.shown = undefined;
  find('result').hidden = true;
  showHeading([]);
}

async function check(remarks) {
  if (state.records.length === 0) return refuse(say('status-receipt'));
  state.run += 1;
  const run = state.run;
  const start = performance.now();
  hide();
  find('progress').hidden = false;
  const progress = (message) => run === state.run && report('working', message);
  const several = state.records.length > 1;
  const result = several ? await verifyTogether(state.records, state.receipt, progress) : await verify(state.records[0].files, state.receipt, progress);
  if (run !== state.run) return undefined; // other files have come meanwhile
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  state.shown = { several, result, ignored: state.ignored, seconds };
  while (run === state.run && !(await show())); // once more where the language was changed meanwhile
  if (run !== state.run) return undefined;
  find('progress').hidden = true;
  find('result').hidden = false;
  report('done', [say('status-done', { verdict: result.said }), ...remarks]);
  find('verdict').focus();
  return undefined;
}

/** Puts the result that there is on the page; false where another one has come meanwhile. */
async function show() {
  const { shown, view } = state;
  const { several, result, ignored, seconds } = shown;
  const elements = await (several ? view.renderTogether : view.render)(result, ignored, seconds);
  if (shown !== state.shown || view !== state.view) return false;
  find('result').replaceChildren(...elements);
  await pause();
  showHeading(several ? result.records : [result]);
  return true;
}

/** The page's heading and title: a rehearsal among the records is named there, before everything else. */
function showHeading(results) {
  const { text } = state.words;
  const rehearsal = state.view.heading(results);
  const title = text(say('page-title'));
  find('heading').textContent = rehearsal ?? text(say('page-heading'));
  find('heading').classList.toggle('rehearsal', rehearsal !== undefined);
  document.title = rehearsal === undefined ? title : `${rehearsal} – ${title}`;
}

/** Puts everything on the page into a language, the result that is there too. */
async function speak(language) {
  state.words = language === ENGLISH ? english : makeWords(language, SOURCES[language.code], english);
  state.view = makeView(state.words);
  Object.assign(document.documentElement, { lang: language.code, dir: language.dir });
  find('language').value = language.code;
  for (const part of document.querySelectorAll('[data-say]')) part.textContent = state.words.text(say(part.dataset.say));
  find('progress').setAttribute('aria-label', state.words.text(say('progress-label')));
  report(find('status').dataset.kind ?? '', state.status);
  showHeading([]);
  if (state.shown) await show();
}

/** Runs what an event asks for, and says so if it goes wrong. */
function guarded(work) {
  return async (event) => {
    try {
      await work(event);
    } catch (error) {
      refuse(say('status-trouble', { error: error.message }));
    }
  };
}

/** An input hands over its files, and is emptied so that the same ones can be chosen again. */
function from(input, work) {
  return guarded(async () => {
    const files = [...input.files];
    input.value = '';
    if (files.length > 0) await work(files);
  });
}

find('languages').hidden = false;
find('language').append(...LANGUAGES.map(({ code, name, dir }) => element('option', { value: code, lang: code, dir }, name)));
find('language').addEventListener('change', guarded(() => speak(languageOf(find('language').value))));
speak(wanted(location.search, navigator.languages));

find('folder').addEventListener('change', from(find('folder'), (files) => take(chosen(files))));
find('files').addEventListener('change', from(find('files'), (files) => take(chosen(files))));
find('receipt').addEventListener('change', from(find('receipt'), ([file]) => takeReceipt(file)));

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  find('drop').classList.add('over');
});
document.addEventListener('dragleave', () => find('drop').classList.remove('over'));
document.addEventListener('drop', guarded(async (event) => {
  event.preventDefault();
  find('drop').classList.remove('over');
  await take(await dropped(event.dataTransfer));
}));
