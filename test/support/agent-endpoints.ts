// Requests to the agents' own endpoints, on a world's internal listener.
import assert from 'node:assert/strict';
import { send, type Answer, type Sent } from './gateway-http.js';
import { until } from './until.js';
import { serviceToken } from './store.js';
import { type World } from './world.js';

export type AgentEndpoints = {
  send(path: string, sent?: Sent): Promise<Answer>;
  /** Asks an agent for something under a key. */
  ask(path: string, key: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  task(id: string): Promise<Answer>;
  /** Asks, and waits for the task's end. */
  done(path: string, key: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Waits for the end of a task; answers how it ended. */
  ended(id: string): Promise<Answer>;
};

export async function openAgentEndpoints(world: World): Promise<AgentEndpoints> {
  const url = await world.openInternalGateway();
  const authorization = { Authorization: `Bearer ${serviceToken}` };

  const endpoints: AgentEndpoints = {
    send: (path, sent = {}) =>
      send(world, path, {
        ...sent,
        url,
        listener: 'internal',
        headers: { ...authorization, ...sent.headers },
      }),
    ask: (path, key, body, headers = {}) => endpoints.send(path, { key, body, headers }),
    task: (id) => endpoints.send(`/v1/tasks/${id}`),
    async done(path, key, body, headers = {}) {
      const taken = await endpoints.ask(path, key, body, headers);
      assert.equal(taken.status, 202, taken.text);
      return endpoints.ended(taken.body['task_id'] as string);
    },
    async ended(id) {
      let last: Answer | undefined;
      await until(
        `task ${id} ends`,
        async () => {
          last = await endpoints.task(id);
          return last.status !== 202;
        },
        30_000,
      );
      assert.ok(last);
      return last;
    },
  };
  return endpoints;
}

/** The result in an answer about a task. */
export function resultOf(answer: Answer): Record<string, unknown> {
  return answer.body['result'] as Record<string, unknown>;
}
