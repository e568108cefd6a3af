import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { VoiceFamily, VoiceModel } from '../../../../voices/voice-model.js';
import { loadOnnxRuntime } from './onnx-runtime.js';
import { openNetwork } from './open-network.js';
import { phonemize } from './phonemes/phonemize.js';
import { readPiperConfig } from './piper/read-piper-config.js';
import { getAgain, invalidVoiceFile, reasonOf } from './voice-files.js';
import type { RawSpeech, VoiceNetwork } from './voice-network.js';

/** What the files of a voice say about it. */
export type InspectedVoice = {
  family: VoiceFamily;
  /** Samples per second. */
  sampleRate: number;
  /** How many speakers the model has. */
  speakers: number;
  /** Their numbers by name, where the voice gives them names. */
  speakerNames: ReadonlyMap<string, number>;
  espeakVoice: string;
  /** BCP 47: `de-DE`. */
  languageCode?: string;
  name?: string;
  quality?: string;
};

/**
 * Loads a voice, has it speak a made-up sentence of all its sounds, and returns what its files say about it.
 * Throws VFA_VOICE_MODEL_INVALID naming the file, what is wrong and what to do; VFA_ENGINE_UNAVAILABLE without a runtime.
 */
export async function inspectVoice(model: VoiceModel): Promise<InspectedVoice> {
  const network = await openNetwork(await loadOnnxRuntime(), model);
  if (network.reads === 'ipa') phonemize('a', model.espeakVoice);
  const { sampleRate } = await tryOut(network, model);
  const spectral = { speakers: 1, speakerNames: new Map<string, number>() };
  const config = model.configFile === undefined ? spectral : await readPiperConfig(model.configFile);
  const { speakers, speakerNames } = config;
  return {
    family: model.family,
    sampleRate,
    speakers,
    speakerNames,
    espeakVoice: model.espeakVoice,
    ...('languageCode' in config && { languageCode: config.languageCode }),
    ...('name' in config && { name: config.name }),
    ...('quality' in config && { quality: config.quality }),
  };
}

/** A sound of 20 ms to a minute, which is not silence. */
async function tryOut(network: VoiceNetwork, model: VoiceModel): Promise<RawSpeech> {
  const speech = await speakTrial(network, model);
  const seconds = speech.samples.length / speech.sampleRate;
  const sounds = speech.samples.every(Number.isFinite) && speech.samples.some((sample) => sample !== 0);
  if (sounds && seconds >= 0.02 && seconds <= 60) return speech;
  throw invalidVoiceFile(
    model.file,
    `speaks ${sounds ? `${seconds.toFixed(2)} s` : 'nothing'} where a sentence was due`,
    getAgain,
  );
}

/** A failure on this sentence is the model's: the config gives it phonemes that the network has no place for. */
async function speakTrial(network: VoiceNetwork, model: VoiceModel): Promise<RawSpeech> {
  try {
    return await network.speak({
      sentence: network.trial,
      rate: 1,
      pitch: 1,
      seed: Uint32Array.of(1, 2, 3, 4),
      ...(model.speaker !== undefined && { speaker: model.speaker }),
    });
  } catch (error) {
    if (!(error instanceof AethercastError) || error.code !== 'VFA_SYNTHESIS_FAILED') throw error;
    throw invalidVoiceFile(
      model.file,
      `cannot speak what its config allows (${reasonOf(error.cause ?? error)})`,
      'Check that the model and its config belong together.',
      error,
    );
  }
}
