import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { localOwnerId } from '../../db/connect.js';
import { startOptions, workflowTypes } from '../../workflows/contract/runs.js';

/** Enough words for a harvest to be taken. */
const article =
  'The brothers kept a bicycle shop and spent their winters on the sand hills by the sea, where the wind was steady ' +
  'and nobody watched. They built kites first, then gliders, and wrote down every flight with its length and its ' +
  'wind. When the tables of other people proved wrong they made a tunnel of wood and a fan and measured for ' +
  'themselves. The engine came last, and it was the part that worried them least of all.';

const agent = new Agent({ keepAlive: true });

/** `POST /api/v1/podcasts` over a connection that stays open; answers the episode's id. */
export async function postEpisode(gatewayUrl: string, body: object): Promise<string> {
  const sent = request(`${gatewayUrl}/api/v1/podcasts`, {
    agent,
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
  });
  sent.end(JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const answer = await text(response);
  if (response.statusCode !== 202)
    throw new Error(`the gateway answered ${response.statusCode ?? 0}: ${answer}`);
  return (JSON.parse(answer) as { podcast_id: string }).podcast_id;
}

/** With a text that differs each time, so that nothing of it is stored already. */
export function requestEpisode(gatewayUrl: string): Promise<string> {
  return postEpisode(gatewayUrl, { sources: [{ text: `${article} (${randomUUID()})` }], minutes: 1 });
}

/** A bare start of the product's workflow with the product's options, in the no-op activities' namespace. */
export function startNoopEpisode(client: Client): Promise<WorkflowHandle> {
  const run = {
    workflowId: randomUUID(),
    ownerId: localOwnerId,
    idempotencyKey: randomUUID(),
    runNumber: 1,
  };
  return client.workflow.start(workflowTypes.podcast, startOptions('podcast', run));
}
