// What the operations on one episode have in common.
import { z } from 'zod';
import type { ErrorCode } from '../../platform/error-codes/index.js';

export const tag = 'Podcasts';

/** One episode, by its path. */
export const podcastParams = {
  params: z.object({ id: z.uuid().describe('The episode, which is also its workflow.') }),
  notFound: 'API_GW_PODCAST_NOT_FOUND',
} as const;

export const absent: readonly ErrorCode[] = ['API_GW_PODCAST_NOT_FOUND', 'API_GW_PODCAST_DELETED'];

/** What a request for an episode is refused for. */
export const requestErrors: readonly ErrorCode[] = [
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
