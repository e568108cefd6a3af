import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig } from '../../platform/config/load-config.js';
import type { AddOptions } from '../voices/add-from-files.js';
import type { PreviewOptions } from '../voices/preview-voice.js';

/** `aethercast voices ...`: each subcommand's work is in `cli/voices/`, loaded when it runs. */
export function voicesCommand(): Command {
  const voices = new Command('voices').description('list, add, hear and remove voices');
  voices
    .command('list')
    .description('list the voices, whether their models are here, and who speaks by default; fetches nothing')
    .option('--json', 'print one line of JSON', false)
    .action(async (options: { json: boolean }) => {
      const { listVoices } = await import('../voices/list-voices.js');
      await listVoices(loadConfig(), options);
    });
  voices
    .command('add')
    .description('fetch built-in voices, or add a Piper voice of your own')
    .argument('<what...>', "names of built-in voices, or a Piper voice's .onnx file or folder")
    .option('--name <name>', 'name of the voice (default: that of its data set or file)')
    .option('--config <file>', 'settings of the voice (default: <model>.onnx.json)')
    .option('--speaker <name or number>', 'speaker to use, for a model with several')
    .option('--description <text>', 'what it sounds like')
    .option('--licence <name>', 'its licence, as its model card says')
    .addOption(new Option('--gender <gender>', 'gender of the voice').choices(['female', 'male']))
    .option('--replace', 'replace the added voice of that name', false)
    .option('--json', 'print one line of JSON at the end', false)
    .addHelpText('after', addHelp)
    .action(async (what: string[], options: AddOptions & { json: boolean }) => {
      const { addVoices } = await import('../voices/add-voices.js');
      await addVoices(loadConfig(), what, options);
    });
  voices
    .command('remove')
    .description('remove an added voice, or the fetched model of a built-in one')
    .argument('<name>')
    .action(async (name: string) => {
      const { removeVoice } = await import('../voices/remove-voice.js');
      await removeVoice(loadConfig(), name);
    });
  voices
    .command('preview')
    .description('write what a voice says to a file, and show how fast it speaks')
    .argument('<name>')
    .argument('[text]', 'what to say (default: a sentence in its language)')
    .option('--out <file>', 'an .mp3 or .wav file (default: <name>-preview.mp3)')
    .option('--rate <factor>', 'speed from 0.5 to 2 (default: 1)', rate)
    .option('--json', 'print one line of JSON', false)
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
some seconds, and copied to VOICES_DIR. From then on episodes can use it by name, and can be made in
its language. More voices: https://huggingface.co/rhasspy/piper-voices`;

function rate(value: string): number {
  const number = Number(value);
  if (!(number >= 0.5 && number <= 2)) throw new InvalidArgumentError('Give a number from 0.5 to 2.');
  return number;
}
