import { readFile } from 'node:fs/promises';
import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client';
import type { Config } from '../config/load-config.js';
import { defined } from '../defined.js';
import { endCallsOfClosedConnection } from './calls-of-closed-connection.js';

type TemporalAddress = { address: string; apiKey?: string } & Pick<ConnectionOptions, 'tls'>;

/** Address, TLS and key of the configured Temporal server, for clients and workers alike. */
export async function temporalAddress(config: Config): Promise<TemporalAddress> {
  return {
    address: config.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
    ...defined({ apiKey: config.TEMPORAL_API_KEY }),
    ...(await tlsOptions(config)),
  };
}

/** A client that connects on its first call; close it with `client.connection.close()`. */
export async function connectTemporal(config: Config): Promise<Client> {
  const connection = Connection.lazy({
    ...(await temporalAddress(config)),
    interceptors: [makeGrpcRetryInterceptor(defaultGrpcRetryOptions()), endCallsOfClosedConnection],
  });
  return new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
}

async function tlsOptions(config: Config): Promise<Pick<ConnectionOptions, 'tls'>> {
  const { TEMPORAL_TLS_CERT_PATH: cert, TEMPORAL_TLS_KEY_PATH: key, TEMPORAL_TLS_CA_PATH: ca } = config;
  const wanted = config.TEMPORAL_TLS || cert !== undefined || ca !== undefined;
  if (!wanted) return {};
  return {
    tls: defined({
      serverNameOverride: config.TEMPORAL_TLS_SERVER_NAME,
      serverRootCACertificate: ca === undefined ? undefined : await readFile(ca),
      clientCertPair:
        cert === undefined || key === undefined
          ? undefined
          : { crt: await readFile(cert), key: await readFile(key) },
    }),
  };
}
