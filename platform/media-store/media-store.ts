import type { Readable } from 'node:stream';

/** What the store knows of one object. `uri` is what records keep: `media://local/<key>` on disk. */
export type MediaObject = { uri: string; bytes: number };

/** Changes whenever the object is written: also when it should not have been. */
export type StoredObject = MediaObject & { storedAtMs: number };

/** For how long addresses are signed: pages of pictures stay open for a while, a player asks for its audio at once. */
export const signedSeconds = { image: 900, audio: 300 } as const;

/** Byte positions, both inclusive, as in an HTTP Range header. */
export type ByteRange = { start: number; end: number };

/**
 * Where scripts, snapshots and audio live. Objects are immutable: a key is written once, whole, or not at all.
 * Reading a key that is not there throws `MEDIA_OBJECT_MISSING`.
 */
export interface MediaStore {
  /** Stores the bytes under `key` unless it exists already (then it stays as it is); durable when it resolves. */
  put(key: string, content: Uint8Array | Readable): Promise<MediaObject>;
  /** Puts these bytes in the place of an object that was lost or damaged, whole or not at all; durable when it resolves. */
  replace(uri: string, content: Uint8Array): Promise<void>;
  /** Undefined when there is no such object. */
  head(uri: string): Promise<StoredObject | undefined>;
  read(uri: string): Promise<Buffer>;
  stream(uri: string, range?: ByteRange): Promise<Readable>;
  /**
   * An address that serves the object to whoever has it, for at least `seconds`: absolute, or a path on the gateway.
   * Throws MEDIA_OBJECT_MISSING when the URI is none of this store; whether there is such an object is not looked up.
   */
  signedUrl(uri: string, seconds: number): Promise<string>;
  /** No error when there is no such object. */
  delete(uri: string): Promise<void>;
  /** Deletes the objects below a prefix (`previews/`) that were stored longer ago than that. */
  deleteOlder(prefix: string, ageMs: number): Promise<void>;
  /** The objects below a prefix (`uploads/`) that were stored longer ago than that. */
  listOlder(prefix: string, ageMs: number): Promise<StoredObject[]>;
  /** Deletes all objects below a prefix (`episodes/<id>/`). */
  deleteBelow(prefix: string): Promise<void>;
  /** Deletes what writers that were killed have left half-written, once nothing was added to it for that long. */
  deleteUnfinished(ageMs: number): Promise<void>;
  uriOf(key: string): string;
}
