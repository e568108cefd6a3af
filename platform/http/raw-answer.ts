import { STATUS_CODES } from 'node:http';
import { safeHeaders } from './safe-headers.js';

/** An empty answer as bytes, for a connection that has no response of Node's. */
export function rawAnswer(status: number): string {
  const headers = Object.entries({ Connection: 'close', 'Content-Length': 0, ...safeHeaders });
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', ''].join('\r\n');
}
