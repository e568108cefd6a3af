import type { Config } from '../../platform/config/load-config.js';
import type { LocalStack } from '../../stack/index.js';
import { stackPaths } from '../../stack/stack-paths.js';

/** What `aethercast up` says once everything runs: where it is, and where the service token is, never the token. */
export function readyText(
  config: Config,
  stack: Pick<
    LocalStack,
    'gatewayUrl' | 'internalUrl' | 'streamerUrl' | 'streamerInternalUrl' | 'temporalUiUrl' | 'dataFolder'
  >,
  tookMs: number,
): string {
  const token = config.SERVICE_TOKEN === undefined ? stackPaths(config).serviceToken : 'SERVICE_TOKEN';
  return [
    `Aethercast is ready after ${(tookMs / 1_000).toFixed(1)} s.`,
    `  Web app    ${stack.gatewayUrl ?? ''}`,
    `  REST API   ${stack.gatewayUrl ?? ''}/api/v1/podcasts`,
    ...(stack.streamerUrl === undefined ? [] : [`  Streams    ${stack.streamerUrl.replace(/^http/, 'ws')}`]),
    ...(stack.internalUrl === undefined ? [] : [`  Internal   ${stack.internalUrl}, token in ${token}`]),
    ...(stack.streamerInternalUrl === undefined
      ? []
      : [`  Notices    ${stack.streamerInternalUrl}, same token`]),
    ...(stack.temporalUiUrl === undefined ? [] : [`  Workflows  ${stack.temporalUiUrl}`]),
    `  Data       ${stack.dataFolder}`,
    'Stop it with Ctrl-C.',
    '',
  ].join('\n');
}
