// The local stack: PostgreSQL, the Temporal dev server and our own processes, started, supervised and stopped by one
// process on one data folder. Imports nothing of the project but platform/.
export { checkStack, type StackCheck } from './check-stack.js';
export { externalDatabaseUrl } from '../platform/config/external-servers.js';
export { stopLeftovers } from './leftovers.js';
export type { ServiceSpec } from './service-process.js';
export { findRunningStack, type RunningStack } from './stack-file.js';
export { findStackHolder } from './stack-lock.js';
export { stackPaths, type StackPaths } from './stack-paths.js';
export type { LocalStackOptions } from './stack-options.js';
export { startLocalDatabase, startLocalStack, type LocalStack } from './start-local-stack.js';
export type { ProcessExit } from './supervised-process.js';
export { ensureTemporalCli } from './ensure-temporal-cli.js';
