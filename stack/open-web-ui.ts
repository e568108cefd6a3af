import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { codeEntry } from '../platform/error-codes/index.js';
import { foreignPages } from '../platform/http/foreign-pages.js';
import { safeHeaders } from '../platform/http/safe-headers.js';
import { closeServer, listen } from '../platform/lifecycle.js';

const drainMs = 1_000;

/** Of one connection, and what would open the UI to other sites. */
const notPassedOn =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|access-control-.*)$/i;

export type WebUi = { close(): Promise<void> };

/**
 * The Temporal Web UI for people: passes requests on to the server's own UI, which answers whoever asks, by any name.
 * Pages of other sites are refused, and may not show it in a frame.
 *
 * @param server address of the server's own UI
 * @param publicUrl the operator's own address of it
 */
export async function openWebUi({
  host,
  port,
  server: own,
  publicUrl,
}: {
  host: string;
  port: number;
  server: string;
  publicUrl: string | undefined;
}): Promise<WebUi> {
  const refusalOf = foreignPages({ host, publicUrls: [publicUrl] });
  const agent = new Agent({ keepAlive: true });
  const { server } = await listen(
    (request, response) => {
      const refusal = refusalOf(request);
      if (refusal === undefined) passOn(request, response, { own, agent });
      else sayNo(response, codeEntry(refusal));
    },
    host,
    port,
  );
  return {
    async close() {
      await closeServer(server, drainMs);
      agent.destroy();
    },
  };
}

function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { own, agent }: { own: string; agent: Agent },
): void {
  const passed = ask(
    own,
    { agent, method: request.method, path: request.url, headers: kept(request.rawHeaders) },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, [
        ...kept(answer.rawHeaders),
        ...['Content-Security-Policy', "frame-ancestors 'self'"],
        ...Object.entries(safeHeaders).flatMap(([name, value]) =>
          name.toLowerCase() in answer.headers ? [] : [name, value],
        ),
      ]);
      pipeline(answer, response, () => undefined);
    },
  );
  passed.once('error', () => sayNo(response, { status: 503, message: 'The Temporal server is not there.' }));
  pipeline(request, passed, () => undefined);
  response.once('close', () => passed.destroy());
}

/** Names and values in turn, as Node lists them. */
function kept(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, at) => !notPassedOn.test(rawHeaders[at - (at % 2)] ?? ''));
}

function sayNo(response: ServerResponse, { status, message }: { status: number; message: string }): void {
  if (response.headersSent) response.destroy();
  else
    response.writeHead(status, { ...safeHeaders, 'Content-Type': 'text/plain; charset=utf-8' }).end(message);
}
