import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { cliProgram } from './whole-stack.js';

export type CliRun = { code: number | null; stdout: string; stderr: string };

/** Runs the command line as a person does; `during` gets the process while it runs. */
export async function runCli(
  args: string[],
  env: NodeJS.ProcessEnv,
  during?: (child: { kill(signal: NodeJS.Signals): void }) => Promise<void>,
): Promise<CliRun> {
  const child = spawn(process.execPath, [cliProgram, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  await during?.(child);
  const [[code], [stdout, stderr]] = await Promise.all([exited, output]);
  return { code, stdout, stderr };
}

/** The one line of `--json`. */
export function jsonLine(run: CliRun): Record<string, unknown> {
  return JSON.parse(run.stdout.trim()) as Record<string, unknown>;
}
