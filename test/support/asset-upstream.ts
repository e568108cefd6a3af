import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import type { Asset } from '../../platform/assets/index.js';

export type Upstream = {
  address: string;
  /** Paths asked for, in order. */
  requests: string[];
  close(): Promise<void>;
};

/** A real HTTP server on loopback that stands where the upstream's download site would. */
export async function startUpstream(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Upstream> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An asset for any platform whose file has this content. */
export function assetOf(content: Buffer, https: string[], wheel?: string): Asset {
  return {
    name: 'sample-tool',
    version: '1.0.0',
    title: 'Sample tool',
    executable: true,
    remedy: 'Set SAMPLE_PATH to an installed one.',
    builds: {
      any: {
        fileName: 'tool',
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        https,
        ...(wheel === undefined ? {} : { wheel: { requirement: wheel } }),
      },
    },
  };
}

/** A .tar.gz as upstreams make them: a licence and the program, in a folder. */
export async function archiveOf(content: Buffer): Promise<Buffer> {
  const pack = tar.pack();
  pack.entry({ name: 'sample/LICENSE' }, 'free');
  pack.entry({ name: 'sample/tool', mode: 0o755 }, content);
  pack.finalize();
  return gzipSync(await buffer(pack));
}
