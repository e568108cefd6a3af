import type { ApiProblem } from '../../api/api-problem';
import { bytes } from '../../components/format';

/** Why a source cannot be read, and what helps, for somebody who is about to use it. */
export function sourceProblem({ code, details, message }: ApiProblem): string {
  const { status, reason, max_bytes: most } = details;
  switch (code) {
    case 'WCHA_HTTP_STATUS':
      return refusedBySite(status);
    case 'WCHA_URL_BLOCKED':
      return reason === 'port' ? 'This link uses an unusual port. Only ordinary web links work.' : message;
    case 'WCHA_URL_INVALID':
      return 'This is not a complete web address. Check it for typos.';
    case 'WCHA_FETCH_FAILED':
    case 'WCHA_FETCH_TIMEOUT':
    case 'WCHA_RESOLVER_FAILED':
    case 'WCHA_BAD_RESPONSE':
    case 'WCHA_TLS_FAILED':
    case 'WCHA_TOO_MANY_REDIRECTS':
    case 'WCHA_ROBOTS_DISALLOWED':
    case 'WCHA_PAYWALL':
      return `${message} Paste the text instead.`;
    case 'WCHA_WRONG_CONTENT_TYPE':
    case 'WCHA_UNSUPPORTED_FILE':
      return unreadableKind;
    case 'WCHA_TOO_LARGE':
      return typeof most === 'number' ? `It is larger than ${bytes(most)}. Use a shorter one.` : message;
    case 'API_GW_UPLOAD_NOT_FOUND':
    case 'WCHA_UPLOAD_MISSING':
      return 'The server no longer has this file. Remove it and choose it again.';
    default:
      return message;
  }
}

export const unreadableKind =
  'This kind of file can’t be read. Use text, Markdown, HTML, PDF or Word (docx).';

/** Nothing but another source helps. The server itself, or a site that is slow, may answer the next time. */
export function isLasting({ code, retryable, status }: ApiProblem): boolean {
  return !retryable && status > 0 && (code.startsWith('WCHA_') || code === 'API_GW_UPLOAD_NOT_FOUND');
}

function refusedBySite(status: unknown): string {
  if (status === 404 || status === 410)
    return 'There is no page at this address. Check the link, or paste the text instead.';
  if (status === 401 || status === 402 || status === 403)
    return 'This site refused us (log-in or paywall?). Paste the text instead.';
  return 'This site sent no page. Paste the text instead.';
}
