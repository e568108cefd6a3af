import type { Request, Response } from 'express';
import { z } from 'zod';
import { readAudit } from '../../db/audit.js';
import { deletePodcast } from '../../db/delete-podcast.js';
import { listPodcasts, setPublic, type PodcastFilter } from '../../db/podcasts.js';
import { readProviderCalls } from '../../db/provider-calls.js';
import { listTasks } from '../../db/tasks.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { text, validationError } from '../http/check-body.js';
import { findOwnPodcast } from './find-own-podcast.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { parsePodcastChanges } from './podcast-body.js';
import { pageOf } from '../http/page-of.js';
import { podcastDetail, podcastListItem } from './podcast-view.js';
import { statusList } from '../http/status-list.js';

const filters = z.object({ q: text(300).optional(), status: statusList.optional() });

/** `GET /api/v1/podcasts?q=&status=&page=&per_page=`: newest first; pages out of range fall back to the defaults. */
export function getPodcasts(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { page, perPage, ...window } = pageOf(request);
    const filter = filterOf(request.query);
    const { podcasts, total } = await listPodcasts(deps.db, await deps.resolveOwner(request), filter, window);
    response.json({
      podcasts: await Promise.all(podcasts.map((record) => podcastListItem(deps.media, record))),
      page,
      per_page: perPage,
      total_podcasts: total,
      total_pages: Math.ceil(total / perPage),
    });
  };
}

function filterOf(query: Request['query']): PodcastFilter {
  const parsed = filters.safeParse(query);
  if (!parsed.success) throw validationError(parsed.error);
  const { q: words, status: statuses } = parsed.data;
  return { ...(words === undefined ? {} : { words }), ...(statuses === undefined ? {} : { statuses }) };
}

export function getPodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    response.json(await podcastDetail(deps, request, await findOwnPodcast(deps, request)));
  };
}

/** `PATCH` {public}: who may hear it. Told subscribers are not told again. */
export function changePodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const changes = parsePodcastChanges(request.body);
    const { podcastId } = await findOwnPodcast(deps, request);
    await setPublic(deps.db, podcastId, changes.public);
    response.json(await podcastDetail(deps, request, await findOwnPodcast(deps, request)));
  };
}

/** `DELETE`: the content goes, the audit record and the used key stay. */
export function removePodcast(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const record = await findOwnPodcast(deps, request);
    const unreferenced = await deletePodcast(deps.db, record.podcastId);
    if (unreferenced === undefined) {
      throw new AethercastError('API_GW_PODCAST_STATE_CONFLICT', {
        message: `The episode is ${record.status}. Cancel it first (POST /api/v1/podcasts/${record.podcastId}/cancel), then delete it.`,
        details: { workflow_id: record.podcastId, status: record.status },
      });
    }
    await Promise.all(unreferenced.map((uri) => deps.media.delete(uri)));
    response.status(204).end();
  };
}

/** `GET .../audit`: the hash chain, the steps and the cost ledger of one episode. */
export function getAudit(deps: GatewayDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const { podcastId } = await findOwnPodcast(deps, request);
    const audit = await readAudit(deps.db, podcastId);
    if (audit === undefined) throw new AethercastError('API_GW_PODCAST_NOT_FOUND');
    response.json({
      ...audit,
      tasks: await listTasks(deps.db, podcastId),
      provider_calls: await readProviderCalls(deps.db, podcastId),
    });
  };
}
