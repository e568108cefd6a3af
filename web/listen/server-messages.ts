// Reads server messages. A field of the wrong type makes the whole message invalid (undefined).
import type { EndOfStream, StreamFault, StreamStatus } from './protocol.js';

type Data = Record<string, unknown>;

export function readStatus(data: Data): StreamStatus | undefined {
  const { offset, available_bytes, bytes_per_second, complete, total_bytes = null } = data;
  if (!isCount(offset) || !isCount(available_bytes) || !isCount(bytes_per_second)) return undefined;
  if (typeof complete !== 'boolean' || !(total_bytes === null || isCount(total_bytes))) return undefined;
  return { offset, available_bytes, bytes_per_second, complete, total_bytes };
}

/** Undefined also for other control events than the end. */
export function readEnd(data: Data): EndOfStream | undefined {
  const { event, total_bytes, sha256, status } = data;
  if (event !== 'end_of_stream' || !isCount(total_bytes) || typeof sha256 !== 'string') return undefined;
  return {
    total_bytes,
    sha256,
    status: status === 'completed_with_errors' ? status : 'completed',
  };
}

export function readFault(data: Data): StreamFault {
  const { code, message } = data;
  return {
    code: typeof code === 'string' ? code : 'UNKNOWN',
    message: typeof message === 'string' ? message : 'The server gave no reason.',
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
