#!/usr/bin/env node
// The command line. May import every folder but test/ and, of web/, only web/listen (the stream client). Each command
// loads what it needs when it runs.
import { Command, InvalidArgumentError } from 'commander';
import { AethercastError } from '../platform/aethercast-error.js';
import { loadConfig } from '../platform/config/load-config.js';
import { CliError } from './terminal/cli-error.js';
import { readCommand } from './commands/read-command.js';
import { voicesCommand } from './commands/voices-command.js';
import type { MakeOptions } from './make/make-options.js';
import { parseSpeaker, type SpeakerOption } from './make/speaker-option.js';

const program = new Command('aethercast')
  .description('Turns a topic, a link, a file or a text into a podcast episode.')
  .showHelpAfterError();

program
  .command('make')
  .description('make one episode; without a source, about a sample text')
  .option('--topic <topic>', 'what the episode is about')
  .option('--url <address>', 'a web page as a source (repeatable)', collect, [])
  .option('--file <path>', 'a text, Markdown, HTML, PDF or Word file as a source (repeatable)', collect, [])
  .option('--text <text>', 'a text as a source (repeatable)', collect, [])
  .option('--minutes <number>', 'length to aim for, 0.5 to 120', minutes)
  .option('--language <tag>', 'language of the episode, as a BCP 47 tag such as en-US')
  .option(
    '--speaker <name[=voice[@rate]]>',
    'a speaker; with a voice and its speed, 0.5 to 2, where you choose them (repeatable)',
    collectSpeaker,
    [],
  )
  .option('--persona <name>', 'persona of the hosts, such as InformativeHost')
  .option('--guidance <text>', 'what the episode should focus on')
  .option('--key <key>', 'idempotency key: asking twice with the same key makes one episode')
  .option('--out <folder>', 'folder for the files', 'episodes')
  .option('--keep', 'leave everything running afterwards', false)
  .option('--listen', 'write the audio to standard output while it is made, to pipe it into a player', false)
  .option('--json', 'print one line of JSON at the end', false)
  .action(async (options: MakeOptions) => {
    const { make } = await import('./commands/make.js');
    await make(loadConfig(), options);
  });

program
  .command('listen')
  .description(
    'write the audio of an episode to standard output, to pipe it into a player; also while it is made',
  )
  .argument('<id>', "the episode's id")
  .action(async (id: string) => {
    const { listen } = await import('./commands/listen.js');
    await listen(loadConfig(), id);
  });

program
  .command('up')
  .description('run everything, with the web app, until Ctrl-C')
  .action(async () => {
    const { up } = await import('./commands/up.js');
    await up(loadConfig());
  });

program
  .command('doctor')
  .description('check everything that Aethercast needs and say how to fix what is wrong')
  .option('--media', 'read and check every stored object that the record names, not only a sample', false)
  .option('--repair', 'make lost and damaged objects of finished episodes again', false)
  .action(async (options: { media: boolean; repair: boolean }) => {
    const { doctor } = await import('./commands/doctor.js');
    await doctor(loadConfig(), options);
  });

program
  .command('verify')
  .description("check an episode's audit record and audio against their hashes")
  .argument('<target>', "an episode's id, its manifest (.json) or an audit export")
  .action(async (target: string) => {
    const { verify } = await import('./commands/verify.js');
    await verify(loadConfig(), target);
  });

program
  .command('migrate')
  .description('apply pending migrations to the database')
  .action(async () => {
    const { migrateCommand } = await import('./commands/migrate-command.js');
    await migrateCommand(loadConfig());
  });
program.addCommand(readCommand());
program.addCommand(voicesCommand());

try {
  await program.parseAsync();
} catch (error) {
  report(error);
}

/** Known errors are shown as their message alone, others with their stack. */
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
