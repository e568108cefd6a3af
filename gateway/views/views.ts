import type { Request, Response } from 'express';
import { z } from 'zod';
import { findRecordedRun } from '../../db/discovery-runs.js';
import { findRun } from '../../db/run-list.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { codeEntry, isErrorCode } from '../../platform/error-codes/index.js';
import { buildView, invalidView, isViewId, viewRequest } from './ui-definition/build-view.js';
import { uiJsonSchema, type UiDefinition } from './ui-definition/ui-schema.js';
import { sourcesNotice } from './ui-definition/sources-notice.js';
import type { DiscoveryResult } from '../../workflows/contract/discovery.js';
import { triggerTypes } from '../../workflows/contract/runs.js';
import type { RouteContext } from '../http/route.js';
import { checkAgentBody } from '../agents/check-agent-body.js';
import { findAudiblePodcast } from '../podcasts/find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { podcastDetail } from '../podcasts/podcast-view.js';
import { viewSnippets } from '../discovery/snippet-view.js';
import { landingPageFor } from '../discovery/snippets.js';

/** `GET /api/v1/ui/schema.json`. */
export function getUiSchema() {
  const schema = JSON.stringify(uiJsonSchema());
  return (_request: Request, response: Response): void => {
    response.type('application/json').send(schema);
  };
}

/** `GET /api/v1/ui/view/{viewId}`: the view of what the query names. */
export function getView(context: RouteContext) {
  return async (request: Request, response: Response): Promise<void> => {
    response.json(await viewOf(context, request, response));
  };
}

/** `POST /ui/generate_view`: the view of the content that was sent. */
export function generateView(request: Request, response: Response): void {
  response.json(buildView(checkAgentBody(viewRequest, request.body, { payload: 'DUIA_INVALID_PAYLOAD' })));
}

async function viewOf(context: RouteContext, request: Request, response: Response): Promise<UiDefinition> {
  const viewId = String(request.params['viewId']);
  if (!isViewId(viewId)) throw invalidView(viewId);
  switch (viewId) {
    case 'landingPage': {
      const page = await landingPageFor(context, request, response);
      return (JSON.parse(page.toString('utf8')) as { ui_definition: UiDefinition }).ui_definition;
    }
    case 'searchResultsView':
      return buildView({ view_identifier: viewId, content_payload: await searchOf(context, request) });
    case 'podcastPlayerView': {
      const episode = await findAudiblePodcast(context, request, request.query['podcast_id']);
      return buildView({
        view_identifier: viewId,
        content_payload: await podcastDetail(context, request, episode),
      });
    }
    case 'errorView':
      return buildView({ view_identifier: viewId, content_payload: errorOf(request.query['error_code']) });
  }
}

/** What a search of the caller's found, as it was recorded. */
async function searchOf(deps: GatewayDeps, request: Request): Promise<Record<string, unknown>> {
  const { success, data: id } = z.uuid().safeParse(request.query['search_id']);
  const run = success ? await findRun(deps.db, await deps.resolveOwner(request), id) : undefined;
  const recorded = run === undefined ? undefined : await findRecordedRun(deps.db, run.runId);
  if (run?.triggerType !== triggerTypes.search || recorded?.result === undefined) {
    throw new AethercastError('API_GW_RUN_NOT_FOUND', {
      message: 'There is no search of this id that is done.',
    });
  }
  const { snippets, faults } = recorded.result as DiscoveryResult;
  return {
    query: run.title ?? '',
    search_results: await viewSnippets(deps.media, snippets),
    notice: sourcesNotice(faults),
  };
}

/** A code of ours says what it means; any other is an error of our own. */
function errorOf(code: unknown): Record<string, unknown> {
  const known = typeof code === 'string' && isErrorCode(code) ? code : 'API_GW_INTERNAL_SERVER_ERROR';
  const { message, retryable } = codeEntry(known);
  return { error_code: known, message, retryable };
}
