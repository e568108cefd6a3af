import type { Request, Response } from 'express';
import { z } from 'zod';
import type { DiscoveryRequest } from '../../workflows/contract/discovery.js';
import type { DiscoveryKind } from '../../workflows/contract/runs.js';
import type { GatewayDeps } from '../gateway-deps.js';
import { preferencesOf } from '../sessions/preferences.js';
import { budgetOf, runDiscovery } from './run-discovery.js';
import { discoveryStatus, faultSchema } from './snippet-schemas.js';
import { viewSnippets } from './snippet-view.js';

/** What every search and exploration answers. */
export const foundFields = {
  workflow_id: z.uuid(),
  status: discoveryStatus,
  faults: z
    .array(faultSchema)
    .describe('Sources that could not be used, and what could not be made of them.'),
  message: z.string().exactOptional().describe('Says so where nothing was found.'),
};

export type Wish = {
  kind: DiscoveryKind;
  details: Omit<DiscoveryRequest, 'budget_ms'>;
  clientId: string | undefined;
};

/** Runs a search or an exploration, or finds that of the same key, and waits for its snippets. */
export async function discover(
  deps: GatewayDeps,
  { kind, details, clientId }: Wish,
  { owner, key, request, response }: { owner: string; key: string; request: Request; response: Response },
) {
  const patienceMs = deps.config.SEARCH_SECONDS * 1_000;
  const answerBy = Date.now() + patienceMs;
  // Marks the session as active; its preferences do not shape what is found yet.
  await preferencesOf(deps, owner, clientId);
  const { workflow_id, status, faults, snippets } = await runDiscovery(
    deps,
    {
      kind,
      ownerId: owner,
      key,
      asked: request.body as unknown,
      details: { ...details, budget_ms: budgetOf(patienceMs) },
      answerBy,
    },
    response,
  );
  return { workflow_id, status, faults, snippets: await viewSnippets(deps.media, snippets) };
}
