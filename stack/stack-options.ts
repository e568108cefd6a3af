import type { Progress } from '../platform/assets/index.js';
import type { Config } from '../platform/config/load-config.js';
import type { ServiceSpec } from './service-process.js';

export type LocalStackOptions = {
  config: Config;
  /** Takes the prefixed lines of all children, one at a time, without line ends. */
  log: (line: string) => void;
  /** Takes sentences for a person about what is going on. */
  progress: Progress;
  /** Brings the database up to date; called once it answers, before any service starts. */
  migrate: (databaseUrl: string) => Promise<void>;
  /** In the order in which they are stopped. None: only the servers run. */
  services: readonly ServiceSpec[];
  /** Ends the start: everything that has been started is stopped and the promise rejects with its reason. */
  signal?: AbortSignal;
  /** For tests: nothing waits for the disk, what Temporal knows ends with it, and it has no Web UI. */
  throwaway?: boolean;
  /** For tests: whether a folder is on this machine's own file system. */
  isLocal?: (folder: string) => Promise<boolean>;
};
