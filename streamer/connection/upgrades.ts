import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '../../platform/log.js';
import { codeEntry } from '../../platform/error-codes/index.js';
import type { foreignHosts } from '../../platform/http/foreign-pages.js';
import { rawAnswer } from '../../platform/http/raw-answer.js';
import { Connection, type ErrorEvents, type Peer } from './connection.js';
import { encodeMessage } from './envelope.js';
import { closeCodes, type Limits } from './limits.js';

/** A WebSocket endpoint. */
export type Channel = { events: ErrorEvents; welcome: (connection: Connection) => Peer };

type UpgradeOptions = {
  /** Key: the path. */
  channels: ReadonlyMap<string, Channel>;
  refusesHost: ReturnType<typeof foreignHosts>;
  isAllowed: (request: IncomingMessage) => boolean;
  maxConnections: number;
  limits: Limits;
  log: Logger;
};

/** Clients send small messages only; compression would cost more memory per listener than all else. */
const webSocketOptions = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: 16 * 1_024,
  maxFragments: 64,
  maxBufferedChunks: 64,
  // For closes that a slow client may answer late; `Connection` cuts the others.
  closeTimeout: 10_000,
} as const;

/** Turns upgrade requests into connections, and ticks all of them from one timer. */
export class Upgrades {
  readonly connections = new Set<Connection>();
  readonly #options: UpgradeOptions;
  readonly #sockets = new WebSocketServer(webSocketOptions);
  readonly #timer: NodeJS.Timeout;
  #isDraining = false;

  constructor(server: Server, options: UpgradeOptions) {
    this.#options = options;
    server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
      this.#upgrade(request, stream, head);
    });
    this.#timer = setInterval(() => this.#tick(), options.limits.tickMs);
    this.#timer.unref();
  }

  /** Asks all clients to reconnect elsewhere, cuts those that do not in time, and resolves when all are gone. */
  async drain(): Promise<void> {
    this.#isDraining = true;
    for (const connection of this.connections) connection.close(closeCodes.restart);
    const deadline = Date.now() + this.#options.limits.drainMs;
    while (this.connections.size > 0 && Date.now() < deadline) await shortPause();
    for (const connection of this.connections) connection.cut();
    while (this.connections.size > 0) await shortPause();
    clearInterval(this.#timer);
  }

  #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    stream.on('error', (error) => this.#options.log.debug({ err: error }, 'a connection broke'));
    const channel = this.#options.channels.get(pathOf(request));
    const refusal = this.#options.refusesHost(request);
    if (refusal !== undefined) refuse(stream, codeEntry(refusal).status);
    else if (channel === undefined) refuse(stream, 404);
    else if (!this.#options.isAllowed(request)) refuse(stream, 403);
    else if (this.#isDraining) refuse(stream, 503);
    else {
      this.#sockets.handleUpgrade(request, stream, head, (socket) => {
        if (this.connections.size >= this.#options.maxConnections)
          refuseOverload(socket, channel, this.#options.limits);
        else this.#welcome(channel, socket, stream, request.headers.origin);
      });
    }
  }

  #welcome(channel: Channel, socket: WebSocket, stream: Duplex, origin: string | undefined): void {
    const { limits, log } = this.#options;
    const connection = new Connection(socket, stream, { origin, events: channel.events, limits, log });
    this.connections.add(connection);
    connection.serve(channel.welcome(connection), () => this.connections.delete(connection));
  }

  #tick(): void {
    const now = Date.now();
    for (const connection of this.connections) connection.tick(now);
  }
}

/** Without the query. */
function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?')[0] ?? '';
}

function refuse(stream: Duplex, status: number): void {
  stream.end(rawAnswer(status), () => stream.destroy());
}

function refuseOverload(socket: WebSocket, { events }: Channel, { refusedMs }: Limits): void {
  socket.on('error', () => socket.terminate());
  const { message, retryable } = codeEntry('ASF_OVERLOADED');
  socket.send(encodeMessage(events.refused, { code: 'ASF_OVERLOADED', message, retryable }));
  socket.close(closeCodes.later);
  const cut = setTimeout(() => socket.terminate(), refusedMs);
  socket.on('close', () => clearTimeout(cut));
}

function shortPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
