import { createRequire } from 'node:module';
import type * as PiperPhonemize from 'piper-phonemize';
import { AethercastError } from '../../../../../platform/aethercast-error.js';

/** Answers a clause without marks in IPA. */
export type ReadClause = (clause: string) => string;

let loaded: typeof PiperPhonemize | undefined;

/** Names that voice files and language tags use -> espeak-ng's. RP has the long vowel of "last" that British voices know. */
const otherNames: Record<string, string> = { zh: 'cmn', no: 'nb', 'en-gb': 'en-gb-x-rp' };
const resolved = new Map<string, string>();

/**
 * espeak-ng reading with one of its voices; what is more exact than it knows falls back: `fr-fr` -> `fr`.
 * Throws VFA_ENGINE_UNAVAILABLE when it is not installed, VFA_VOICE_MODEL_INVALID when it has no such voice.
 */
export function espeakReader(voice: string): ReadClause {
  loaded ??= load();
  const { phonemizeToString } = loaded;
  const name = resolved.get(voice) ?? resolve(voice, phonemizeToString);
  resolved.set(voice, name);
  return (clause) => (phonemizeToString(clause, name) ?? []).join(' ').replace(/\s+/g, ' ').trim();
}

function load(): typeof PiperPhonemize {
  try {
    // An optional dependency, and a costly one (50 ms, 19 MB): it is looked for when a voice first needs it.
    return createRequire(import.meta.url)('piper-phonemize') as typeof PiperPhonemize;
  } catch (cause) {
    throw new AethercastError('VFA_ENGINE_UNAVAILABLE', {
      message:
        'Neural voices need the package piper-phonemize, which is not installed. Run `npm install`, or set SPEECH_PROVIDER=flite.',
      details: { package: 'piper-phonemize' },
      cause,
    });
  }
}

function resolve(voice: string, phonemizeToString: typeof PiperPhonemize.phonemizeToString): string {
  const parts = voice.toLowerCase().split('-');
  for (let count = parts.length; count > 0; count--) {
    const tag = parts.slice(0, count).join('-');
    const name = otherNames[tag] ?? tag;
    if (/^[a-z]/.test(name) && phonemizeToString('a', name) !== null) return name;
  }
  throw new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `espeak-ng knows no pronunciation named ${JSON.stringify(voice.slice(0, 40))}.`,
    details: { espeakVoice: voice },
  });
}
