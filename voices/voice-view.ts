import type { Config } from '../platform/config/load-config.js';
import type { Voice } from './voice.js';
import { voicePresence } from './voice-presence.js';

/** A voice as `GET /api/v1/voices` and `aethercast voices list --json` show it. */
export type VoiceView = {
  name: string;
  engine: Voice['engine'];
  model: string;
  /** ISO 639-1 codes. */
  languages: readonly string[];
  /** BCP 47 tag of its accent. */
  locale: string;
  gender: 'female' | 'male' | null;
  description: string;
  licence: string;
  /** Whether it can speak without anything being fetched. */
  available: boolean;
  /** Size of the model that would be fetched first, in bytes. */
  fetch_bytes: number | null;
  unavailable_reason: string | null;
  /** Added by the user, not ours. */
  added: boolean;
};

export async function viewVoice(voice: Voice, config: Config): Promise<VoiceView> {
  const presence = await voicePresence(voice, config);
  const { name, engine, model, languages, locale, gender, description, licence } = voice;
  return {
    name,
    engine,
    model,
    languages,
    locale,
    gender: gender ?? null,
    description,
    licence,
    available: presence.state === 'here',
    fetch_bytes: presence.state === 'to_fetch' ? presence.bytes : null,
    unavailable_reason: presence.state === 'unavailable' ? presence.why : null,
    added: isAdded(voice),
  };
}

/** Whether a user brought it. */
export function isAdded(voice: Voice): boolean {
  return voice.engine === 'local' && 'model' in voice.files;
}
