import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorCode } from '../error-code.js';
import { rawAnswer } from './raw-answer.js';
import { safeHeaders } from './safe-headers.js';

/** As Node answers by itself, where that is another status than 400. */
const statuses: Partial<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what never becomes a request as Node does, with the headers of all other answers. */
export function answerMalformed(server: Server): void {
  const answering = new WeakSet<Duplex>();
  server.on('request', ({ socket }, response) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (error, socket) => {
    // Bytes between those of another answer would be taken for part of it.
    if (!socket.writable || answering.has(socket)) socket.destroy(error);
    else socket.end(rawAnswer(statuses[errorCode(error) ?? ''] ?? 400), () => socket.destroy());
  });
  server.on('checkExpectation', (_request, response) => response.writeHead(417, safeHeaders).end());
}
