// The page: takes files, shows progress and the result.

import { asFile, chosen, dropped, sort } from './choose.js';
import { grouped } from './outcome.js';
import { pause } from './pause.js';
import { verify, verifyTogether } from './verify.js';
import { heading, render, renderTogether } from './view.js';

const find = (id) => document.getElementById(id);
const TITLE = document.title;
const state = { records: [], receipt: undefined, ignored: [], run: 0 };

function say(words) {
  find('status').textContent = words;
}

/** New files: records take the place of those before, and so does a receipt. */
async function take(items) {
  const { records, receipts, ignored } = await sort(items);
  if (records.length > 0) {
    if (state.records.length > 0) state.receipt = undefined; // it was about the record before
    state.records = records;
  }
  state.ignored = ignored;
  if (records.length === 0 && receipts.length === 0) return refuse('None of these files belongs to a record, and none is a receipt.');
  if (receipts.length === 1) state.receipt = asFile(receipts[0].file);
  const many = receipts.length > 1 ? `There are ${grouped(receipts.length)} receipts among these files; choose the one that you want to check.` : '';
  if (receipts.length > 1) state.ignored = [...ignored, ...receipts.map(({ path }) => path)];
  return check(many);
}

/** A file that is said to be a receipt, whatever it holds. */
async function takeReceipt(file) {
  if (!file) return;
  state.receipt = asFile(file);
  state.ignored = [];
  await check('');
}

function refuse(words) {
  state.run += 1;
  find('result').hidden = true;
  find('progress').hidden = true;
  showHeading([]);
  const names = state.ignored.slice(0, 5).join(', ');
  say(names ? `${words} (${names})` : words);
}

async function check(remark) {
  if (state.records.length === 0) return refuse('This is a receipt. Now choose the record of the draw too, so that both can be held against each other.');
  state.run += 1;
  const run = state.run;
  const start = performance.now();
  find('result').hidden = true;
  find('progress').hidden = false;
  showHeading([]);
  const progress = (words) => run === state.run && say(`${words} …`);
  const several = state.records.length > 1;
  const result = several ? await verifyTogether(state.records, state.receipt, progress) : await verify(state.records[0].files, state.receipt, progress);
  if (run !== state.run) return undefined; // other files have come meanwhile
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const shown = await (several ? renderTogether : render)(result, state.ignored, seconds);
  if (run !== state.run) return undefined;
  find('result').replaceChildren(...shown);
  await pause();
  showHeading(several ? result.records : [result]);
  find('progress').hidden = true;
  find('result').hidden = false;
  say(`Done: ${result.verdict}. ${remark}`.trim());
  find('verdict').focus();
  return undefined;
}

/** The page's heading and title: a rehearsal among the records is named there, before everything else. */
function showHeading(results) {
  const words = heading(results);
  find('heading').textContent = words ?? 'Check a draw';
  find('heading').classList.toggle('rehearsal', words !== undefined);
  document.title = words === undefined ? TITLE : `${words} – ${TITLE}`;
}

/** Runs what an event asks for, and says so if it goes wrong. */
function guarded(work) {
  return async (event) => {
    try {
      await work(event);
    } catch (error) {
      refuse(`Something went wrong in this page: ${error.message}. Reload it and try again.`);
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
