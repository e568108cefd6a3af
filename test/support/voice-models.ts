// The models of the default local voices, from the cache that the product itself uses.
import { assetOptions } from '../../platform/assets/index.js';
import { loadConfig } from '../../platform/config/load-config.js';
import { defaultLocalVoices } from '../../voices/built-in-voices.js';
import { obtainVoice } from '../../voices/obtain-voice.js';
import type { VoiceModel } from '../../voices/voice-model.js';

/** Fetches it when it is not there. */
export async function modelOf(name: 'heart' | 'joe'): Promise<VoiceModel> {
  const voice = defaultLocalVoices.find((candidate) => candidate.name === name);
  if (voice === undefined) throw new Error(`${name} is no default voice`);
  return obtainVoice(voice, assetOptions(loadConfig()));
}
