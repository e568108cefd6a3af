// platform/ holds what every process shares: configuration (here), errors, logs, assets, media, locks and HTTP helpers.
// It imports nothing of the project.
//
// Configuration: environment variables -> one typed, frozen object, read once per process. The groups beside this
// file define every variable with its default and meaning; `.env.example` and docs/configuration.md follow them.
import { z } from 'zod';
import { AethercastError } from '../aethercast-error.js';
import { assetVariables } from './asset-variables.js';
import { connectionVariables } from './connection-variables.js';
import { discoveryVariables } from './discovery-variables.js';
import { harvestVariables } from './harvest-variables.js';
import { imageVariables } from './image-variables.js';
import { mailVariables } from './mail-variables.js';
import { processVariables } from './process-variables.js';
import { speechVariables } from './speech-variables.js';
import { stackVariables } from './stack-variables.js';
import { streamVariables } from './stream-variables.js';
import { writerVariables } from './writer-variables.js';

export const variableGroups = {
  Processes: processVariables,
  Connections: connectionVariables,
  'Local stack': stackVariables,
  Assets: assetVariables,
  'Topic discovery': discoveryVariables,
  Harvesting: harvestVariables,
  Writing: writerVariables,
  Speech: speechVariables,
  Images: imageVariables,
  'Live stream': streamVariables,
  Mail: mailVariables,
} as const;

const variables = z.object({
  ...processVariables,
  ...connectionVariables,
  ...stackVariables,
  ...assetVariables,
  ...discoveryVariables,
  ...harvestVariables,
  ...writerVariables,
  ...speechVariables,
  ...imageVariables,
  ...streamVariables,
  ...mailVariables,
});

const schema = variables
  .refine((config) => (config.SMTP_URL ?? config.SMTP_HOST) === undefined || config.MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    message: 'is required with SMTP_URL or SMTP_HOST',
  })
  .refine(
    (config) => (config.SMTP_URL ?? config.SMTP_HOST) === undefined || config.PUBLIC_URL !== undefined,
    {
      path: ['PUBLIC_URL'],
      message: 'is required with SMTP_URL or SMTP_HOST: links in mails begin with it',
    },
  )
  .refine((config) => config.TEST_MODE || config.WCHA_TEST_ALLOWED_HOSTS.length === 0, {
    path: ['WCHA_TEST_ALLOWED_HOSTS'],
    message: 'works with TEST_MODE=true only',
  })
  .refine(
    (config) => !config.SEARCH_PROVIDERS?.includes('newsapi') || config.TDA_NEWS_API_KEY !== undefined,
    {
      path: ['TDA_NEWS_API_KEY'],
      message: 'is needed where SEARCH_PROVIDERS names newsapi',
    },
  )
  .refine((config) => !config.SEARCH_PROVIDERS?.includes('searxng') || config.SEARXNG_URL !== undefined, {
    path: ['SEARXNG_URL'],
    message: 'is needed where SEARCH_PROVIDERS names searxng',
  })
  .refine(
    (config) =>
      (config.TEMPORAL_TLS_CERT_PATH === undefined) === (config.TEMPORAL_TLS_KEY_PATH === undefined),
    {
      path: ['TEMPORAL_TLS_KEY_PATH'],
      message: 'goes together with TEMPORAL_TLS_CERT_PATH: set both or neither',
    },
  );

/** Every setting under its variable's name. */
export type Config = Readonly<z.infer<typeof schema>>;

/**
 * Reads the configuration; an empty variable counts as unset, unknown variables are left alone.
 * Throws CONFIG_INVALID naming every variable that is wrong and what it should be, never its value.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) {
    for (const value of Object.values(parsed.data)) if (Array.isArray(value)) Object.freeze(value);
    return Object.freeze(parsed.data);
  }
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AethercastError('CONFIG_INVALID', {
    message: `The configuration is not valid:\n  ${problems.join('\n  ')}`,
    details: { variables: parsed.error.issues.map((issue) => issue.path.join('.')) },
  });
}

/** The environment for child processes and for finding programs: the one other place that reads it. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return process.env;
}
