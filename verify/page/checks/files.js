// files.present and files.hashes

import { committedFiles } from '../commit.js';
import { fail, grouped, lacking, notChecked, pass } from '../outcome.js';
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
  wrong.push(...record.strays.map((name) => `${name} is not marked as the files of a rehearsal are`));
  wrong.push(...foreign(facts).map((name) => `${name} does not belong to this record, or nothing that can be read says that it does`));
  if (wrong.length > 0) return fail(wrong.join('; '));
  return pass(`all ${grouped(expected(facts).length)} files are there, none is too large, and none is there that does not belong to a record of this kind`);
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
      open.push(gap.sentence);
      return;
    }
    for (const name of named) if (!files.has(name)) wrong.push(`${reading.name} does not name ${name}`);
    for (const [name, claimed] of files) {
      if (!named.includes(name)) {
        wrong.push(`${reading.name} names ${name}, which it should not`);
        continue;
      }
      const own = await record.hash(name);
      if (own === undefined) open.push((await record.held(name)).none);
      else if (own !== claimed) wrong.push(`${name} is not the file that ${reading.name} names: it was changed, or another one was`);
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
  if (wrong.length > 0) return fail(wrong.join('; '));
  if (open.length > 0) return notChecked([...new Set(open)].join('; '));
  return pass(`the ${grouped(count)} digital fingerprints of files that the record names are those of its files`);
}

/** In the public form, certificate.json is named in the commitment, and not there to be compared. */
function withoutPersonal(files) {
  return files && new Map([...files].filter(([name]) => name !== 'certificate.json'));
}

function unnamed(files, all) {
  const should = all.includes('certificate.json');
  if (files.has('certificate.json') === should) return [];
  return [should ? 'commit.txt does not name certificate.json' : 'commit.txt names certificate.json, which it should not'];
}
