import { AethercastError } from '../aethercast-error.js';
import { primaryLanguage } from '../language.js';
import { findVoiceFor, voices, type Voice } from './voices.js';

/** Names of speakers that the request leaves unnamed, in order. */
const defaultNames = ['Alex', 'Sam'] as const;

/**
 * Gives every speaker a voice of the language: the one asked for, else the next one nobody has yet. Without speakers:
 * two of them. Throws API_GW_UNSUPPORTED_LANGUAGE, VFA_UNKNOWN_VOICE or VFA_UNSUPPORTED_LANGUAGE.
 */
export function castSpeakers(wish: {
  language: string;
  speakers?: { name: string; voice?: string | undefined }[];
  /** The voice of the first speaker, where the request names one voice only. */
  firstVoice?: string;
}): { name: string; voice: string }[] {
  const able = voices.filter((voice) => voice.languages.includes(primaryLanguage(wish.language)));
  if (able.length === 0) throw unspoken(wish.language);
  const asked: { name: string; voice?: string | undefined }[] =
    wish.speakers ?? defaultNames.map((name) => ({ name }));
  const wanted = asked.map(({ voice }, index) => voice ?? (index === 0 ? wish.firstVoice : undefined));
  for (const name of wanted) if (name !== undefined) findVoiceFor(name, wish.language);
  return asked.map(({ name }, index) => {
    const voice = wanted[index] ?? nextVoice(able, wanted, index);
    wanted[index] = voice;
    return { name, voice };
  });
}

/** A voice no other speaker has; when there are more speakers than voices, they share in turn. */
function nextVoice(able: Voice[], taken: (string | undefined)[], index: number): string {
  const free = able.find((voice) => !taken.includes(voice.name)) ?? able[index % able.length];
  if (free === undefined) throw new Error('no voice to choose from');
  return free.name;
}

function unspoken(language: string): AethercastError {
  const spoken = [...new Set(voices.flatMap((voice) => voice.languages))];
  return new AethercastError('API_GW_UNSUPPORTED_LANGUAGE', {
    message: `No installed voice speaks "${language}". Installed voices speak: ${spoken.join(', ')}.`,
    details: { language, spoken },
  });
}
