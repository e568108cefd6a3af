// Requests to a world's gateway as a client sends them.
import assert from 'node:assert/strict';
import type { episodeManifest } from '../../activities/voice-forge/assemble/episode-manifest.js';
import type { podcastDetail } from '../../gateway/podcasts/podcast-view.js';
import type { PodcastProgress } from '../../workflows/contract/podcast.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import { assertDocumented } from './documented-answers.js';
import type { World } from './world.js';

export type Answer = {
  status: number;
  headers: Headers;
  /** Of an answer in JSON; empty for others. */
  body: AnswerBody;
  text: string;
};

/** What answers hold: every field may be absent, and a test that reads it expects it. */
export type AnswerBody = {
  [field: string]: unknown;
  podcast_id: string;
  upload_id: string;
  message: string;
  /** Of pause and resume. */
  progress: PodcastProgress;
  details: { errors: { loc: string[]; msg: string; type: string }[] };
};

/** An episode as `GET /api/v1/podcasts/{id}` shows it. */
export type Episode = Awaited<ReturnType<typeof podcastDetail>>;

export type Sent = {
  method?: string;
  key?: string;
  owner?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Default: the world's own gateway. */
  url?: string;
  /** Whose document the answer must follow. Default: the public one. */
  listener?: 'public' | 'internal';
};

export type Manifest = ReturnType<typeof episodeManifest>;

/**
 * Sends a request; a body goes as JSON. The answer's body is parsed when it is JSON, and every answer must be as the
 * OpenAPI document says.
 */
export async function send(world: World, path: string, sent: Sent = {}): Promise<Answer> {
  const method = sent.method ?? (sent.body === undefined ? 'GET' : 'POST');
  const response = await fetch(`${sent.url ?? world.url}${path}`, {
    method,
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
  const contentType = response.headers.get('Content-Type') ?? '';
  const isJson = contentType.includes('json');
  assertDocumented(sent.listener ?? 'public', { method, path, status: response.status, contentType, text });
  return {
    status: response.status,
    headers: response.headers,
    body: bodyOf(isJson ? text : ''),
    text,
  };
}

export function order(world: World, body: unknown, sent: Sent = {}): Promise<Answer> {
  return send(world, '/api/v1/podcasts', { ...sent, body });
}

/** Orders an episode and expects it to be taken; answers its id. */
export async function ordered(world: World, body: unknown, sent: Sent = {}): Promise<string> {
  const answer = await order(world, body, sent);
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return answer.body.podcast_id;
}

export function detail(world: World, id: string): Promise<Episode> {
  return part(world, id, '') as Promise<Episode>;
}

export function scriptOf(world: World, id: string): Promise<PodcastScript> {
  return part(world, id, '/script') as Promise<PodcastScript>;
}

export function manifestOf(world: World, id: string): Promise<Manifest> {
  return part(world, id, '/manifest.json') as Promise<Manifest>;
}

/** A part of an episode that is there, as JSON. */
async function part(world: World, id: string, path: string): Promise<unknown> {
  const { status, text } = await send(world, `/api/v1/podcasts/${id}${path}`);
  assert.equal(status, 200, text);
  return JSON.parse(text) as unknown;
}

/** @param url default: the world's own gateway */
export function control(world: World, id: string, action: string, url = world.url): Promise<Answer> {
  return send(world, `/api/v1/podcasts/${id}/${action}`, { method: 'POST', url });
}

/** A refusal as problem+json, which also has the fields of the original product's envelope. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.deepEqual([answer.status, answer.body.error_code], [status, code], JSON.stringify(answer.body));
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.body.status, status);
  assert.equal(answer.body.type, `https://aethercast.dev/problems/${code}`);
  for (const field of ['title', 'detail', 'message', 'instance'])
    assert.ok(typeof answer.body[field] === 'string' && answer.body[field] !== '', `${field} is told`);
  assert.equal(typeof answer.body.retryable, 'boolean');
}

export function bodyOf(json: string): AnswerBody {
  return (json === '' ? {} : JSON.parse(json)) as AnswerBody;
}
