import type { VoiceModel } from '../../../../../voices/voice-model.js';
import { encodePhonemes } from '../encode-phonemes.js';
import type { OnnxRuntime, OnnxTensor } from '../onnx-runtime.js';
import { openSession } from '../open-session.js';
import { toKokoro } from '../phonemes/kokoro-phonemes.js';
import { floatsOf, runSession } from '../run-session.js';
import { getAgain, invalidVoiceFile } from '../voice-files.js';
import type { VoiceNetwork } from '../voice-network.js';
import { createFrameTransform } from './frame-transform.js';
import { gaussianNoise } from './gaussian-noise.js';
import { bins, sampleRate, type SpectralParts } from './spectrum-shape.js';
import { blockFrames, synthesise } from './synthesise.js';
import { edgeId, phonemeIds } from './vocabulary.js';

/**
 * The networks distilled from Kokoro-82M that predict spectra instead of samples (wheel `hibari-tts`): the fast voices.
 * Rate goes into the network, pitch multiplies the predicted one and leaves the formants where they are.
 */
export async function createSpectralNetwork(runtime: OnnxRuntime, model: VoiceModel): Promise<VoiceNetwork> {
  const session = await openSession(runtime, model.file, 'spectral');
  const transform = await createFrameTransform(blockFrames / 2);

  return {
    reads: 'ipa',
    // About 9 s of sound, for which the network needs some 50 MB; it was made for 510 characters at most.
    longest: 150,
    trial: 'həlˈoʊ, wˈɜːld.',
    async speak({ sentence, rate, pitch, seed }) {
      const ids = spectralIds(sentence, model);
      const outputs = await runSession(session, {
        ids: new runtime.Tensor('int64', ids, [1, ids.length]),
        speed: new runtime.Tensor('float32', Float32Array.of(speedAt(rate)), [1]),
      });
      const parts = partsOf(outputs, model.file);
      return { samples: synthesise(parts, pitch, gaussianNoise(seed), transform), sampleRate };
    },
  };
}

/**
 * [what the network is asked for, how much faster heart then speaks], measured over ten lines of the samples. The network
 * rounds the length of each phoneme to frames of 25 ms, and nearly all short ones lose their second frame at 1.33: what is
 * reached between 1.16 and 1.54 differs from sentence to sentence.
 */
const speeds = [
  [0.5, 0.502],
  [0.6, 0.615],
  [0.7, 0.703],
  [0.8, 0.8],
  [0.9, 0.96],
  [1, 1],
  [1.1, 1.028],
  [1.2, 1.087],
  [1.3, 1.158],
  [1.35, 1.542],
  [1.6, 1.639],
  [2, 1.817],
  [2.5, 2.012],
] as const;

/**
 * What the product calls rate 1. At their own speed these voices say 198 words a minute, more than narrators do (150 to
 * 180), and a recogniser errs on 12.5 % of heart's words; at this rate on 10.5 % (46 sentences of the samples).
 */
const narrating = 0.92;

/** The input `speed` at which the voice speaks `rate` times as fast as a narrator. */
function speedAt(rate: number): number {
  const wanted = rate * narrating;
  const above = speeds.findIndex(([, reached]) => reached >= wanted);
  const [high, low] = [speeds[above], speeds[above - 1]];
  if (!high || !low) return wanted;
  return low[0] + ((wanted - low[1]) / (high[1] - low[1])) * (high[0] - low[0]);
}

function spectralIds(sentence: string, model: VoiceModel): BigInt64Array {
  const phonemes = toKokoro(sentence, model.espeakVoice);
  const ids = encodePhonemes(phonemes, (character) => phonemeIds.get(character), model.file);
  return BigInt64Array.from([edgeId, ...ids, edgeId], (id) => BigInt(id));
}

function partsOf(outputs: Record<string, OnnxTensor>, file: string): SpectralParts {
  const pitchHz = floatsOf(outputs, 'f0', file);
  const frames = pitchHz.length;

  function spectrum(name: string): Float32Array {
    const values = floatsOf(outputs, name, file);
    if (frames >= 4 && values.length === frames * bins) return values;
    throw invalidVoiceFile(file, `gives "${name}" in a shape of its own`, getAgain);
  }

  return {
    frames,
    harmonics: spectrum('lh'),
    noise: spectrum('ln'),
    rest: spectrum('lr'),
    harmonicPhase: spectrum('theta'),
    restPhase: spectrum('phi'),
    pitchHz,
  };
}
