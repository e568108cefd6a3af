import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode, exitCode } from '../error-code.js';

const run = promisify(execFile);

/**
 * Linux's numbers of file systems on a disk or in memory of this machine (`include/uapi/linux/magic.h` and the file
 * systems' own headers). What is not here counts as shared: NFS, SMB, 9p, FUSE (also VirtioFS), Ceph, GFS2, OCFS2, ...
 */
const localTypes = new Set([
  0xef53, // ext2, ext3, ext4
  0x5846_5342, // XFS
  0x9123_683e, // Btrfs
  0x0102_1994, // tmpfs
  0x8584_58f6, // ramfs
  0x794c_7630, // overlayfs
  0x2fc1_2fc1, // ZFS
  0xf2f5_2010, // F2FS
  0xca45_1a4e, // bcachefs
  0x5265_4973, // ReiserFS
  0x3153_464a, // JFS
  0x3434, // NILFS
  0x4d44, // FAT
  0x2011_bab0, // exFAT
  0x7366_746e, // NTFS
]);

/** Whether a folder is on this machine, so that the system's locks on its files can be trusted. */
export async function isLocalFileSystem(folder: string): Promise<boolean> {
  if (process.platform === 'linux') return localTypes.has((await statfs(folder)).type);
  if (process.platform === 'win32') return !path.resolve(folder).startsWith('\\\\');
  try {
    return isMountedLocally((await run('/sbin/mount')).stdout, path.resolve(folder));
  } catch (error) {
    if ((errorCode(error) ?? exitCode(error)) === undefined) throw error;
    return false;
  }
}

/** What `mount` of macOS says of the file system that a folder is on: `/dev/disk3s1 on /System (apfs, local, ...)`. */
export function isMountedLocally(mounts: string, folder: string): boolean {
  const [innermost] = [...mounts.matchAll(/^.+? on (\/.*) \(([^()]*)\)$/gm)]
    .filter(([, at = '']) => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`))
    .sort(([, one = ''], [, other = '']) => other.length - one.length);
  return innermost?.[2]?.split(', ').includes('local') ?? false;
}
