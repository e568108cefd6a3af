import { AethercastError } from '../platform/aethercast-error.js';
import { primaryLanguage } from '../platform/language.js';
import { describeDefaultVoices, noLocalEngine, type DefaultVoices } from './default-voices.js';
import { whyNoLocalEngine } from './local-engine-here.js';
import type { Voice } from './voice.js';
import type { VoiceCatalog } from './voice-catalog.js';

/** Names of speakers that the request leaves unnamed, in order. */
const defaultNames = ['Alex', 'Sam'] as const;

export type CastWish = {
  language: string;
  speakers?: { name: string; voice?: string | undefined }[];
  /** The voice of the first speaker, where the request names one voice only. */
  firstVoice?: string;
};

/** The voices of this installation. */
export type AvailableVoices = {
  catalog: VoiceCatalog;
  /** Asked for only when a request leaves a voice open. */
  defaultVoices(): Promise<DefaultVoices>;
  /** Whether a voice could speak at once: one whose model is missing is not cast by default. */
  isHere(voice: Voice): Promise<boolean>;
};

export type Cast = {
  speakers: { name: string; voice: string }[];
  /** Why other voices than the usual ones were taken. */
  reason?: string;
};

/**
 * Gives every speaker a voice of the language: the one asked for, else the next one nobody has yet. Without speakers:
 * two of them. Throws API_GW_UNSUPPORTED_LANGUAGE, VFA_UNKNOWN_VOICE, VFA_UNSUPPORTED_LANGUAGE, and what
 * `obtainDefaultVoices` throws.
 */
export async function castSpeakers(wish: CastWish, available: AvailableVoices): Promise<Cast> {
  const { catalog } = available;
  const able = catalog.list().filter((voice) => voice.languages.includes(primaryLanguage(wish.language)));
  if (able.length === 0) throw unspoken(wish.language, catalog);
  const asked: { name: string; voice?: string | undefined }[] =
    wish.speakers ?? defaultNames.map((name) => ({ name }));
  const wanted = asked.map(({ voice }, index) => voice ?? (index === 0 ? wish.firstVoice : undefined));
  for (const name of wanted) if (name !== undefined) checkAskedFor(catalog.findFor(name, wish.language));
  if (!wanted.includes(undefined)) return { speakers: named(asked, wanted) };

  const usual = await available.defaultVoices();
  const free = await castable(able, usual, wish.language, available, wanted.length);
  if (free.length === 0) throw unspoken(wish.language, catalog);
  for (const index of wanted.keys()) wanted[index] ??= nextVoice(free, wanted, index);
  const isUsual = free.some(({ engine }) => engine === usual.engine);
  return {
    speakers: named(asked, wanted),
    ...(usual.reason !== undefined && isUsual ? { reason: describeDefaultVoices(usual) } : {}),
  };
}

function checkAskedFor(voice: Voice): void {
  const why = voice.engine === 'local' ? whyNoLocalEngine() : undefined;
  if (why !== undefined) throw noLocalEngine(why);
}

function named(asked: { name: string }[], voices: (string | undefined)[]): Cast['speakers'] {
  return asked.map(({ name }, index) => ({ name, voice: voices[index] ?? '' }));
}

/**
 * Voices to choose from, best first and as many as may be needed: those of the wished accent, then the default ones. One
 * engine alone where it speaks the language: voices of two kinds in one conversation sound like two rooms. No further
 * voice is looked for on disk than is needed.
 */
async function castable(
  able: Voice[],
  usual: DefaultVoices,
  language: string,
  available: AvailableVoices,
  count: number,
): Promise<Voice[]> {
  const ranked = able.toSorted((a, b) => rank(a, usual, language) - rank(b, usual, language));
  const ofEngine = await firstHere(
    ranked.filter((voice) => voice.engine === usual.engine),
    usual,
    available,
    count,
  );
  if (ofEngine.length > 0) return ofEngine;
  return firstHere(
    ranked.filter((voice) => voice.engine !== usual.engine),
    usual,
    available,
    count,
  );
}

async function firstHere(
  voices: Voice[],
  usual: DefaultVoices,
  available: AvailableVoices,
  count: number,
): Promise<Voice[]> {
  const here: Voice[] = [];
  for (const voice of voices) {
    if (here.length === count) break;
    if (usual.voices.includes(voice.name) || (await available.isHere(voice))) here.push(voice);
  }
  return here;
}

function rank(voice: Voice, usual: DefaultVoices, language: string): number {
  const place = usual.voices.indexOf(voice.name);
  const byCast = place < 0 ? usual.voices.length : place;
  return voice.locale.toLowerCase() === language.toLowerCase() ? byCast : byCast + 100;
}

/** A voice no other speaker has; when there are more speakers than voices, they share in turn. */
function nextVoice(free: Voice[], taken: (string | undefined)[], index: number): string {
  const voice = free.find(({ name }) => !taken.includes(name)) ?? free[index % free.length];
  if (voice === undefined) throw new Error('no voice to choose from');
  return voice.name;
}

function unspoken(language: string, catalog: VoiceCatalog): AethercastError {
  const spoken = [...new Set(catalog.list().flatMap((voice) => voice.languages))];
  return new AethercastError('API_GW_UNSUPPORTED_LANGUAGE', {
    message: `No installed voice speaks "${language}". Installed voices speak: ${spoken.join(', ')}. "aethercast voices add" adds one.`,
    details: { language, spoken },
  });
}
