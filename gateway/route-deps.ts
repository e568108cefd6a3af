import type { Readiness } from '../platform/health.js';
import type { LandingPage } from './discovery/landing-page.js';
import type { GatewayDeps } from './gateway-deps.js';

/** What every operation's handler gets. */
export type RouteDeps = GatewayDeps & { readiness: Readiness; landing: LandingPage };
