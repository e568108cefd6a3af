import { AethercastError } from '../../../../platform/aethercast-error.js';
import type { SpeechEngine } from '../speech-engine.js';

export function createLocalEngine(): Promise<SpeechEngine> {
  return Promise.reject(new AethercastError('VFA_ENGINE_UNAVAILABLE'));
}
