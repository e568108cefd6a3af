// A TCP proxy that a test makes slow, deaf or broken.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How one connection through the proxy behaves. */
export type LinkFaults = {
  /** What arrives at the client, at most. Default: no limit. */
  kilobitsPerSecond?: number;
};

const tickMs = 50;

/** `pending` was read from the server and waits for its turn; nothing more is read meanwhile. */
type Link = { client: Socket; upstream: Socket; bytesPerTick: number; pending: Buffer };

/** Forwards to whatever port `target` names at the moment a connection is made. */
export class FaultProxy {
  readonly #server: Server;
  readonly #links = new Set<Link>();
  readonly #timer: NodeJS.Timeout;
  readonly #faultsOf: () => LinkFaults;

  private constructor(target: () => number, faultsOf: () => LinkFaults) {
    this.#faultsOf = faultsOf;
    this.#server = createServer((client) => this.#open(client, target()));
    this.#timer = setInterval(() => this.#tick(), tickMs);
  }

  /** @param faultsOf asked for every connection. */
  static async open(target: () => number, faultsOf: () => LinkFaults = () => ({})): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, faultsOf);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.#links.size;
  }

  /** Resets the connections for which it is true, as a lost network does. */
  cut(which: () => boolean = () => true): number {
    const cut = [...this.#links].filter(which);
    for (const { client, upstream } of cut) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
    return cut.length;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #open(client: Socket, port: number): void {
    const upstream = connect(port, '127.0.0.1');
    const { kilobitsPerSecond = Infinity } = this.#faultsOf();
    const bytesPerTick = Math.round((kilobitsPerSecond * 125 * tickMs) / 1_000);
    const link: Link = { client, upstream, bytesPerTick, pending: Buffer.alloc(0) };
    this.#links.add(link);
    client.pipe(upstream);
    if (bytesPerTick === Infinity) upstream.pipe(client);
    else {
      upstream.on('data', (chunk: Buffer) => {
        link.pending = Buffer.concat([link.pending, chunk]);
        upstream.pause();
      });
    }
    upstream.on('end', () => client.end(link.pending));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      // A reset on one side is one on the other: that is what the proxy is for.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        this.#links.delete(link);
      });
    }
  }

  #tick(): void {
    for (const link of this.#links) {
      if (link.pending.length === 0 || link.client.writableNeedDrain) continue;
      link.client.write(link.pending.subarray(0, link.bytesPerTick));
      link.pending = link.pending.subarray(link.bytesPerTick);
      if (link.pending.length === 0) link.upstream.resume();
    }
  }
}
