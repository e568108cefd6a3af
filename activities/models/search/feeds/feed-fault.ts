import { AethercastError } from '../../../../platform/aethercast-error.js';
import { errorCodes, type ErrorCode } from '../../../../platform/error-codes/index.js';
import type { SourceFault } from '../../../../workflows/contract/topics.js';

export type FeedFault = Omit<SourceFault, 'feed'>;

/** The codes' own sentences speak of a page whose address somebody typed; nobody typed a feed's. */
const messages: Partial<Record<ErrorCode, string>> = {
  WCHA_URL_UNRESOLVABLE: 'The feed could not be reached.',
  WCHA_RESOLVER_FAILED: 'The feed could not be reached.',
  WCHA_FETCH_FAILED: 'The feed could not be reached.',
  WCHA_FETCH_TIMEOUT: 'The feed did not arrive in time.',
  WCHA_TLS_FAILED: 'The site of the feed has no valid certificate.',
  WCHA_BAD_RESPONSE: 'The site of the feed answered with something that is not proper HTTP.',
  WCHA_TOO_MANY_REDIRECTS: 'The feed redirects too often.',
  WCHA_URL_BLOCKED: 'The feed does not lead to the public internet.',
  WCHA_TOO_LARGE: 'The feed is too large to be read.',
};

/** Why a feed could not be read, in words for a feed. What is no coded error is a defect of ours. */
export function feedFault(error: unknown): FeedFault {
  if (!(error instanceof AethercastError)) throw error;
  const { code, message } = error;
  const isNamed = message !== errorCodes[code].message;
  return { code, message: isNamed ? message : (messages[code] ?? message) };
}

/** A fault that all feeds share is reported once: its cause is most likely on this side. */
export function faultsOf(readings: readonly { feed: string; fault: FeedFault | undefined }[]): SourceFault[] {
  const faults = readings.flatMap(({ feed, fault }) => (fault === undefined ? [] : [{ feed, ...fault }]));
  const [first] = faults;
  const isOneTrouble =
    faults.length === readings.length && new Set(faults.map(({ code }) => code)).size === 1;
  if (first === undefined || faults.length < 2 || !isOneTrouble) return faults;
  const { code, message } = first;
  return [{ feed: `All ${faults.length} feeds`, code, message: `None of them could be read. ${message}` }];
}
