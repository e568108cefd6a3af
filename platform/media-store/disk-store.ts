import { createReadStream, type Stats } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AethercastError } from '../aethercast-error.js';
import { errorCode } from '../error-code.js';
import type { MediaSigner } from './media-signer.js';
import type { ByteRange, MediaObject, MediaStore, StoredObject } from './media-store.js';

const scheme = 'media://local/';
/** Keys are ours (hashes, ids, plain names); anything else is a bug or an attack, never a path to follow. */
const keyPattern = /^[a-z0-9][a-z0-9_.-]*(\/[a-z0-9][a-z0-9_.-]*)*$/i;

/** Where objects are written. No key begins with a dot, so nothing in it can be addressed as an object. */
const unfinishedFolder = '.unfinished';

/** People's own words and voices: nobody else on the machine may read them. */
const fileMode = 0o600;
const folderMode = 0o700;

/**
 * A media store in a local folder. Objects are written apart, synced, then linked into their place. Folders and files
 * are the owner's alone, so all processes that share the store run as one user.
 */
export class DiskStore implements MediaStore {
  readonly #root: string;
  readonly #signer: MediaSigner;
  #isSwept = false;

  constructor(root: string, signer: MediaSigner) {
    this.#root = path.resolve(root);
    this.#signer = signer;
  }

  uriOf(key: string): string {
    this.#fileOf(key);
    return scheme + key;
  }

  async put(key: string, content: Uint8Array | Readable): Promise<MediaObject> {
    const file = this.#fileOf(key);
    // A stream may be long. Bytes at hand are mostly new, and the link below leaves an existing object as it is.
    if (content instanceof Readable) {
      const existing = await this.head(scheme + key);
      if (existing) {
        content.resume();
        return existing;
      }
    }
    const bytes = await this.#writeApart(content, async (temporary) => {
      await linkUnlessThere(temporary, file);
      await syncFolder(path.dirname(file));
    });
    return { uri: scheme + key, bytes };
  }

  async replace(uri: string, content: Uint8Array): Promise<void> {
    const file = this.#fileOfUri(uri);
    await this.#writeApart(content, async (temporary) => {
      await withFolder(file, () => rename(temporary, file));
      await syncFolder(path.dirname(file));
    });
  }

  async head(uri: string): Promise<StoredObject | undefined> {
    try {
      const { size, mtimeMs } = await stat(this.#fileOfUri(uri));
      return { uri, bytes: size, storedAtMs: mtimeMs };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async read(uri: string): Promise<Buffer> {
    try {
      return await readFile(this.#fileOfUri(uri));
    } catch (error) {
      throw isMissing(error) ? missing(uri, error) : error;
    }
  }

  async stream(uri: string, range?: ByteRange): Promise<Readable> {
    if (!(await this.head(uri))) throw missing(uri);
    return createReadStream(this.#fileOfUri(uri), range ?? {});
  }

  async signedUrl(uri: string, seconds: number): Promise<string> {
    return this.#signer.sign(this.#keyOf(uri), seconds);
  }

  async delete(uri: string): Promise<void> {
    await rm(this.#fileOfUri(uri), { force: true });
  }

  async deleteOlder(prefix: string, ageMs: number): Promise<void> {
    await deleteOldFiles(this.#fileOf(prefix.replace(/\/$/, '')), ageMs, () => true);
  }

  async listOlder(prefix: string, ageMs: number): Promise<StoredObject[]> {
    const found: StoredObject[] = [];
    for (const folder of await foldersBelow(this.#fileOf(prefix.replace(/\/$/, '')))) {
      for (const { file, stats } of await oldFiles(folder, ageMs, (name) => !name.startsWith('.'))) {
        const uri = scheme + path.relative(this.#root, file).replaceAll(path.sep, '/');
        found.push({ uri, bytes: stats.size, storedAtMs: stats.mtimeMs });
      }
    }
    return found;
  }

  async deleteBelow(prefix: string): Promise<void> {
    await rm(this.#fileOf(prefix.replace(/\/$/, '')), { recursive: true, force: true });
  }

  async deleteUnfinished(ageMs: number): Promise<void> {
    await deleteOldFiles(path.join(this.#root, unfinishedFolder), ageMs, () => true);
    if (this.#isSwept) return;
    // Earlier releases wrote an object beside its place. Once is enough: none is written there any more.
    for (const folder of await foldersBelow(this.#root)) {
      await deleteOldFiles(folder, ageMs, (name) => /^\.[0-9a-f-]{36}\.part$/.test(name));
    }
    this.#isSwept = true;
  }

  /** Writes a file of its own, has it moved to its place when it is whole, and answers its length. */
  async #writeApart(
    content: Uint8Array | Readable,
    move: (temporary: string) => Promise<void>,
  ): Promise<number> {
    const temporary = path.join(this.#root, unfinishedFolder, `${randomUUID()}.part`);
    const handle = await openNew(temporary);
    try {
      const bytes = await writeDurably(handle, content);
      await move(temporary);
      return bytes;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  #fileOfUri(uri: string): string {
    return this.#fileOf(this.#keyOf(uri));
  }

  #keyOf(uri: string): string {
    const key = uri.slice(scheme.length);
    if (!uri.startsWith(scheme) || !keyPattern.test(key)) {
      throw new AethercastError('MEDIA_OBJECT_MISSING', {
        message: `The disk store holds ${scheme}... objects only.`,
        details: { uri },
      });
    }
    return key;
  }

  #fileOf(key: string): string {
    if (!keyPattern.test(key)) throw new TypeError(`Not a media key: ${JSON.stringify(key)}`);
    return path.join(this.#root, ...key.split('/'));
  }
}

/** A new file. Folders are made only when they are missing: mostly they are there, and every look takes its time. */
async function openNew(file: string): Promise<FileHandle> {
  return withFolder(file, () => open(file, 'wx', fileMode));
}

async function withFolder<Answer>(file: string, make: () => Promise<Answer>): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(path.dirname(file), { recursive: true, mode: folderMode });
    return make();
  }
}

/** Writes and syncs everything and closes the file; answers its length. */
async function writeDurably(handle: FileHandle, content: Uint8Array | Readable): Promise<number> {
  if (content instanceof Readable) {
    const target = handle.createWriteStream({ flush: true });
    await pipeline(content, target);
    return target.bytesWritten;
  }
  try {
    await handle.writeFile(content);
    await handle.datasync();
    return content.byteLength;
  } finally {
    await handle.close();
  }
}

/** Hard link instead of rename: two writers of one key cannot overwrite each other. */
async function linkUnlessThere(temporary: string, file: string): Promise<void> {
  try {
    await withFolder(file, () => link(temporary, file));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** A new name survives a power cut only once its folder is synced; Windows cannot open folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Deletes the files in the folder whose last change is older than that. */
async function deleteOldFiles(
  folder: string,
  ageMs: number,
  isMeant: (name: string) => boolean,
): Promise<void> {
  for (const { file } of await oldFiles(folder, ageMs, isMeant)) await rm(file, { force: true });
}

async function oldFiles(
  folder: string,
  ageMs: number,
  isMeant: (name: string) => boolean,
): Promise<{ file: string; stats: Stats }[]> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? [];
  const found: { file: string; stats: Stats }[] = [];
  for (const file of names.filter(isMeant).map((name) => path.join(folder, name))) {
    // Another process may be taking it away.
    const stats = await stat(file).catch(unlessMissing);
    if (stats?.isFile() && Date.now() - stats.mtimeMs > ageMs) found.push({ file, stats });
  }
  return found;
}

/** The folder and all below it. */
async function foldersBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true }).catch(unlessMissing)) ?? [];
  const found = [folder];
  for (const entry of entries) {
    if (entry.isDirectory()) found.push(...(await foldersBelow(path.join(folder, entry.name))));
  }
  return found;
}

function unlessMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error;
}

function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

function missing(uri: string, cause?: unknown): AethercastError {
  return new AethercastError('MEDIA_OBJECT_MISSING', { details: { uri }, cause });
}
