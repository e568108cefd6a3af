import { z } from 'zod';
import { findRecordedDiscovery } from '../../db/discovery-runs.js';
import { findRun } from '../../db/run-list.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { codeEntry, isErrorCode } from '../../platform/error-codes/index.js';
import { categories } from '../../platform/categories.js';
import { triggerTypes } from '../../workflows/contract/runs.js';
import { landingCodes, landingErrors, landingPageFor, landingQuery } from '../discovery/landing-query.js';
import { viewSnippets } from '../discovery/snippet-view.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { route } from '../http/route.js';
import type { RouteDeps } from '../route-deps.js';
import { findAudiblePodcast } from '../podcasts/find-own-podcast.js';
import { podcastDetail } from '../podcasts/podcast-view.js';
import { buildView, invalidView, viewIds } from '../ui-definition/build-view.js';
import { landingView } from '../ui-definition/landing-view.js';
import { areSamples } from '../ui-definition/snippet-list.js';
import { sourcesNotice } from '../ui-definition/sources-notice.js';
import { uiDefinition, type UiDefinition } from '../ui-definition/ui-schema.js';
import { tag } from './view-tag.js';

const id = z.uuid().optional().catch(undefined);

const query = z.object({
  ...landingQuery,
  search_id: id.describe('For searchResultsView: `workflow_id` of a search.'),
  podcast_id: id.describe('For podcastPlayerView.'),
  error_code: z.string().optional().catch(undefined).describe('For errorView.'),
});

export const getView = route({
  method: 'get',
  path: '/api/v1/ui/view/{viewId}',
  operationId: 'getView',
  tag,
  summary: 'Builds a view from stored data.',
  description: 'landingPage takes the same query as `/api/v1/snippets`.',
  auth: 'owner',
  key: 'optional',
  params: z.object({ viewId: z.enum(viewIds) }),
  notFound: ({ viewId }) => invalidView(String(viewId)),
  query,
  queryCodes: landingCodes,
  answers: { 200: { description: 'The view.', json: uiDefinition } },
  errors: [
    'DUIA_INVALID_VIEW_ID',
    'DUIA_GENERATION_ERROR',
    'API_GW_RUN_NOT_FOUND',
    'API_GW_PODCAST_NOT_FOUND',
    'API_GW_PODCAST_DELETED',
    ...landingErrors,
  ],
  handle: async (input) => {
    const { deps, owner, params, request, response } = input;
    response.json(await viewOf());

    async function viewOf(): Promise<UiDefinition> {
      const { search_id, podcast_id, error_code } = input.query;
      const { viewId: view_identifier } = params;
      switch (view_identifier) {
        case 'landingPage': {
          return landingViewFor(deps, input);
        }
        case 'searchResultsView':
          return buildView({ view_identifier, content_payload: await searchOf(deps, owner, search_id) });
        case 'podcastPlayerView': {
          if (podcast_id === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
          const episode = await findAudiblePodcast(deps, owner, podcast_id);
          return buildView({
            view_identifier,
            content_payload: await podcastDetail(deps, request.get('Host'), episode),
          });
        }
        case 'errorView':
          return buildView({ view_identifier, content_payload: errorOf(error_code) });
      }
    }
  },
});

/**
 * The landing page. Where its topics are still being looked for, as on a server that has just begun, the page comes
 * without them and says so, for whoever shows it to ask again.
 */
async function landingViewFor(
  deps: RouteDeps,
  input: Parameters<typeof landingPageFor>[2] & { query: Parameters<typeof landingPageFor>[1] },
): Promise<UiDefinition> {
  try {
    const page = await landingPageFor(deps, input.query, input);
    return (JSON.parse(page.toString('utf8')) as { ui_definition: UiDefinition }).ui_definition;
  } catch (error) {
    if (!(error instanceof AethercastError) || !lateCodes.includes(error.code)) throw error;
    return landingView({
      snippets: [],
      categories: [...categories],
      chosen: (input.query.categories ?? '').split(',').filter((name) => name !== ''),
      pending: true,
    });
  }
}

/** The same request soon finds the page. */
const lateCodes: readonly string[] = [
  'API_GW_CPOA_SNIPPET_SERVICE_UNAVAILABLE',
  'API_GW_CPOA_SNIPPET_ERROR_DISCOVERY_LATE',
];

/** What a search of the caller found, as it was recorded. */
async function searchOf(
  deps: GatewayDeps,
  owner: string,
  searchId: string | undefined,
): Promise<Record<string, unknown>> {
  const run = searchId === undefined ? undefined : await findRun(deps.db, owner, searchId);
  const recorded = run === undefined ? undefined : await findRecordedDiscovery(deps.db, run.runId);
  if (run?.triggerType !== triggerTypes.search || recorded?.result === undefined) {
    throw new AethercastError('API_GW_RUN_NOT_FOUND', {
      message: 'There is no finished search with this id.',
    });
  }
  const { snippets, faults } = recorded.result;
  return {
    query: run.title ?? '',
    search_results: await viewSnippets(deps.media, snippets),
    notice: sourcesNotice(faults, { areSamples: areSamples(snippets) }),
  };
}

/** One of our codes says what it means; any other is an internal error. */
function errorOf(code: string | undefined): Record<string, unknown> {
  const known = code !== undefined && isErrorCode(code) ? code : 'API_GW_INTERNAL_SERVER_ERROR';
  const { message, retryable } = codeEntry(known);
  return { error_code: known, message, retryable };
}
