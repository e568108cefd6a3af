import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig } from '../../platform/config/load-config.js';
import type { AddOptions } from '../voices/add-from-files.js';
import type { PreviewOptions } from '../voices/preview-voice.js';

/** `aethercast voices ...`: what each subcommand does is in the folder `voices/`, loaded when it is run. */
export function voicesCommand(): Command {
  const voices = new Command('voices').description('see, add, hear and remove the voices');
  voices
    .command('list')
    .description('every voice, whether its model is here, and who speaks by default; fetches nothing')
    .option('--json', 'print one machine-readable line', false)
    .action(async (options: { json: boolean }) => {
      const { listVoices } = await import('../voices/list-voices.js');
      await listVoices(loadConfig(), options);
    });
  voices
    .command('add')
    .description('fetch voices of the list, or add a Piper voice of your own')
    .argument('<what...>', "names of the list; or a Piper voice's .onnx file, or the folder it is in")
    .option('--name <name>', "name to cast it by (default: the data set's or the file's)")
    .option('--config <file>', "the voice's settings, where they are not <model>.onnx.json")
    .option('--speaker <name or number>', 'which one, of a model of several speakers')
    .option('--description <text>', 'what it sounds like')
    .option('--licence <name>', 'its licence, as its model card says')
    .addOption(new Option('--gender <gender>', 'as far as it matters').choices(['female', 'male']))
    .option('--replace', 'replace an added voice of that name', false)
    .option('--json', 'print one machine-readable line at the end', false)
    .addHelpText('after', addHelp)
    .action(async (what: string[], options: AddOptions & { json: boolean }) => {
      const { addVoices } = await import('../voices/add-voices.js');
      await addVoices(loadConfig(), what, options);
    });
  voices
    .command('remove')
    .description('remove an added voice, or the fetched model of one of ours')
    .argument('<name>')
    .action(async (name: string) => {
      const { removeVoice } = await import('../voices/remove-voice.js');
      await removeVoice(loadConfig(), name);
    });
  voices
    .command('preview')
    .description('have a voice say something into a file, and tell how fast it speaks')
    .argument('<name>')
    .argument('[text]', 'what to say (default: a sentence in its language)')
    .option('--out <file>', 'an .mp3 or .wav file (default: <name>-preview.mp3)')
    .option('--rate <factor>', 'speed, 1 being its own', rate)
    .option('--json', 'print one machine-readable line', false)
    .action(async (name: string, text: string | undefined, options: PreviewOptions) => {
      const { previewVoice } = await import('../voices/preview-voice.js');
      await previewVoice(loadConfig(), name, text, options);
    });
  return voices;
}

const addHelp = `
Examples:
  aethercast voices add heart joe
  aethercast voices add ./de_DE-thorsten-medium.onnx --licence CC0-1.0
  aethercast voices add ./en_GB-vctk-medium.onnx --speaker p239 --name ada --gender female

A Piper voice is two files, <voice>.onnx and <voice>.onnx.json. It is tried and measured, which takes
some seconds, then copied to VOICES_DIR; from then on it can be cast by name, and requests in its
language are taken. Other voices: https://huggingface.co/rhasspy/piper-voices`;

function rate(value: string): number {
  const number = Number(value);
  if (!(number >= 0.5 && number <= 2)) throw new InvalidArgumentError('Give a number from 0.5 to 2.');
  return number;
}
