import { parse as bytesOfUuid, stringify as uuidOfBytes } from 'uuid';
import { AethercastError } from '../../platform/aethercast-error.js';

/** Longer addresses would be cut off by proxies, and nobody pages further than this. */
const maxTopics = 120;
const idBytes = 16;

/** The topics that somebody has seen, encoded for an address. Undefined when they are too many. */
export function cursorAfter(topicIds: readonly string[]): string | undefined {
  if (topicIds.length > maxTopics) return undefined;
  return Buffer.concat(topicIds.map((id) => Buffer.from(bytesOfUuid(id)))).toString('base64url');
}

/** Throws API_GW_SNIPPETS_CURSOR_INVALID (400). */
export function topicsBefore(cursor: string): string[] {
  const bytes = Buffer.from(cursor, 'base64url');
  const count = bytes.length / idBytes;
  const isOurs = Number.isInteger(count) && count >= 1 && count <= maxTopics;
  if (!isOurs || bytes.toString('base64url') !== cursor) throw invalid();
  try {
    return Array.from({ length: count }, (_, at) =>
      uuidOfBytes(bytes.subarray(at * idBytes, (at + 1) * idBytes)),
    );
  } catch (error) {
    // Sixteen bytes that are no UUID.
    if (error instanceof TypeError) throw invalid(error);
    throw error;
  }
}

function invalid(cause?: unknown): AethercastError {
  return new AethercastError('API_GW_SNIPPETS_CURSOR_INVALID', { cause });
}
