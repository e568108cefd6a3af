import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { repositoryRoot } from './repository-root.js';

/** The services of temporal-compose.yml that are our own processes, and those that do one thing and end. */
export const ours = ['migrate', 'gateway', 'worker', 'streamer'];
export const oneShots = ['temporal-schema', 'temporal-namespace', 'migrate'];

const environment = z.record(z.string(), z.string().nullable());
const serviceShape = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  entrypoint: z.array(z.string()).optional(),
  environment,
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  restart: z.string(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).default({}),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    })
    .optional(),
  stop_grace_period: z.string().optional(),
  init: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  logging: z.unknown(),
});
const fileShape = z.looseObject({
  name: z.string(),
  services: z.record(z.string(), serviceShape),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
});

export type Service = z.infer<typeof serviceShape>;

export type ComposeFile = z.infer<typeof fileShape> & {
  text: string;
  /** The service of that name; fails when there is none. */
  service: (name: string) => Service;
};

/** Reads temporal-compose.yml. Keys that nobody thought of when the shape was written are errors. */
export async function readComposeFile(): Promise<ComposeFile> {
  const text = await readRepositoryFile('temporal-compose.yml');
  const file = fileShape.parse(parse(text, { merge: true }));
  function service(name: string): Service {
    const found = file.services[name];
    assert.ok(found, `there is no service ${name}`);
    return found;
  }
  return { ...file, text, service };
}

export function readRepositoryFile(name: string): Promise<string> {
  return readFile(path.join(repositoryRoot, name), 'utf8');
}
