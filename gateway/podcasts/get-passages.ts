import { z } from 'zod';
import { findSourceBundle } from '../../db/source-bundle.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { linesOf, type PodcastScript, type ScriptLine } from '../../workflows/contract/script.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { route } from '../http/route.js';
import { cutPassages } from './cut-passages.js';
import { findOwnPodcast } from './find-own-podcast.js';
import { linePassagesSchema } from './passage-schema.js';
import { absent, podcastParams, tag } from './podcast-route.js';

export const getPassages = route({
  method: 'get',
  path: '/api/v1/podcasts/{id}/lines/{line_id}/passages',
  operationId: 'getPassages',
  tag,
  summary:
    'Shows where a line of the script comes from: the sentences of its sources, with the text around them.',
  auth: 'owner',
  ...podcastParams,
  params: podcastParams.params.extend({ line_id: z.string().describe('As in the script.') }),
  answers: { 200: { description: 'The passages.', json: linePassagesSchema } },
  errors: [...absent, 'API_GW_SCRIPT_NOT_READY', 'API_GW_LINE_NOT_FOUND', 'MEDIA_OBJECT_MISSING'],
  handle: async ({ deps, owner, params, response }) => {
    const { podcastId, scriptUri } = await findOwnPodcast(deps, owner, params.id);
    if (scriptUri === null) throw new AethercastError('API_GW_SCRIPT_NOT_READY');
    const script = await readJson<PodcastScript>(deps, scriptUri);
    const line = linesOf(script).find(({ line_id }) => line_id === params.line_id);
    if (line === undefined) {
      throw new AethercastError('API_GW_LINE_NOT_FOUND', { details: { line_id: params.line_id } });
    }
    const sources = line.source_refs.length === 0 ? [] : await readSources(deps, podcastId);
    const cited = citedIn(line);
    const passages = await Promise.all(
      sources
        .filter(({ source_id: id }) => cited.has(id))
        .map((source) => cutPassages(source, cited.get(source.source_id) ?? new Set())),
    );
    response.json({ line_id: line.line_id, passages: passages.flat() });
  },
});

type Source = { source_id: string; text: string };

/** Runs that were harvested by an earlier release have the bare list. */
async function readSources(deps: GatewayDeps, podcastId: string): Promise<Source[]> {
  const uri = await findSourceBundle(deps.db, podcastId);
  if (uri === undefined) throw new AethercastError('MEDIA_OBJECT_MISSING');
  const stored = await readJson<Source[] | { sources: Source[] }>(deps, uri);
  return Array.isArray(stored) ? stored : stored.sources;
}

async function readJson<Stored>({ media }: Pick<GatewayDeps, 'media'>, uri: string): Promise<Stored> {
  return JSON.parse((await media.read(uri)).toString('utf8')) as Stored;
}

/** The cited sentences by their source. */
function citedIn({ source_refs: refs }: ScriptLine): Map<string, Set<number>> {
  const cited = new Map<string, Set<number>>();
  for (const { source_id: id, sentence } of refs) cited.set(id, (cited.get(id) ?? new Set()).add(sentence));
  return cited;
}
