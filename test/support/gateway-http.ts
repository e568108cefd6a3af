// Requests to a world's gateway as a client sends them.
import assert from 'node:assert/strict';
import type { World } from './world.js';

export type Answer = { status: number; headers: Headers; body: Json };
/** Test code reads answers freely; a wrong path shows as undefined in an assertion. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export type Sent = {
  method?: string;
  key?: string;
  owner?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Default: the world's own gateway. */
  url?: string;
};

/** Sends a request; a body goes as JSON. The answer's body is parsed when it is JSON. */
export async function send(world: World, path: string, sent: Sent = {}): Promise<Answer> {
  const response = await fetch(`${sent.url ?? world.url}${path}`, {
    method: sent.method ?? (sent.body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(sent.key === undefined ? {} : { 'X-Idempotency-Key': sent.key }),
      ...(sent.owner === undefined ? {} : { 'X-Test-Owner': sent.owner }),
      ...sent.headers,
    },
    ...(sent.body === undefined
      ? {}
      : { body: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text !== '' ? JSON.parse(text) : text,
  };
}

export function order(world: World, body: unknown, sent: Sent = {}): Promise<Answer> {
  return send(world, '/api/v1/podcasts', { ...sent, body });
}

/** Orders an episode and expects it to be taken; answers its id. */
export async function ordered(world: World, body: unknown, sent: Sent = {}): Promise<string> {
  const answer = await order(world, body, sent);
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return String(answer.body.podcast_id);
}

export async function detail(world: World, id: string): Promise<Json> {
  return (await send(world, `/api/v1/podcasts/${id}`)).body;
}

export function control(world: World, id: string, action: string): Promise<Answer> {
  return send(world, `/api/v1/podcasts/${id}/${action}`, { method: 'POST' });
}

/** A refusal in the problem+json form that is a superset of the seeds' envelope. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.deepEqual([answer.status, answer.body.error_code], [status, code], JSON.stringify(answer.body));
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.body.status, status);
  assert.equal(answer.body.type, `https://aethercast.dev/problems/${code}`);
  for (const field of ['title', 'detail', 'message', 'instance'])
    assert.ok(typeof answer.body[field] === 'string' && answer.body[field] !== '', `${field} is told`);
  assert.equal(typeof answer.body.retryable, 'boolean');
}
