/** The content of a text frame. */
export type Envelope = { event: string; data: Record<string, unknown> };

/** Audio and where it belongs. */
export type AudioChunk = { offset: number; bytes: Uint8Array };

const headerBytes = 8;

export function parseEnvelope(text: string): Envelope | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  if (!isObject(parsed) || typeof parsed['event'] !== 'string') return undefined;
  return { event: parsed['event'], data: isObject(parsed['data']) ? parsed['data'] : {} };
}

/** Undefined for a frame that holds no audio, or whose offset is not a safe integer. */
export function parseAudioChunk(frame: ArrayBuffer): AudioChunk | undefined {
  if (frame.byteLength <= headerBytes) return undefined;
  const offset = Number(new DataView(frame).getBigUint64(0));
  return Number.isSafeInteger(offset) ? { offset, bytes: new Uint8Array(frame, headerBytes) } : undefined;
}

/**
 * The bytes of a chunk from `expected` on: none, its end or all of it. 'gap' if bytes before the chunk are missing.
 */
export function newBytes(chunk: AudioChunk, expected: number): Uint8Array | 'gap' {
  if (chunk.offset > expected) return 'gap';
  return chunk.bytes.subarray(Math.min(expected - chunk.offset, chunk.bytes.length));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
