import type { VoiceModel } from '../../../../voices/voice-model.js';
import type { OnnxRuntime } from './onnx-runtime.js';
import { createPiperNetwork } from './piper/piper-network.js';
import { createSpectralNetwork } from './spectral/spectral-network.js';
import type { VoiceNetwork } from './voice-network.js';

/** Loads a voice of either family. Throws VFA_VOICE_MODEL_INVALID when its files do not make one. */
export function openNetwork(runtime: OnnxRuntime, model: VoiceModel): Promise<VoiceNetwork> {
  switch (model.family) {
    case 'piper':
      return createPiperNetwork(runtime, model);
    case 'spectral':
      return createSpectralNetwork(runtime, model);
  }
}
