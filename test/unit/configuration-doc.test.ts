import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { variableGroups } from '../../platform/config/load-config.js';
import { originalVariables } from '../support/original-variables.js';
import { repositoryRoot } from '../support/repository-root.js';

type Row = { variable: string; fate: string; target: string | undefined; why: string };

const known = new Set(Object.values(variableGroups).flatMap((group) => Object.keys(group)));

/** The features that rows may wait for, as the rows name them, and a sign that each has landed. */
const awaited: Record<string, () => boolean> = {
  'the language models': () => variableGroups.Writing.LANGUAGE_PROVIDER.unwrap().options.length > 1,
  'the online speech services': () =>
    variableGroups.Speech.SPEECH_PROVIDER.unwrap().options.some(
      (provider) => !['auto', 'local', 'flite'].includes(provider),
    ),
  'the Google providers': () => variableGroups.Images.IMAGE_PROVIDER.unwrap().options.length > 1,
  'the Cloud Storage media store': () =>
    variableGroups['Local stack'].MEDIA_STORE.unwrap().options.length > 1,
  accounts: () => hasDependency('jose'),
  'the rate limits': () => hasDependency('rate-limiter-flexible'),
};

let dependencies: Record<string, string>;

function hasDependency(name: string): boolean {
  return name in dependencies;
}

describe('docs/configuration.md', () => {
  let text: string;
  let rows: Row[];

  before(async () => {
    text = await readFile(path.join(repositoryRoot, 'docs/configuration.md'), 'utf8');
    rows = readTable(text);
    const manifest = await readFile(path.join(repositoryRoot, 'package.json'), 'utf8');
    ({ dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> });
  });

  it('says of every original variable what became of it, each once and no other', () => {
    assert.deepEqual(rows.map((row) => row.variable).sort(), [...originalVariables].sort());
  });

  it('gives each one a fate and a reason', () => {
    for (const { variable, fate, why } of rows) {
      assert.ok(['honoured', 'renamed', 'void', 'later'].includes(fate), `${variable}: ${fate}`);
      assert.match(why, /^\S.*\.$/, `${variable} has no reason`);
    }
  });

  it('calls honoured, or the new name of one, only what the configuration reads', () => {
    for (const { variable, fate, target } of rows) {
      if (fate === 'honoured') assert.ok(known.has(variable), `${variable} is not read`);
      if (fate === 'renamed') assert.ok(known.has(target ?? ''), `${variable}: ${target ?? ''} is not read`);
    }
  });

  it('calls void, later or renamed nothing that the configuration reads (if so: correct its row)', () => {
    for (const { variable, fate } of rows) {
      if (fate !== 'honoured') assert.ok(!known.has(variable), `${variable} is read, the table says ${fate}`);
    }
  });

  it('says of every later variable which feature it waits for, and that one has not landed', () => {
    for (const { variable, fate, why } of rows) {
      if (fate !== 'later') continue;
      const [, feature = ''] = /^With ([^.;]+)[.;]/.exec(why) ?? [];
      const hasLanded = awaited[feature];
      assert.ok(
        hasLanded,
        `${variable} waits for "${feature}", which is none of: ${Object.keys(awaited).join(', ')}`,
      );
      assert.ok(!hasLanded(), `${feature} has landed: the row of ${variable} is stale`);
    }
  });

  it('leaves only variables of our own out, and those are in .env.example', async () => {
    const example = await readFile(path.join(repositoryRoot, '.env.example'), 'utf8');
    const listed = new Set(rows.map((row) => row.variable));
    for (const name of known) {
      if (!listed.has(name)) assert.match(example, new RegExp(`^(# )?${name}=`, 'm'), name);
    }
  });

  it('mentions in its text no variable that does not exist', () => {
    const prose = text.replaceAll(/^\| `[^|]*\|/gm, '|');
    for (const [, name] of prose.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)(?:=\w+)?`/g)) {
      assert.ok(known.has(name ?? ''), `${name ?? ''} is not read`);
    }
  });
});

function readTable(markdown: string): Row[] {
  return [...markdown.matchAll(/^\| `([^`]+)` +\| (\w+)(?: to `([^`]+)`)? +\| (.+?) +\|$/gm)].map(
    ([, variable = '', fate = '', target, why = '']) => ({ variable, fate, target, why }),
  );
}
