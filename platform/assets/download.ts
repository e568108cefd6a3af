import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EnvHttpProxyAgent, fetch } from 'undici';

/** How long nothing may come, before the answer and between two pieces of it. */
const idleMs = 20_000;

/**
 * Fetches an address into a file, through the proxy that HTTPS_PROXY names if any. Throws an Error in words when the
 * server refuses, stalls, sends more than `maxBytes` or cuts the transfer short.
 * @param onBytes told after each piece how much has come, and how much is expected if the server said so.
 */
export async function download(
  address: string,
  target: string,
  maxBytes: number,
  given: AbortSignal | undefined,
  onBytes: (received: number, total: number | undefined) => void,
): Promise<void> {
  const agent = new EnvHttpProxyAgent();
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(new Error('the server did not answer in time')), idleMs);
  try {
    const { url, authorization } = splitCredentials(address);
    const response = await fetch(url, {
      dispatcher: agent,
      signal: given ? AbortSignal.any([given, stalled.signal]) : stalled.signal,
      headers: { 'accept-encoding': 'identity', ...authorization },
    });
    if (!response.ok || !response.body) throw new Error(`the server answered ${response.status}`);
    const total = expectedBytes(response.headers.get('content-length'));
    let received = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        timer.refresh();
        received += chunk.length;
        onBytes(received, total);
        done(received > maxBytes ? new Error('the download is larger than the file can be') : null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body), meter, createWriteStream(target, { flush: true }));
    if (total !== undefined && received !== total) {
      throw new Error(`the download was cut short: ${received} of ${total} bytes`);
    }
  } catch (error) {
    throw stalled.signal.aborted
      ? new Error(reason(stalled.signal.reason))
      : new Error(reason(error), { cause: error });
  } finally {
    clearTimeout(timer);
    await agent.destroy();
  }
}

/** fetch refuses addresses with credentials in them; a company's file server may well need some. */
function splitCredentials(address: string): { url: string; authorization: Record<string, string> } {
  const url = new URL(address);
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  if (pair === ':') return { url: url.href, authorization: {} };
  return { url: url.href, authorization: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } };
}

function expectedBytes(header: string | null): number | undefined {
  return header === null ? undefined : Number(header);
}

/** undici hides the useful part (ENOTFOUND, other side closed) in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
