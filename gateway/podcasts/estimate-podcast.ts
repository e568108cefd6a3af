import { minEpisodeWords } from '../../platform/count-words.js';
import { estimateEpisode, estimateMaxEpisode } from '../../voices/estimate-episode.js';
import type { PodcastRequest } from '../../workflows/contract/podcast-request.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { estimateCost } from './estimate-cost.js';
import { route } from '../http/route.js';
import { bodyCodes, podcastBody } from './podcast-body.js';
import { toPodcastRequest } from './podcast-request.js';
import { requestErrors, tag } from './podcast-route.js';
import { estimateSchema } from './podcast-schemas.js';

/** Refuses what `POST /api/v1/podcasts` refuses; starts nothing and pays for nothing. */
export const estimatePodcast = route({
  method: 'post',
  path: '/api/v1/podcasts/estimate',
  operationId: 'estimatePodcast',
  tag,
  summary: 'Estimates the length and the price of an episode; starts nothing.',
  auth: 'owner',
  body: { json: podcastBody, codes: bodyCodes },
  answers: { 200: { description: 'The estimate.', json: estimateSchema } },
  errors: requestErrors,
  handle: async ({ deps, owner, body, response }) => {
    response.json(estimateOf(deps, await toPodcastRequest(deps, owner, body)));
  },
});

function estimateOf({ casting }: GatewayDeps, request: PodcastRequest) {
  const prosody = {
    speakers: request.speakers.map(({ voice, speaking_rate: rate = request.speaking_rate }) => ({
      voice: casting.catalog.find(voice),
      rate,
    })),
    language: request.language,
  };
  const text = wholeText(request);
  const longest = text === undefined ? undefined : estimateMaxEpisode(text, prosody);
  const wished = estimateEpisode(request.minutes, prosody, text);
  const isShort = longest !== undefined && longest.minutes < request.minutes;
  return {
    ...(isShort ? { ...longest, available_minutes: longest.minutes } : wished),
    speakers: request.speakers,
    language: request.language,
    cost: estimateCost({
      words: (isShort ? longest : wished).words,
      // What is yet to be found is taken to be as long as what is made of it.
      sourceWords: longest?.words ?? wished.words,
      engines: prosody.speakers.map(({ voice }) => voice.engine),
    }),
    warnings: warningsOf(request, longest?.words, isShort ? longest.minutes : undefined),
  };
}

/** Everything that the episode can be made of; undefined when part of it is yet to be found, fetched or read. */
function wholeText({ sources }: PodcastRequest): string | undefined {
  if (sources.length === 0) return undefined;
  const texts = sources.flatMap((source) => (source.kind === 'text' ? [source.text] : []));
  return texts.length === sources.length ? texts.join('\n\n') : undefined;
}

/** @param words of the sources, @param available minutes they are enough for, where that is too few. */
function warningsOf(request: PodcastRequest, words: number | undefined, available: number | undefined) {
  const warnings: { code: string; message: string }[] = [];
  if (request.cast_note !== undefined)
    warnings.push({ code: 'VFA_OTHER_VOICES', message: request.cast_note });
  if (words !== undefined && words < minEpisodeWords) {
    const message = `The sources contain fewer than ${minEpisodeWords} words, too few for an episode.`;
    warnings.push({ code: 'WCHA_CONTENT_TOO_SHORT', message });
  } else if (available !== undefined) {
    const message = `The sources hold enough for about ${available.toFixed(1)} minutes at most, not for ${request.minutes}.`;
    warnings.push({ code: 'PSWA_SHORTER_THAN_ASKED', message });
  }
  return warnings;
}
