import { z } from 'zod';
import { count, flag, list, port, seconds } from './kinds.js';

export const processVariables = {
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('How much every process logs.'),
  TEST_MODE: flag()
    .default(false)
    .describe('Opens test-only doors (loopback allow-list of the harvester). Never set it in production.'),
  HOST: z.string().default('127.0.0.1').describe('Address that the public listener of a process binds to.'),
  PORT: port()
    .optional()
    .describe(
      'Port of the process being started: the gateway (default 5001), the streamer (default 5006) or the health page of a worker (default: a free one).',
    ),
  INTERNAL_HOST: z.string().default('127.0.0.1').describe('Address that the internal listener binds to.'),
  INTERNAL_PORT: port()
    .optional()
    .describe('Port of the internal listener (agent doors, media signing, metrics). Default: a free one.'),
  SERVICE_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'Bearer token that the internal listener asks for. Default: made by the local stack; without one the internal listener stays closed.',
    ),
  WORKER_QUEUES: list()
    .default(['aethercast', 'harvest', 'language', 'speech', 'image'])
    .describe('Task queues that a worker serves, comma-separated.'),
  SHUTDOWN_GRACE_SECONDS: seconds(0, 600)
    .default(30)
    .describe('How long a worker lets running steps finish when it is told to stop.'),
  RECONCILE_INTERVAL_SECONDS: seconds(1, 3600)
    .default(15)
    .describe('How often the workers look for runs and records that do not match.'),
  MAX_UPLOAD_MB: count(1, 1000).default(25).describe('Largest file that POST /api/v1/uploads takes, in MiB.'),
};
