import type { Config } from './load-config.js';

/** The configured database as a connection string; undefined when the stack is to run its own. */
export function externalDatabaseUrl(config: Config): string | undefined {
  if (config.DATABASE_URL !== undefined) return config.DATABASE_URL;
  const host = config.POSTGRES_HOST;
  if (host === undefined) return undefined;
  const url = new URL(`postgresql://localhost/${encodeURIComponent(config.POSTGRES_DB)}`);
  url.username = encodeURIComponent(config.POSTGRES_USER);
  url.password = encodeURIComponent(config.POSTGRES_PASSWORD ?? '');
  url.port = String(config.POSTGRES_PORT);
  // A socket's folder cannot be the host part of an address; libpq and pg take it as a parameter.
  if (host.startsWith('/')) url.searchParams.set('host', host);
  else url.hostname = host;
  if (config.POSTGRES_SSLMODE !== undefined) {
    url.searchParams.set('sslmode', config.POSTGRES_SSLMODE);
    // Or pg would take `require` for `verify-full`.
    url.searchParams.set('uselibpqcompat', 'true');
  }
  return url.href;
}
