// voices/: the voices that episodes are cast from, built in and added, their limits, and how speakers get theirs; the
// models that speak are in activities/models. This file lists the voices. voices/ may import platform/ only.
import { statSync } from 'node:fs';
import path from 'node:path';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Config } from '../platform/config/load-config.js';
import { primaryLanguage } from '../platform/language.js';
import { readAddedVoices, type AddedVoices, type BrokenVoice } from './added-voices.js';
import { builtInVoices } from './built-in-voices.js';
import type { Voice } from './voice.js';

/** Every voice that can be cast: ours and those that were added. What is added later is seen at once. */
export interface VoiceCatalog {
  list(): readonly Voice[];
  /** Throws VFA_UNKNOWN_VOICE naming the voices there are, or VFA_VOICE_MODEL_INVALID for a broken one. */
  find(name: string): Voice;
  /** The voice of that name, if it speaks the language (BCP 47 tag); throws VFA_UNSUPPORTED_LANGUAGE otherwise. */
  findFor(name: string, language: string): Voice;
  /** Added voices that cannot be used, with the reason. */
  broken(): readonly BrokenVoice[];
}

/** Where added voices live. */
export function voicesFolder(config: Pick<Config, 'VOICES_DIR' | 'AETHERCAST_DATA'>): string {
  return path.resolve(config.VOICES_DIR ?? path.join(config.AETHERCAST_DATA, 'voices'));
}

export function createVoiceCatalog(config: Pick<Config, 'VOICES_DIR' | 'AETHERCAST_DATA'>): VoiceCatalog {
  const folder = voicesFolder(config);
  const added = addedVoicesOf(folder);

  function find(name: string): Voice {
    const voices = list();
    const voice = voices.find((candidate) => candidate.name === name);
    if (voice) return voice;
    const broken = added().broken.find((candidate) => candidate.name === name);
    if (broken) throw unusable(broken, folder);
    const known = voices.map((candidate) => candidate.name);
    throw new AethercastError('VFA_UNKNOWN_VOICE', {
      message: `There is no voice named ${JSON.stringify(name)}. Voices: ${known.join(', ')}.`,
      details: { voice: name, voices: known },
    });
  }

  function list(): readonly Voice[] {
    const { voices } = added();
    return voices.length === 0 ? builtInVoices : [...builtInVoices, ...voices];
  }

  return {
    list,
    find,
    findFor(name, language) {
      const voice = find(name);
      if (voice.languages.includes(primaryLanguage(language))) return voice;
      throw new AethercastError('VFA_UNSUPPORTED_LANGUAGE', {
        message: `The voice ${name} speaks ${voice.languages.join(', ')}, not ${language}. Choose a voice of that language.`,
        details: { voice: name, language, languages: voice.languages },
      });
    },
    broken: () => added().broken,
  };
}

/** Voices come and go by a rename within the folder, which moves its time: only then it is read again. */
function addedVoicesOf(folder: string): () => AddedVoices {
  let known: AddedVoices = { voices: [], broken: [] };
  let knownAt: string | undefined;
  return () => {
    const stats = statSync(folder, { throwIfNoEntry: false, bigint: true });
    const at = stats === undefined ? 'missing' : `${stats.ino} ${stats.mtimeNs}`;
    if (at !== knownAt) {
      known = readAddedVoices(folder);
      knownAt = at;
    }
    return known;
  };
}

function unusable({ name, why }: BrokenVoice, folder: string): AethercastError {
  return new AethercastError('VFA_VOICE_MODEL_INVALID', {
    message: `The voice ${name} in ${folder} cannot be used: ${why}. Add it again (aethercast voices add).`,
    details: { voice: name, why },
  });
}
