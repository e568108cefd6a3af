// The one table of coded errors: code -> HTTP status, sentence, retryable. Edges look codes up here and nowhere else.
import { agentCodes, scenarioCodes } from './agent-codes.js';
import { discoveryCodes } from './discovery-codes.js';
import { discoveryDoorCodes, discoveryPartCodes, discoveryRunCodes } from './discovery-run-codes.js';
import { gatewayCodes } from './gateway-codes.js';
import { harvestCodes } from './harvest-codes.js';
import { imageCodes } from './image-codes.js';
import { peopleCodes } from './people-codes.js';
import { platformCodes } from './platform-codes.js';
import { scriptCodes } from './script-codes.js';
import { snippetCodes } from './snippet-codes.js';
import { noticeCodes, streamCodes } from './stream-codes.js';
import { voiceCodes } from './voice-codes.js';
import type { CodeEntry } from './code-entry.js';

export const errorCodes = {
  ...gatewayCodes,
  ...agentCodes,
  ...scenarioCodes,
  ...harvestCodes,
  ...discoveryCodes,
  ...discoveryRunCodes,
  ...discoveryPartCodes,
  ...discoveryDoorCodes,
  ...scriptCodes,
  ...snippetCodes,
  ...voiceCodes,
  ...imageCodes,
  ...peopleCodes,
  ...streamCodes,
  ...noticeCodes,
  ...platformCodes,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** The table's entry, also for a code that came from a stored record and may be of another release. */
export function codeEntry(code: string): CodeEntry {
  return isErrorCode(code) ? errorCodes[code] : errorCodes.INTERNAL;
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}
