import { z } from 'zod';
import { count, flag, httpUrl, port } from './kinds.js';

export const connectionVariables = {
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional()
    .describe(
      'PostgreSQL connection string. Takes precedence over POSTGRES_*. Unset: the local stack runs its own server.',
    ),
  POSTGRES_HOST: z
    .string()
    .optional()
    .describe(
      'PostgreSQL host, or the folder of its socket (/cloudsql/...). Unset, with DATABASE_URL unset: the local stack runs its own server.',
    ),
  POSTGRES_PORT: port().default(5432).describe('PostgreSQL port.'),
  POSTGRES_USER: z.string().default('aethercast').describe('PostgreSQL user.'),
  POSTGRES_PASSWORD: z.string().optional().describe('PostgreSQL password.'),
  POSTGRES_DB: z.string().default('aethercast').describe('PostgreSQL database.'),
  POSTGRES_SSLMODE: z
    .enum(['disable', 'prefer', 'require', 'verify-ca', 'verify-full'])
    .optional()
    .describe('TLS to PostgreSQL, with the names that libpq uses.'),
  DB_POOL_MAX_CONN: count(1, 200).default(10).describe('Maximum number of database connections per process.'),
  TEMPORAL_ADDRESS: z
    .string()
    .optional()
    .describe('host:port of a Temporal server. Unset: the local stack runs the Temporal dev server.'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace.'),
  TEMPORAL_UI_URL: httpUrl()
    .optional()
    .describe(
      'Address of the Temporal Web UI as people reach it; runs link to it. Unset: the local stack sets its own.',
    ),
  TEMPORAL_UI_SERVER: httpUrl()
    .optional()
    .describe(
      "Address of the Temporal server's own Web UI, for the process in front of it (dist/stack/web-ui-main.js) alone.",
    ),
  TEMPORAL_TLS: flag()
    .default(false)
    .describe('Connect to Temporal with TLS (implied by the certificate variables and the API key).'),
  TEMPORAL_TLS_CERT_PATH: z.string().optional().describe('Client certificate file (PEM) for mutual TLS.'),
  TEMPORAL_TLS_KEY_PATH: z.string().optional().describe('Client key file (PEM) for mutual TLS.'),
  TEMPORAL_TLS_CA_PATH: z
    .string()
    .optional()
    .describe('Certificate authority file (PEM) of the Temporal server.'),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional().describe('Server name to expect in the certificate.'),
  TEMPORAL_API_KEY: z.string().optional().describe('API key, for Temporal Cloud.'),
};
