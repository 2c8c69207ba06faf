// files.present and files.hashes

import { committedFiles } from '../commit.js';
import { say } from '../message.js';
import { fail, lacking, notChecked, pass } from '../outcome.js';
import { FILES, filesOf } from '../record.js';

export function fileChecks(facts) {
  return [
    ['files.present', () => present(facts)],
    ['files.hashes', () => hashes(facts)],
  ];
}

async function present(facts) {
  const { record } = facts;
  const wrong = [];
  for (const name of expected(facts)) {
    const { none, refused } = await record.held(name);
    if (refused) wrong.push(none);
  }
  wrong.push(...record.strays.map((name) => say('files-stray', { file: name })));
  wrong.push(...foreign(facts).map((name) => say('files-foreign', { file: name })));
  if (wrong.length > 0) return fail(wrong);
  return pass('files-there', { count: expected(facts).length });
}

/** Whether a file that only some records have belongs to this one; undefined where nothing says so. */
function belongs(name, { setup, before, panels, objective, beaconNamed }) {
  if (name === 'certificate.json') return objective === undefined ? undefined : objective === 'leximin';
  if (name === 'settings.toml') return setup.value?.files.has(name);
  if (name === 'split.json' || name === 'panels.csv') return panels !== undefined;
  if (name === 'alternates.json' || name === 'alternates.csv') return before?.kind === 'alternates';
  if (name === 'new.csv') return before !== undefined && before.kind !== 'alternates';
  if (name === 'beacon.json') return beaconNamed;
  return true;
}

function expected(facts) {
  const { record, hasCommitment, hasDraw, isPublic } = facts;
  const names = isPublic
    ? ['commit.txt', 'pool.leaves', 'quotas.csv', 'lottery.json', 'split.json', ...(hasDraw ? ['result.json', 'beacon.json'] : [])]
    : [...filesOf('solve'), ...(hasCommitment ? filesOf('commit') : []), ...(hasDraw ? filesOf('draw') : [])];
  return names.filter((name) => belongs(name, facts) ?? record.has(name));
}

function foreign(facts) {
  const names = new Set(expected(facts));
  return [...FILES.keys()].filter((name) => facts.record.has(name) && !names.has(name));
}

async function hashes(facts) {
  const { record, setup, commit, hasCommitment, isPublic } = facts;
  const wrong = [];
  const open = [];
  let count = 0;
  const compare = async (reading, files, named) => {
    const gap = lacking(reading);
    if (gap) {
      open.push(...gap.says);
      return;
    }
    for (const name of named) if (!files.has(name)) wrong.push(say('files-unnamed', { by: reading.name, file: name }));
    for (const [name, claimed] of files) {
      if (!named.includes(name)) {
        wrong.push(say('files-named', { by: reading.name, file: name }));
        continue;
      }
      const own = await record.hash(name);
      if (own === undefined) open.push((await record.held(name)).none);
      else if (own !== claimed) wrong.push(say('files-changed', { file: name, by: reading.name }));
      count += 1;
    }
  };
  if (!isPublic) {
    const named = filesOf('solve').filter((name) => name !== 'setup.json' && belongs(name, facts));
    await compare(setup, setup.value?.files, named);
  }
  if (hasCommitment) {
    const files = isPublic ? withoutPersonal(commit.value?.files) : commit.value?.files;
    const all = committedFiles(commit.value);
    if (isPublic && commit.value) wrong.push(...unnamed(commit.value.files, all));
    await compare(commit, files, isPublic ? all.filter((name) => name !== 'certificate.json') : all);
  }
  if (wrong.length > 0) return fail(wrong);
  if (open.length > 0) return notChecked([...new Map(open.map((message) => [JSON.stringify(message), message])).values()]);
  return pass('files-match', { count });
}

/** In the public form, certificate.json is named in the commitment, and not there to be compared. */
function withoutPersonal(files) {
  return files && new Map([...files].filter(([name]) => name !== 'certificate.json'));
}

function unnamed(files, all) {
  const should = all.includes('certificate.json');
  if (files.has('certificate.json') === should) return [];
  const which = { by: 'commit.txt', file: 'certificate.json' };
  return [should ? say('files-unnamed', which) : say('files-named', which)];
}
