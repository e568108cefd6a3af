import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { Route } from '../api/route.js';
import { audioQuery } from '../audio-offset.js';
import { podcastBody, podcastChanges } from '../podcast-body.js';
import { idempotencyHeaders, replayedHeaders } from '../schemas/idempotency-schemas.js';
import {
  acceptedSchema,
  appliedSchema,
  auditSchema,
  cancellingSchema,
  estimateSchema,
  podcastDetailSchema,
  podcastListSchema,
  sentSchema,
} from '../schemas/podcast-schemas.js';
import { manifestView, podcastScriptView } from '../schemas/script-schema.js';
import { cancelPodcast, pausePodcast, resumePodcast, retryPodcast } from './control-podcast.js';
import { createPodcast } from './create-podcast.js';
import { estimatePodcast } from './estimate-podcast.js';
import { getAudio, getCover, getManifest, getScript, getTranscript } from './podcast-files.js';
import { changePodcast, getAudit, getPodcast, getPodcasts, removePodcast } from './read-podcasts.js';

const tag = 'Podcasts';
const pathParameters = z.object({ id: z.uuid().describe('The episode, which is also its workflow.') });
const notThere: readonly ErrorCode[] = ['API_GW_PODCAST_NOT_FOUND', 'API_GW_PODCAST_DELETED'];
/** What a request for an episode is refused for. */
const orderErrors: readonly ErrorCode[] = [
  'API_GW_PAYLOAD_REQUIRED',
  'API_GW_VALIDATION_ERROR',
  'API_GW_PODCAST_TOPIC_INVALID',
  'API_GW_PODCAST_SOURCE_REQUIRED',
  'API_GW_PODCAST_INVALID_VOICE_PARAMS_TYPE',
  'API_GW_PODCAST_INVALID_CLIENT_ID',
  'API_GW_PODCAST_INVALID_TEST_SCENARIOS_TYPE',
  'TEST_SCENARIO_REFUSED',
  'API_GW_UPLOAD_NOT_FOUND',
  'TDA_TOPIC_NOT_FOUND',
  'API_GW_UNSUPPORTED_LANGUAGE',
  'WCHA_URL_INVALID',
  'WCHA_URL_BLOCKED',
  'VFA_UNKNOWN_VOICE',
  'VFA_INVALID_VOICE_PARAMS',
  'VFA_UNSUPPORTED_LANGUAGE',
  'VFA_ENGINE_UNAVAILABLE',
  'ASSET_UNAVAILABLE',
];
const taken: Route['answers'] = {
  200: { description: 'The run has taken it.', json: appliedSchema },
  202: { description: 'Sent; the engine is slow to say that it is taken.', json: sentSchema },
};
const control: readonly ErrorCode[] = [...notThere, 'API_GW_PODCAST_STATE_CONFLICT', 'ENGINE_UNAVAILABLE'];

export const podcastRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/api/v1/podcasts',
    operationId: 'listPodcasts',
    tag,
    summary: 'The episodes of the caller, newest first.',
    query: z.object({
      page: z.string().optional().describe('From 1; anything else is 1.'),
      per_page: z.string().optional().describe('1 to 100; anything else is 10.'),
    }),
    answers: { 200: { description: 'One page of episodes.', json: podcastListSchema } },
    errors: [],
    handle: getPodcasts,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts',
    operationId: 'createPodcast',
    tag,
    summary: 'Has an episode made.',
    description:
      'The same idempotency key again finds its episode: 202 while it is made, 200 with the result once it is over, a new attempt if it failed.',
    headers: idempotencyHeaders,
    body: { json: podcastBody },
    answers: {
      202: {
        description: 'Being made.',
        json: acceptedSchema,
        headers: { ...replayedHeaders, Location: 'Where to look.' },
      },
      200: {
        description: 'The key stands for an episode that is over.',
        json: podcastDetailSchema,
        headers: replayedHeaders,
      },
    },
    errors: [
      ...orderErrors,
      'API_GW_IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      'API_GW_PODCAST_DELETED',
    ],
    handle: createPodcast,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts/estimate',
    operationId: 'estimatePodcast',
    tag,
    summary: 'What a request for an episode would come to; starts nothing.',
    body: { json: podcastBody },
    answers: { 200: { description: 'The estimate.', json: estimateSchema } },
    errors: orderErrors,
    handle: estimatePodcast,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}',
    operationId: 'getPodcast',
    tag,
    summary: 'One episode: state, progress, log, and where its parts are.',
    pathParameters,
    answers: { 200: { description: 'The episode.', json: podcastDetailSchema } },
    errors: notThere,
    handle: getPodcast,
  },
  {
    method: 'patch',
    path: '/api/v1/podcasts/{id}',
    operationId: 'changePodcast',
    tag,
    summary: 'Makes an episode public, or private again.',
    pathParameters,
    body: { json: podcastChanges },
    answers: { 200: { description: 'The episode.', json: podcastDetailSchema } },
    errors: [...notThere, 'API_GW_PAYLOAD_REQUIRED', 'API_GW_VALIDATION_ERROR'],
    handle: changePodcast,
  },
  {
    method: 'delete',
    path: '/api/v1/podcasts/{id}',
    operationId: 'deletePodcast',
    tag,
    summary: 'Deletes the content of an episode; its audit record and its key stay.',
    pathParameters,
    answers: { 204: { description: 'Deleted.' } },
    errors: [...notThere, 'API_GW_PODCAST_STATE_CONFLICT'],
    handle: removePodcast,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/script',
    operationId: 'getScript',
    tag,
    summary: 'The script, from its first part on.',
    pathParameters,
    answers: { 200: { description: 'The script.', json: podcastScriptView } },
    errors: [...notThere, 'API_GW_SCRIPT_NOT_READY', 'MEDIA_OBJECT_MISSING'],
    handle: getScript,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/transcript.vtt',
    operationId: 'getTranscript',
    tag,
    summary: 'The transcript as WebVTT, with times.',
    pathParameters,
    answers: { 200: { description: 'The transcript.', media: ['text/vtt'] } },
    errors: [...notThere, 'API_GW_TRANSCRIPT_NOT_READY', 'MEDIA_OBJECT_MISSING'],
    handle: getTranscript,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/manifest.json',
    operationId: 'getManifest',
    tag,
    summary: 'Every fact of the finished file.',
    pathParameters,
    answers: { 200: { description: 'The manifest.', json: manifestView } },
    errors: [...notThere, 'API_GW_AUDIO_NOT_FOUND_DB', 'MEDIA_OBJECT_MISSING'],
    handle: getManifest,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/audio.mp3',
    operationId: 'getAudio',
    tag,
    summary: 'The finished file, with ETag and byte ranges; until then the audio as it grows.',
    description:
      'Of an episode that is being made: all audio so far and what comes, until it is finished. The connection is cut when the run fails or is cancelled, so that no part passes for the whole. A `Range` of a growing episode is not honoured.',
    pathParameters,
    query: audioQuery,
    answers: {
      200: {
        description: 'The file, or the growing audio, which has no `Content-Length`.',
        media: ['audio/mpeg'],
      },
      206: { description: 'The bytes asked for.', media: ['audio/mpeg'] },
      304: { description: 'Still the file that the client has.' },
    },
    errors: [
      ...notThere,
      'API_GW_VALIDATION_ERROR',
      'API_GW_AUDIO_NOT_FOUND_DB',
      'API_GW_RANGE_NOT_SATISFIABLE',
      'MEDIA_OBJECT_MISSING',
    ],
    handle: getAudio,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/cover',
    operationId: 'getCover',
    tag,
    summary: 'The cover, as soon as it is drawn.',
    pathParameters,
    answers: {
      200: { description: 'The cover.', media: ['image/png'] },
      206: { description: 'The bytes asked for.', media: ['image/png'] },
      304: { description: 'Still the cover that the client has.' },
    },
    errors: [...notThere, 'API_GW_COVER_NOT_READY', 'API_GW_RANGE_NOT_SATISFIABLE', 'MEDIA_OBJECT_MISSING'],
    handle: getCover,
  },
  {
    method: 'get',
    path: '/api/v1/podcasts/{id}/audit',
    operationId: 'getAudit',
    tag,
    summary: 'The hash-chained record, the steps and the cost ledger of one episode.',
    pathParameters,
    answers: { 200: { description: 'The record.', json: auditSchema } },
    errors: notThere,
    handle: getAudit,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts/{id}/cancel',
    operationId: 'cancelPodcast',
    tag,
    summary: 'Stops the run; what was made stays for a later retry.',
    pathParameters,
    answers: { 202: { description: 'Being stopped.', json: cancellingSchema } },
    errors: control,
    handle: cancelPodcast,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts/{id}/pause',
    operationId: 'pausePodcast',
    tag,
    summary: 'Lets work in flight finish and starts nothing new.',
    pathParameters,
    answers: taken,
    errors: control,
    handle: pausePodcast,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts/{id}/resume',
    operationId: 'resumePodcast',
    tag,
    summary: 'Lets a paused run go on.',
    pathParameters,
    answers: taken,
    errors: control,
    handle: resumePodcast,
  },
  {
    method: 'post',
    path: '/api/v1/podcasts/{id}/retry',
    operationId: 'retryPodcast',
    tag,
    summary: 'A new attempt of a failed or cancelled run, which redoes only what had not succeeded.',
    pathParameters,
    answers: { 202: { description: 'Being made.', json: acceptedSchema, headers: replayedHeaders } },
    errors: [...notThere, 'API_GW_PODCAST_STATE_CONFLICT'],
    handle: retryPodcast,
  },
];
