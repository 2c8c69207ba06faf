// The page: takes files, shows progress and the result.

import { asFile, chosen, dropped, sort } from './choose.js';
import { grouped } from './outcome.js';
import { pause } from './pause.js';
import { verify } from './verify.js';
import { render } from './view.js';

const find = (id) => document.getElementById(id);
const state = { record: undefined, receipt: undefined, ignored: [], run: 0 };

function say(words) {
  find('status').textContent = words;
}

/** New files: a record takes the place of the one before, and so does a receipt. */
async function take(items) {
  const { record, receipts, ignored } = await sort(items);
  if (record.size > 0) {
    if (state.record) state.receipt = undefined; // it was about the record before
    state.record = record;
  }
  state.ignored = ignored;
  if (receipts.length === 1) state.receipt = asFile(receipts[0].file);
  const many = receipts.length > 1 ? `There are ${grouped(receipts.length)} receipts among these files; choose the one that you want to check.` : '';
  if (record.size === 0 && receipts.length === 0) return refuse('None of these files belongs to a record, and none is a receipt.');
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
  const names = state.ignored.slice(0, 5).join(', ');
  say(names ? `${words} (${names})` : words);
}

async function check(remark) {
  if (!state.record) return refuse('This is a receipt. Now choose the record of the draw too, so that both can be held against each other.');
  state.run += 1;
  const run = state.run;
  const start = performance.now();
  find('result').hidden = true;
  find('progress').hidden = false;
  const result = await verify(state.record, state.receipt, (words) => run === state.run && say(`${words} …`));
  if (run !== state.run) return undefined; // other files have come meanwhile
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  find('result').replaceChildren(...(await render(result, state.ignored, seconds)));
  await pause();
  find('progress').hidden = true;
  find('result').hidden = false;
  say(`Done: ${result.verdict}. ${remark}`.trim());
  find('verdict').focus();
  return undefined;
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
