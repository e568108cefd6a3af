// Schemathesis (https://schemathesis.readthedocs.io), a Python program that makes requests out of an OpenAPI document.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryRoot } from './repository-root.js';

const version = '4.32.5';
const examples = 15;
const installMs = 180_000;
const folder = path.join(repositoryRoot, 'test', 'contract');
const checks = [
  'status_code_conformance',
  'content_type_conformance',
  'response_schema_conformance',
  'valid_requests_are_accepted',
  'server_errors_are_coded',
];

export type Findings = { output: string; findings: number; operations: number; requests: number };

/** The pinned program, installed into the cache once; where that cannot be done, why. */
export async function obtainSchemathesis(cache: string): Promise<{ program: string } | { reason: string }> {
  const home = path.join(cache, 'python', `schemathesis-${version}`);
  const program = path.join(home, 'bin', 'schemathesis');
  if (existsSync(program)) return { program };
  await mkdir(path.dirname(home), { recursive: true });
  const steps = [
    ['python3', '-m', 'venv', '--clear', home],
    [path.join(home, 'bin', 'python'), '-m', 'pip', 'install', '--quiet', `schemathesis==${version}`],
  ];
  for (const step of steps) {
    const { code, output } = await run(step, installMs);
    if (code !== 0) return { reason: `\`${step.join(' ')}\` failed: ${output.trim().slice(-300)}` };
  }
  return { program };
}

/** Sends requests to every operation of the document for `seconds` at most, and checks the answers. */
export async function runSchemathesis(
  program: string,
  { document, headers, seconds }: { document: string; headers: Record<string, string>; seconds: number },
): Promise<Findings> {
  const { code, output } = await run(
    [
      program,
      ...['--config-file', path.join(folder, 'schemathesis.toml')],
      ...['run', document, '--phases', 'examples,fuzzing', '--max-examples', String(examples)],
      // The same requests each time, or a change would be blamed for what it did not do. Another seed looks further.
      ...['--seed', process.env['API_TEST_SEED'] ?? '1'],
      ...['--checks', checks.join(','), '--continue-on-failure', '--request-timeout', '60'],
      ...['--workers', '2', '--seed', '1', '--no-color', '--suppress-health-check', 'all'],
      ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
    ],
    seconds * 1_000,
  );
  return {
    output,
    // A run that was cut off has neither a code nor a count.
    findings: code === 0 ? 0 : countIn(output, /(\d+) unique failures?/),
    operations: countIn(output, /Tested: (\d+)/),
    requests: countIn(output, /(\d+) generated/),
  };
}

function countIn(output: string, pattern: RegExp): number {
  return Number(pattern.exec(output)?.[1] ?? NaN);
}

function run(
  [command = '', ...args]: readonly string[],
  timeoutMs: number,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      // It keeps a cache where it runs.
      cwd: tmpdir(),
      env: { ...process.env, SCHEMATHESIS_HOOKS: path.join(folder, 'hooks.py') },
      timeout: timeoutMs,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
