import { loadConfig, type Config } from '../../platform/config/load-config.js';

/** A configuration on its own data folder that nothing in the environment redirects to other servers. */
export function isolatedConfig(data: string, changes: NodeJS.ProcessEnv = {}): Config {
  const redirecting =
    /^(DATABASE_URL|POSTGRES_|TEMPORAL_(?!CLI_)|STACK_|(INTERNAL_)?(HOST|PORT)$|MEDIA_|SERVICE_|ASF_)/;
  const env = Object.entries(process.env).filter(([name]) => !redirecting.test(name));
  return loadConfig({
    ...Object.fromEntries(env),
    AETHERCAST_DATA: data,
    // A test renews the landing page when it wants to.
    DISCOVERY_REFRESH_MINUTES: '0',
    ...changes,
  });
}
