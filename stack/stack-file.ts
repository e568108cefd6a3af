import { z } from 'zod';
import type { Config } from '../platform/config/load-config.js';
import { readJson, replaceFile } from '../platform/atomic-file.js';
import { isRunning, processRecordSchema } from '../platform/process-identity.js';
import { stackPaths } from './stack-paths.js';

/** The process is the supervisor. */
const runningStackSchema = processRecordSchema.extend({
  startedAt: z.string(),
  dataFolder: z.string(),
  mediaFolder: z.string(),
  /** Names of the services it runs; none when only servers were asked for. */
  services: z.array(z.string()),
  gatewayUrl: z.string().optional(),
  internalUrl: z.string().optional(),
  streamerUrl: z.string().optional(),
  streamerInternalUrl: z.string().optional(),
  /** Its health page and its vitals. */
  workerUrl: z.string().optional(),
  serviceToken: z.string(),
  databaseUrl: z.string(),
  temporalAddress: z.string().optional(),
  temporalNamespace: z.string(),
  temporalUiUrl: z.string().optional(),
  pids: z.record(z.string(), z.number()),
});

/** What `stack.json` tells of a running stack. Holds secrets: the file is its owner's alone. */
export type RunningStack = z.infer<typeof runningStackSchema>;

/**
 * The stack that runs on the configured data folder right now, also one that is still starting its services. Undefined
 * for one that runs out of sight, in another container or on another machine: {@link findStackHolder} knows of it.
 */
export async function findRunningStack(config: Config): Promise<RunningStack | undefined> {
  const stack = await readStackFile(stackPaths(config).stackFile);
  return stack && (await isRunning(stack)) ? stack : undefined;
}

export async function readStackFile(file: string): Promise<RunningStack | undefined> {
  return runningStackSchema.safeParse(await readJson(file)).data;
}

export async function writeStackFile(file: string, stack: RunningStack): Promise<void> {
  await replaceFile(file, `${JSON.stringify(stack, null, 2)}\n`);
}
