// HTTP byte by byte: for headers that clients refuse to send, and for requests that end in the middle.
import { get } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { bodyOf, type Answer } from './gateway-http.js';

/** Sends a POST with exactly these header lines beside the necessary ones; answers what came back. */
export async function rawRequest(
  url: string,
  path: string,
  { headers, body }: { headers: string[]; body: string },
): Promise<Answer> {
  const lines = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
  ];
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));
  socket.write(body);
  return toAnswer(await text(socket));
}

/** A GET with exactly these headers: `fetch` adds `Cache-Control: no-cache` to conditional requests. */
export function plainGet(address: string, headers: Record<string, string>): Promise<Response> {
  return new Promise((resolve, reject) => {
    get(address, { headers, agent: false }, (response) => {
      response.resume().on('end', () => {
        const received = Object.entries(response.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        resolve(new Response(null, { status: response.statusCode ?? 0, headers: received }));
      });
    }).on('error', reject);
  });
}

/** Sends the beginning of a request that promises `length` bytes, then hangs up without the rest. */
export async function cutOffRequest(
  url: string,
  path: string,
  { contentType, length, beginning }: { contentType: string; length: number; beginning: Buffer },
): Promise<void> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Type: ${contentType}`,
    `Content-Length: ${length}`,
  ];
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(beginning, () => resolve());
  });
  socket.destroy();
}

function toAnswer(received: string): Answer {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Headers(lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]));
  const body = rest.join('\r\n\r\n');
  const isJson = /json/.test(headers.get('Content-Type') ?? '');
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: bodyOf(isJson ? body : ''),
    text: body,
  };
}
