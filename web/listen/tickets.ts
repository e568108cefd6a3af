import { isObject } from './frames.js';

const timeoutMs = 15_000;

/** The gateway's permission to listen: valid for one connection within 30 seconds. */
export type Ticket = { ticket: string; websocketUrl: string; streamId: string };

/** The gateway refused a ticket; another try may help only if `retryable`. */
export class TicketRefused extends Error {
  readonly code: string;
  readonly retryable: boolean;

  constructor(code: string, message: string, retryable: boolean) {
    super(message);
    this.name = 'TicketRefused';
    this.code = code;
    this.retryable = retryable;
  }
}

export type TicketRequest =
  | { podcast_id: string; channel?: 'audio' }
  | { podcast_id: string; channel: 'ui' }
  | { client_id: string; channel: 'ui' };

/** @param gatewayUrl empty for the page's own origin. */
export async function requestTicket(
  gatewayUrl: string,
  request: TicketRequest,
  fetcher: typeof fetch = fetch,
): Promise<Ticket> {
  const response = await fetcher(`${gatewayUrl}/api/v1/stream-tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusal(response.status, body);
  return toTicket(body);
}

/** Reads an answer of `POST /api/v1/stream-tickets`. */
export function toTicket(body: unknown): Ticket {
  const { ticket, websocket_url: url, stream_id: stream } = isObject(body) ? body : {};
  if (typeof ticket !== 'string' || typeof url !== 'string') {
    throw new TicketRefused('LISTEN_BAD_TICKET', 'The gateway sent an invalid ticket.', true);
  }
  // Tickets for the UI channel name no stream.
  return { ticket, websocketUrl: url, streamId: typeof stream === 'string' ? stream : '' };
}

/** Whether another request would be refused too, because the episode is gone or belongs to someone else. */
export function isFinalRefusal(error: unknown): error is Error & { code?: string } {
  return error instanceof Error && 'retryable' in error && error.retryable === false;
}

function refusal(status: number, body: unknown): TicketRefused {
  const { error_code: code, message } = isObject(body) ? body : {};
  const passing = status >= 500 || status === 429 || status === 408;
  return new TicketRefused(
    typeof code === 'string' ? code : `HTTP_${status}`,
    typeof message === 'string' ? message : `The gateway refused a ticket with ${status}.`,
    passing,
  );
}
