#!/usr/bin/env node
// The command line. May import every other folder but test/ and, of web/,
// anything but the stream client in web/listen/. Each command loads what it needs when it is run.
import { Command, InvalidArgumentError } from 'commander';
import { AethercastError } from '../platform/aethercast-error.js';
import { loadConfig } from '../platform/config/load-config.js';
import { CliError } from './cli-error.js';
import { voicesCommand } from './commands/voices.js';
import type { MakeOptions } from './make/make-options.js';
import { parseSpeaker, type SpeakerOption } from './make/speaker-option.js';

const program = new Command('aethercast')
  .description('Turns a topic, a link, a file or a text into a podcast episode.')
  .showHelpAfterError();

program
  .command('make')
  .description('make one episode; without a source, of a sample text')
  .option('--topic <topic>', 'what the episode is about')
  .option('--url <address>', 'a web page as a source (repeatable)', collect, [])
  .option('--file <path>', 'a text, Markdown, HTML, PDF or Word file as a source (repeatable)', collect, [])
  .option('--text <text>', 'a text as a source (repeatable)', collect, [])
  .option('--minutes <number>', 'length to aim for', minutes)
  .option('--language <tag>', 'language of the episode (BCP 47)')
  .option(
    '--speaker <name[=voice[@rate]]>',
    'a speaker, with a voice of your choice and its speed, 0.5 to 2 (repeatable)',
    collectSpeaker,
    [],
  )
  .option('--persona <name>', 'manner of the hosts')
  .option('--guidance <text>', 'what the episode should look at')
  .option('--key <key>', 'idempotency key: the same key makes the same episode once')
  .option('--out <folder>', 'where the files go', 'episodes')
  .option('--keep', 'leave the stack running', false)
  .option('--listen', 'write the audio to standard output while it is being made, for a player', false)
  .option('--json', 'print one machine-readable line at the end', false)
  .action(async (options: MakeOptions) => {
    const { make } = await import('./commands/make.js');
    await make(loadConfig(), options);
  });

program
  .command('listen')
  .description('write the audio of an episode to standard output, for a player, also while it is being made')
  .argument('<id>', "the episode's id")
  .action(async (id: string) => {
    const { listen } = await import('./commands/listen.js');
    await listen(loadConfig(), id);
  });
program
  .command('up')
  .description('run everything until Ctrl-C')
  .action(async () => {
    const { up } = await import('./commands/up.js');
    await up(loadConfig());
  });
program
  .command('doctor')
  .description('check everything Aethercast stands on and say how to mend it')
  .action(async () => {
    const { doctor } = await import('./commands/doctor.js');
    await doctor(loadConfig());
  });
program
  .command('verify')
  .description("re-compute an episode's hash chain and audio hash")
  .argument('<target>', "an episode's id, its manifest (.json), or an audit export")
  .action(async (target: string) => {
    const { verify } = await import('./commands/verify.js');
    await verify(loadConfig(), target);
  });
program
  .command('migrate')
  .description('bring the database up to date')
  .action(async () => {
    const { migrateCommand } = await import('./commands/migrate.js');
    await migrateCommand(loadConfig());
  });
program.addCommand(voicesCommand());

try {
  await program.parseAsync();
} catch (error) {
  report(error);
}

/** Errors that a person can mend are one sentence; others keep their stack. */
function report(error: unknown): void {
  const json = process.argv.includes('--json');
  const known = error instanceof CliError || error instanceof AethercastError;
  if (json && error instanceof Error) {
    process.stdout.write(`${JSON.stringify({ ok: false, message: error.message, ...factsOf(error) })}\n`);
  }
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = error instanceof CliError ? error.exitCode : 1;
}

function factsOf(error: Error): Record<string, unknown> {
  if (error instanceof CliError) return error.facts;
  return error instanceof AethercastError ? { code: error.code, details: error.details } : {};
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function collectSpeaker(value: string, before: SpeakerOption[]): SpeakerOption[] {
  return [...before, parseSpeaker(value)];
}

function minutes(value: string): number {
  const number = Number(value);
  if (!(number >= 0.5 && number <= 120)) throw new InvalidArgumentError('Give a number from 0.5 to 120.');
  return number;
}
