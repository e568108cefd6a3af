import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';

const method = '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace';
const patienceMs = 2_000;

/**
 * Whether the server at this port of loopback answers gRPC and knows the namespace. One call by hand: a gRPC client would
 * cost the supervisor 60 MB, and the server's HTTP API is closed.
 */
export function knowsNamespace(port: number, namespace: string): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://127.0.0.1:${port}`);
    const late = setTimeout(() => answer(false), patienceMs);

    function answer(isKnown: boolean): void {
      clearTimeout(late);
      session.destroy();
      resolve(isKnown);
    }

    session.once('error', () => answer(false));
    session.once('close', () => answer(false));
    statusOf(session, describeNamespaceRequest(namespace)).then(
      (status) => answer(status === '0'),
      () => answer(false),
    );
  });
}

/** `grpc-status` of the one call: in the trailers, or in the head of an answer without a body. */
function statusOf(session: ClientHttp2Session, message: Buffer): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const call = session.request({
      ':method': 'POST',
      ':path': method,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.once('error', reject);
    call.once('response', (headers) => {
      if (headers['grpc-status'] !== undefined) resolve(String(headers['grpc-status']));
    });
    call.once('trailers', (trailers: IncomingHttpHeaders) => resolve(String(trailers['grpc-status'])));
    call.once('close', () => resolve(undefined));
    call.resume();
    call.end(message);
  });
}

/** Field 1, the name, in protobuf; before it gRPC's prefix: not compressed, and the length. */
function describeNamespaceRequest(namespace: string): Buffer {
  const name = Buffer.from(namespace);
  const message = Buffer.concat([Buffer.from([0x0a, ...varint(name.length)]), name]);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
