import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import tar from 'tar-stream';
import yauzl from 'yauzl';

/**
 * Writes the archive's file whose path is `member` or ends with `/member` to `target`. Opens .zip (so .whl too) and
 * .tar.gz, told apart by their first bytes. Throws an Error in words when the file is no archive or lacks the member.
 */
export async function extractMember(archive: string, member: string, target: string): Promise<void> {
  const magic = await firstBytes(archive, 4);
  let found: boolean;
  if (magic.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) found = await fromTar(archive, member, target);
  else if (magic.equals(Buffer.from('PK\x03\x04', 'latin1'))) found = await fromZip(archive, member, target);
  else throw new Error('the file is neither what was asked for nor an archive of it');
  if (!found) throw new Error(`the archive holds no ${member}`);
}

async function fromTar(archive: string, member: string, target: string): Promise<boolean> {
  const extract = tar.extract();
  let found = false;
  extract.on('entry', (header, stream, next) => {
    if (found || header.type !== 'file' || !isMember(header.name, member)) {
      stream.on('end', () => next()).resume();
      return;
    }
    found = true;
    pipeline(stream, createWriteStream(target, { flush: true })).then(() => next(), next);
  });
  await pipeline(createReadStream(archive), createGunzip(), extract);
  return found;
}

async function fromZip(archive: string, member: string, target: string): Promise<boolean> {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (!isMember(entry.fileName, member)) continue;
      const content = await zip.openReadStreamPromise(entry);
      await pipeline(content, createWriteStream(target, { flush: true }));
      return true;
    }
    return false;
  } finally {
    zip.close();
  }
}

function isMember(name: string, member: string): boolean {
  return name === member || name.endsWith(`/${member}`);
}

async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
