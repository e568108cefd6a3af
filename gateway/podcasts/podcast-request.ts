import type { Database } from '../../db/connect.js';
import { findTopic } from '../../db/topics.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { detectLanguage, primaryLanguage } from '../../platform/language.js';
import { plainLine } from '../../platform/plain-text.js';
import { castSpeakers } from '../../voices/cast-speakers.js';
import { whyNoLocalEngine } from '../../voices/local-engine-here.js';
import type { VoiceCatalog } from '../../voices/voice-catalog.js';
import {
  checkLimits,
  checkProsody,
  pitchFactor,
  rateLimits,
  semitoneLimits,
} from '../../voices/voice-limits.js';
import type {
  PodcastRequest,
  RequestedSource,
  RequestedSpeaker,
} from '../../workflows/contract/podcast-request.js';
import type { GatewayDeps } from '../gateway-deps.js';
import type { PodcastBody } from './podcast-body.js';
import { toRequestedSource } from './requested-source.js';
import { requireTestMode } from '../http/test-scenarios.js';
import { preferencesOf, preferredVoice, type VoicePreferences } from '../sessions/preferences.js';

/**
 * Completes a checked body with the defaults and looks at everything the request itself shows: addresses that are
 * not public, uploads that are not there, languages and voices that nobody speaks, speeds and pitches that no voice
 * has. Coded 400s; nothing is stored.
 */
export async function toPodcastRequest(
  deps: Pick<GatewayDeps, 'db' | 'config' | 'casting' | 'log'>,
  ownerId: string,
  body: PodcastBody,
): Promise<PodcastRequest> {
  const { config, db } = deps;
  if (body.test_scenarios !== undefined) requireTestMode(config);
  const topic = await topicOf(db, body);
  const preferences = {
    ...(await preferencesOf(deps, ownerId, body.client_id)),
    ...body.user_preferences,
  };
  const sources = await Promise.all(
    (body.sources ?? []).map((source, index) =>
      toRequestedSource(deps, ownerId, source, ['sources', String(index)]),
    ),
  );
  const wish = wishedVoice(body, preferredVoice(preferences), deps);
  const { language, firstVoice } = wish;
  refuseForeignTexts(sources, language);
  checkLimitsOf(body);
  const { speakers, reason } = await castSpeakers(
    defined({ language, speakers: body.speakers, firstVoice }),
    deps.casting,
  );
  const cast = withOwnRates(speakers, body);
  const { prosody, note: prosodyNote } = prosodyFor(cast, wish, deps.casting.catalog);
  const castNote = [wish.note, prosodyNote, reason].filter((note) => note !== undefined).join(' ');
  return {
    ...defined({ topic, topic_id: body.topic_id }),
    sources,
    minutes: body.minutes,
    language,
    speakers: cast,
    ...(castNote === '' ? {} : { cast_note: castNote }),
    ...prosody,
    persona: body.persona ?? config.PSWA_DEFAULT_PERSONA,
    ...defined({ narrative_guidance: body.narrative_guidance, client_id: body.client_id }),
    ...(Object.keys(preferences).length === 0 ? {} : { user_preferences: preferences }),
    ...(body.public ? { public: true } : {}),
    ...defined({ test_scenarios: body.test_scenarios && defined(body.test_scenarios) }),
  };
}

/** What the episode is about, in words: as asked for, or as the topic is called. Sources of one's own need none. */
async function topicOf(db: Database, body: PodcastBody): Promise<string | undefined> {
  if (body.topic_id === undefined) return body.topic;
  const topic = await findTopic(db, body.topic_id);
  // A feed's title has not been through our door.
  if (topic !== undefined) return body.topic ?? plainLine(topic.title_suggestion);
  throw new AethercastError('TDA_TOPIC_NOT_FOUND', {
    message: `There is no topic ${body.topic_id}.`,
    details: { loc: ['topic_id'] },
  });
}

/** Who is to speak, and how. `note` says which preference could not be followed. */
type WishedVoice = {
  language: string;
  firstVoice?: string;
  speakingRate: number;
  pitch: number;
  /** Whether speed or pitch is the person's habit, not what the request says. */
  isHabit: boolean;
  note?: string;
};

/**
 * The request over the preferences over the defaults. A preferred voice or language that nobody here speaks is passed
 * over, and the episode says so: what was preferred once must not fail every request after it.
 */
function wishedVoice(
  body: PodcastBody,
  preferred: VoicePreferences,
  { config, casting }: Pick<GatewayDeps, 'config' | 'casting'>,
): WishedVoice {
  const asked = body.voice_params ?? {};
  const { catalog } = casting;
  const prosody = {
    speakingRate: asked.speaking_rate ?? preferred.speakingRate ?? 1,
    pitch: asked.pitch ?? preferred.pitch ?? 0,
    isHabit:
      (asked.speaking_rate === undefined && preferred.speakingRate !== undefined) ||
      (asked.pitch === undefined && preferred.pitch !== undefined),
  };
  const language = body.language ?? asked.language_code;
  if (language === undefined && preferred.language !== undefined && !isSpoken(preferred.language, catalog)) {
    const note = `No installed voice speaks your preferred language, ${preferred.language}.`;
    return { ...prosody, language: config.DEFAULT_LANGUAGE, note };
  }
  const wish = { ...prosody, language: language ?? preferred.language ?? config.DEFAULT_LANGUAGE };
  if (asked.voice_name !== undefined) return { ...wish, firstVoice: asked.voice_name };
  const { voiceName } = preferred;
  if (voiceName === undefined || body.speakers?.[0]?.voice !== undefined) return wish;
  const why = whyNotCast(voiceName, wish.language, catalog);
  return why === undefined
    ? { ...wish, firstVoice: voiceName }
    : { ...wish, note: `Your preferred voice was not used. ${why}` };
}

/**
 * Speed and pitch, checked for every voice; a habit that some voice cannot follow is passed over like other
 * preferences. Throws what `checkProsody` throws where the request itself asks for it.
 */
function prosodyFor(
  cast: RequestedSpeaker[],
  wish: WishedVoice,
  catalog: VoiceCatalog,
): { prosody: { speaking_rate: number; pitch: number }; note?: string } {
  const prosody = { speaking_rate: wish.speakingRate, pitch: wish.pitch };
  try {
    for (const { voice, speaking_rate: rate = prosody.speaking_rate } of cast)
      checkProsody(catalog.find(voice), { rate, pitch: pitchFactor(prosody.pitch) });
    return { prosody };
  } catch (error) {
    if (!wish.isHabit || !(error instanceof AethercastError)) throw error;
    return {
      ...prosodyFor(cast, { ...wish, speakingRate: 1, pitch: 0, isHabit: false }, catalog),
      note: `Your preferred speed and pitch were not used. ${error.message}`,
    };
  }
}

function isSpoken(language: string, catalog: VoiceCatalog): boolean {
  return catalog.list().some((voice) => voice.languages.includes(primaryLanguage(language)));
}

/** Why a voice cannot be given to anybody here; undefined when it can. */
function whyNotCast(name: string, language: string, catalog: VoiceCatalog): string | undefined {
  try {
    return catalog.findFor(name, language).engine === 'local' ? whyNoLocalEngine() : undefined;
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    return error.message;
  }
}

/** A text in another language than the episode's would be read out by a voice that does not know its words. */
function refuseForeignTexts(sources: RequestedSource[], language: string): void {
  for (const [index, source] of sources.entries()) {
    if (source.kind !== 'text') continue;
    const found = detectLanguage(source.text);
    if (found !== undefined && found !== primaryLanguage(language)) {
      throw new AethercastError('API_GW_UNSUPPORTED_LANGUAGE', {
        message: `Source ${index + 1} is written in "${found}", but the episode's language is "${language}", and an episode is spoken in its sources' language.`,
        details: { loc: ['sources', String(index), 'text'], found, language },
      });
    }
  }
}

/** The documented ranges are wider than what the voices can do, and nobody is slowed down or cut off unasked. */
function checkLimitsOf({ voice_params: { speaking_rate, pitch } = {}, speakers = [] }: PodcastBody): void {
  const rates = [
    { loc: ['voice_params', 'speaking_rate'], rate: speaking_rate },
    ...speakers.map((speaker, index) => ({
      loc: ['speakers', String(index), 'speaking_rate'],
      rate: speaker.speaking_rate,
    })),
  ];
  for (const { loc, rate = 1 } of rates) checkLimits(loc.join('.'), rate, rateLimits, { loc });
  const loc = ['voice_params', 'pitch'];
  checkLimits(loc.join('.'), pitch ?? 0, semitoneLimits, { loc });
}

/** The cast has the order of the speakers that were asked for. */
function withOwnRates(
  cast: { name: string; voice: string }[],
  { speakers }: PodcastBody,
): RequestedSpeaker[] {
  return cast.map((speaker, index) => {
    const rate = speakers?.[index]?.speaking_rate;
    return rate === undefined ? speaker : { ...speaker, speaking_rate: rate };
  });
}

/** What to call an episode in lists before it has a title: its topic, else its first source's title or name. */
export function labelOf({ topic, sources }: PodcastRequest): string {
  if (topic !== undefined) return topic;
  const [first] = sources;
  switch (first?.kind) {
    case 'text':
      return first.title ?? shortened(plainLine(first.text.split('\n', 1)[0] ?? first.text));
    case 'url':
      return shortened(first.url);
    case 'upload':
      return shortened(first.filename ?? 'Uploaded document');
    case undefined:
      return 'Untitled';
  }
}

function shortened(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117).trimEnd()}...`;
}
