import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { cliProgram } from './local-stacks.js';

export type CliRun = { code: number | null; stdout: string; stderr: string };

/** `said` is what it has written to stderr so far. */
export type RunningCli = { kill(signal: NodeJS.Signals): void; said(): string };

/** Runs the command line as a person does; `during` gets the process while it runs. */
export async function runCli(
  args: string[],
  env: NodeJS.ProcessEnv,
  during?: (child: RunningCli) => Promise<void>,
): Promise<CliRun> {
  const child = spawn(process.execPath, [cliProgram, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await during?.({ kill: (signal) => child.kill(signal), said: () => said });
  const [[code], [stdout, stderr]] = await Promise.all([exited, output]);
  return { code, stdout, stderr };
}

/** The one line of `--json`. */
export function jsonLine(run: CliRun): Record<string, unknown> {
  return JSON.parse(run.stdout.trim()) as Record<string, unknown>;
}
