import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { errorCode } from '../../platform/error-code.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';

/** Codes of Node, OpenSSL and undici -> ours. What is not named here is a passing failure of the network. */
const codes: readonly [pattern: RegExp, code: ErrorCode][] = [
  [/^(ENOTFOUND|ENODATA)$/, 'WCHA_URL_UNRESOLVABLE'],
  [/^(EAI_AGAIN|EAI_FAIL|ESERVFAIL|ETIMEOUT)$/, 'WCHA_RESOLVER_FAILED'],
  [/^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/, 'WCHA_FETCH_TIMEOUT'],
  [
    /^(UND_ERR_HEADERS_OVERFLOW|HPE_|ERR_CONTENT_DECODING|Z_DATA_ERROR|ERR__ERROR_FORMAT)/,
    'WCHA_BAD_RESPONSE',
  ],
  [/^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/, 'WCHA_TLS_FAILED'],
];

/** Any failure of undici's fetch as our error; the code that decides is the innermost cause's. */
export function asFetchError(error: unknown, url: string): AethercastError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AethercastError) {
      return new AethercastError(cause.code, {
        message: cause.message,
        details: { url, ...cause.details },
        cause: cause.cause,
      });
    }
    const name = codeOf(cause);
    // An AggregateError has one error per address that was tried; the first one is enough.
    if (name === undefined && cause instanceof AggregateError) return asFetchError(cause.errors[0], url);
    if (name === undefined) continue;
    const code = codes.find(([pattern]) => pattern.test(name))?.[1] ?? 'WCHA_FETCH_FAILED';
    return new AethercastError(code, { details: { url, reason: name }, cause: error });
  }
  return new AethercastError('WCHA_FETCH_FAILED', { details: { url, reason: 'network' }, cause: error });
}

/** undici's parser error has only a name when the very first bytes are not HTTP. */
function codeOf(cause: Error): string | undefined {
  return errorCode(cause) ?? (cause.name === 'HTTPParserError' ? 'HPE_NOT_HTTP' : undefined);
}

/** Statuses of a moment (RFC 9110): time-out, too early, too many requests, and the server's own faults. */
export function statusError(status: number, url: string, retryAfter: string | null): AethercastError {
  const passing = status === 408 || status === 425 || status === 429 || status >= 500;
  const delay = retryAfterMs(retryAfter);
  return new AethercastError(passing ? 'WCHA_FETCH_FAILED' : 'WCHA_HTTP_STATUS', {
    message: statusWords(status),
    details: {
      url,
      reason: `http_${status}`,
      status,
      ...defined({ retry_after_ms: delay }),
    },
  });
}

/** What it means for the one who named the page; the number is in the details. */
function statusWords(status: number): string {
  if ([401, 402, 403, 407, 451].includes(status))
    return 'This site refused us (log-in or paywall?). Paste the text instead.';
  if (status === 404 || status === 410) return 'There is no page at this address. Check the link.';
  if (status === 429) return 'This site wants no more requests for now. Try again later, or paste the text.';
  if (status === 408 || status === 425 || status >= 500)
    return 'This site has trouble answering. Try again later, or paste the text.';
  return 'This site did not give us the page. Paste the text instead.';
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfterMs(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}
