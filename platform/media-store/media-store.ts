import type { Readable } from 'node:stream';

/** What the store knows of one object. `uri` is what records keep: `media://local/<key>` on disk. */
export type MediaObject = { uri: string; bytes: number };

/** Byte positions, both inclusive, as in an HTTP Range header. */
export type ByteRange = { start: number; end: number };

/**
 * Where scripts, snapshots and audio live. Objects are immutable: a key is written once, whole, or not at all.
 * Reading a key that is not there throws `MEDIA_OBJECT_MISSING`.
 */
export interface MediaStore {
  /** Stores the bytes under `key` unless it exists already (then it stays as it is); durable when it resolves. */
  put(key: string, content: Uint8Array | Readable): Promise<MediaObject>;
  /** Undefined when there is no such object. */
  head(uri: string): Promise<MediaObject | undefined>;
  read(uri: string): Promise<Buffer>;
  stream(uri: string, range?: ByteRange): Promise<Readable>;
  /** No error when there is no such object. */
  delete(uri: string): Promise<void>;
  /** Deletes the objects below a prefix (`previews/`) that were stored longer ago than that. */
  deleteOlder(prefix: string, ageMs: number): Promise<void>;
  uriOf(key: string): string;
}
