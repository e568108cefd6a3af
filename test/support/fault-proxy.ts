// A TCP proxy that a test makes slow, deaf or broken.
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** How one connection through the proxy behaves. */
export type LinkFaults = {
  /** What arrives at the client, at most. Default: no limit. */
  kilobitsPerSecond?: number;
};

const tickMs = 20;

type Link = { client: Socket; upstream: Socket; bytesPerTick: number; credit: number };

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
    const bytesPerTick = (kilobitsPerSecond * 125 * tickMs) / 1_000;
    const link: Link = { client, upstream, bytesPerTick, credit: bytesPerTick };
    this.#links.add(link);
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      link.credit -= chunk.length;
      if (!client.write(chunk) || link.credit < 0) upstream.pause();
    });
    client.on('drain', () => {
      if (link.credit >= 0) upstream.resume();
    });
    upstream.on('end', () => client.end());
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
      if (link.bytesPerTick === Infinity) continue;
      link.credit = Math.min(link.bytesPerTick, link.credit + link.bytesPerTick);
      if (link.credit >= 0 && !link.client.writableNeedDrain) link.upstream.resume();
    }
  }
}
