import type { Route } from '../http/route.js';
import { getRun } from './get-run.js';
import { listRuns } from './list-runs.js';

export const runRoutes: readonly Route[] = [listRuns, getRun];
