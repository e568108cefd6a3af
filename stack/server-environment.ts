import { inheritedEnvironment } from '../platform/config/load-config.js';
import { defined } from '../platform/defined.js';

/**
 * What PostgreSQL and Temporal get to see of the environment: nothing that could redirect them (PGDATA, a Temporal
 * profile in the home folder), and messages in English.
 */
export function serverEnvironment(home: string): NodeJS.ProcessEnv {
  const { PATH, TMPDIR, SystemRoot } = inheritedEnvironment();
  return defined({
    PATH,
    TMPDIR,
    SystemRoot,
    HOME: home,
    LC_ALL: 'C',
    TZ: 'UTC',
  });
}
