// Neural voices on this machine, in one thread of the voice forge's pool. Imports activities/audio, the pronunciations
// beside it, voices and platform.
import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { VoiceModel } from '../../../../voices/voice-model.js';
import type { Pcm, SpeechEngine, SpeechRequest } from '../speech-engine.js';
import { hasSound, nothingToSay } from './encode-phonemes.js';
import { joinSentences, type SpokenPart } from './join-sentences.js';
import { loadOnnxRuntime, type OnnxRuntime } from './onnx-runtime.js';
import { openNetwork } from './open-network.js';
import { seedOf } from './seed-of.js';
import { toParts } from './to-parts.js';
import type { VoiceNetwork } from './voice-network.js';

/**
 * The engine `local`. Voices are loaded on their first line and kept as long as the thread lives.
 * Throws VFA_ENGINE_UNAVAILABLE where `onnxruntime-node` cannot be loaded.
 */
export async function createLocalEngine(): Promise<SpeechEngine> {
  const runtime = await loadOnnxRuntime();
  const networks = new Map<string, Promise<VoiceNetwork>>();
  return { name: 'local', speak: (request) => speak(request, runtime, networks) };
}

async function speak(
  request: SpeechRequest,
  runtime: OnnxRuntime,
  networks: Map<string, Promise<VoiceNetwork>>,
): Promise<Pcm> {
  const model = request.localModel;
  if (!model)
    throw new AethercastError('VFA_SYNTHESIS_FAILED', {
      message: `The voice ${request.voice} came without its model.`,
      details: { engine: 'local', voice: request.voice },
    });
  const network = await networkOf(model, runtime, networks);
  const sentences = toParts(request, model, network).filter((part) => hasSound(part));
  if (sentences.length === 0) throw nothingToSay(request.text);
  const spoken: SpokenPart[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const raw = await network.speak({
      sentence,
      rate: request.rate,
      pitch: request.pitch,
      seed: seedOf(request, index),
      ...(model.speaker !== undefined && { speaker: model.speaker }),
    });
    spoken.push({ ...raw, sentence });
  }
  return joinSentences(spoken);
}

/** The speakers of a model share its session. A failed load is tried again with the next line. */
function networkOf(
  model: VoiceModel,
  runtime: OnnxRuntime,
  networks: Map<string, Promise<VoiceNetwork>>,
): Promise<VoiceNetwork> {
  const key = JSON.stringify([model.family, model.file, model.configFile, model.espeakVoice]);
  const existing = networks.get(key);
  if (existing) return existing;
  const loading = openNetwork(runtime, model);
  networks.set(key, loading);
  loading.catch(() => networks.delete(key));
  return loading;
}
