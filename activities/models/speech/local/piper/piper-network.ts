import type { VoiceModel } from '../../../../../voices/voice-model.js';
import { encodePhonemes } from '../encode-phonemes.js';
import type { OnnxRuntime } from '../onnx-runtime.js';
import { openSession } from '../open-session.js';
import { floatsOf, runSession } from '../run-session.js';
import { getAgain, invalidVoiceFile } from '../voice-files.js';
import type { VoiceNetwork } from '../voice-network.js';
import { readPiperConfig, type PiperConfig } from './read-piper-config.js';

/**
 * Piper's VITS voices (https://github.com/rhasspy/piper). Their noise is turned off, so that the same line gives the
 * same samples: the predicted opinion of listeners does not change by it (4.21 against 4.26 of 5, DNSMOS P.808).
 *
 * The network has no input for pitch: the line is made `pitch` times as long and its samples are declared `pitch` times
 * as fast, which moves the formants along with the pitch.
 */
export async function createPiperNetwork(runtime: OnnxRuntime, model: VoiceModel): Promise<VoiceNetwork> {
  if (model.configFile === undefined)
    throw invalidVoiceFile(
      model.file,
      'has no config',
      'A Piper voice needs its .onnx.json beside its .onnx.',
    );
  const config = await readPiperConfig(model.configFile);
  const several = config.speakers > 1;
  const session = await openSession(runtime, model.file, 'piper', several ? ['sid'] : []);

  return {
    reads: config.phonemeType === 'espeak' ? 'ipa' : 'letters',
    // About 9 s of sound, for which the network needs some 90 MB; a longer sentence is cut at its clauses.
    longest: 150,
    trial: [...config.phonemeIds.keys()].filter((phoneme) => !'_^$'.includes(phoneme)).join(''),
    async speak({ sentence, rate, pitch, speaker = 0 }) {
      if (speaker >= config.speakers)
        throw invalidVoiceFile(
          model.file,
          `has no speaker number ${speaker}`,
          `Its speakers are 0 to ${config.speakers - 1}.`,
        );
      const ids = piperIds(sentence, config, model.file);
      const output = await runSession(session, {
        input: new runtime.Tensor('int64', ids, [1, ids.length]),
        input_lengths: new runtime.Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
        // Noise of the sound, length, noise of the rhythm.
        scales: new runtime.Tensor(
          'float32',
          Float32Array.of(0, config.lengthScale * lengthAt(rate / pitch), 0),
          [3],
        ),
        ...(several && { sid: new runtime.Tensor('int64', BigInt64Array.of(BigInt(speaker)), [1]) }),
      });
      return {
        samples: floatsOf(output, 'output', model.file),
        sampleRate: Math.round(config.sampleRate * pitch),
      };
    },
  };
}

/**
 * The length scale that speaks at `rate`. Durations are rounded up to whole frames, so that a part of each phoneme does not
 * scale: 27 % of the time of joe over ten lines of the samples, measured at length scales from 1/3 to 2.
 */
function lengthAt(rate: number): number {
  const unscaled = 0.27;
  return Math.max(0.1, (1 / rate - unscaled) / (1 - unscaled));
}

/**
 * `^ _ p _ p _ ... $` as Piper writes it (`phonemes_to_ids` of piper-phonemize): the decomposed characters of the
 * sentence, each followed by a pad.
 */
export function piperIds(sentence: string, config: PiperConfig, modelFile: string): BigInt64Array {
  function idsOf(character: string) {
    return config.phonemeIds.get(character);
  }
  const pad = idsOf('_');
  const begin = idsOf('^');
  const end = idsOf('$');
  if (!pad || !begin || !end)
    throw invalidVoiceFile(modelFile, 'has a config without "_", "^" and "$"', getAgain);
  const phonemes = encodePhonemes(sentence.normalize('NFD'), idsOf, modelFile);
  const ids = [begin, pad, ...phonemes.flatMap((phoneme) => [phoneme, pad]), end].flat();
  return BigInt64Array.from(ids, (id) => BigInt(id));
}
