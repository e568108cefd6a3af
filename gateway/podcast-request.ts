import type { Database } from '../db/connect.js';
import { findUpload } from '../db/uploads.js';
import { AethercastError } from '../platform/aethercast-error.js';
import type { Config } from '../platform/config/load-config.js';
import { detectLanguage, primaryLanguage } from '../platform/language.js';
import { checkPublicUrl, testAllowedHosts } from '../platform/public-url.js';
import { castSpeakers } from '../platform/voices/cast-speakers.js';
import {
  checkLimits,
  checkManner,
  pitchFactor,
  rateLimits,
  semitoneLimits,
} from '../platform/voices/voice-limits.js';
import type {
  PodcastRequest,
  RequestedSource,
  RequestedSpeaker,
} from '../workflows/contract/podcast-request.js';
import type { GatewayDeps } from './gateway-deps.js';
import type { PodcastBody } from './podcast-body.js';

/**
 * Completes a checked body with the defaults and looks at everything the request itself shows: addresses that are
 * not public, uploads that are not there, languages and voices that nobody speaks, speeds and pitches that no voice
 * has. Coded 400s; nothing is stored.
 */
export async function toPodcastRequest(
  deps: Pick<GatewayDeps, 'db' | 'config' | 'casting'>,
  ownerId: string,
  body: PodcastBody,
): Promise<PodcastRequest> {
  const { config, db } = deps;
  const language = body.language ?? body.voice_params?.language_code ?? config.DEFAULT_LANGUAGE;
  const sources = await Promise.all(
    (body.sources ?? []).map((source, index) => toSource(db, config, ownerId, source, index)),
  );
  refuseForeignTexts(sources, language);
  checkLimitsOf(body);
  const { speakers, reason } = await castSpeakers(
    {
      language,
      ...(body.speakers === undefined ? {} : { speakers: body.speakers }),
      ...(body.voice_params?.voice_name === undefined ? {} : { firstVoice: body.voice_params.voice_name }),
    },
    deps.casting,
  );
  const manner = {
    speaking_rate: body.voice_params?.speaking_rate ?? 1,
    pitch: body.voice_params?.pitch ?? 0,
  };
  const cast = withOwnRates(speakers, body);
  for (const { voice, speaking_rate: rate = manner.speaking_rate } of cast)
    checkManner(deps.casting.catalog.find(voice), { rate, pitch: pitchFactor(manner.pitch) });
  return {
    ...(body.topic === undefined ? {} : { topic: body.topic }),
    ...(body.topic_id === undefined ? {} : { topic_id: body.topic_id }),
    sources,
    minutes: body.minutes,
    language,
    speakers: cast,
    ...(reason === undefined ? {} : { cast_note: reason }),
    ...manner,
    persona: body.persona ?? config.PSWA_DEFAULT_PERSONA,
    ...(body.narrative_guidance === undefined ? {} : { narrative_guidance: body.narrative_guidance }),
    ...(body.client_id === undefined ? {} : { client_id: body.client_id }),
    ...(body.user_preferences === undefined ? {} : { user_preferences: body.user_preferences }),
  };
}

async function toSource(
  db: Database,
  config: Config,
  ownerId: string,
  source: NonNullable<PodcastBody['sources']>[number],
  index: number,
): Promise<RequestedSource> {
  if (source.url !== undefined) {
    checkPublicUrl(source.url, testAllowedHosts(config));
    return { kind: 'url', url: source.url };
  }
  if (source.text !== undefined) {
    return {
      kind: 'text',
      text: source.text,
      ...(source.title === undefined ? {} : { title: source.title }),
    };
  }
  const upload = await findUpload(db, ownerId, source.upload_id ?? '');
  if (upload === undefined) {
    throw new AethercastError('API_GW_UPLOAD_NOT_FOUND', {
      message: `There is no upload ${source.upload_id ?? ''}. Upload the file first (POST /api/v1/uploads).`,
      details: { loc: ['sources', String(index), 'upload_id'] },
    });
  }
  return {
    kind: 'upload',
    upload_id: upload.uploadId,
    media_uri: upload.mediaUri,
    ...(upload.filename === undefined ? {} : { filename: upload.filename }),
  };
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
      return first.title ?? shortened(first.text.split('\n', 1)[0] ?? first.text);
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
