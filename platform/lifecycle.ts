import type { Server } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { answerMalformed } from './http/answer-malformed.js';
import type { AddressInfo } from 'node:net';

/** Starts listening; answers the server and the port it got. Rejects when the port is taken. */
export function listen(
  app: RequestListener,
  host: string,
  port: number,
): Promise<{ server: Server; port: number }> {
  // Without a Host the app answers, as it does with two.
  const server = createServer({ requireHostHeader: false }, app);
  answerMalformed(server);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve({ server, port: (server.address() as AddressInfo).port });
    });
  });
}

/** Stops accepting, lets requests in progress finish, and after `graceMs` cuts what is left. */
export function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Remembered at load: a supervisor that dies while this process starts takes the channel with it. */
const startedBySupervisor = process.channel != null;

/**
 * Calls `stop` once when the process is told to end: SIGTERM, SIGINT, or the supervisor that started it is gone (its
 * IPC channel closes), so that no process outlives its stack.
 */
export function onShutdown(stop: (reason: string) => void): void {
  let told = false;
  function once(reason: string): void {
    if (told) return;
    told = true;
    stop(reason);
  }
  process.on('SIGTERM', () => once('SIGTERM'));
  process.on('SIGINT', () => once('SIGINT'));
  if (!startedBySupervisor) return;
  process.on('disconnect', () => once('supervisor gone'));
  if (!process.connected) once('supervisor gone');
}
