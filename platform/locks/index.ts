// Who may use a file or a folder: locks of the system, leases where those cannot be trusted. Imports nothing of the
// project but platform/.
export { describeHolder, type LockHolder } from './lock-holder.js';
export { isFileLocked, takeFileLock, type FileLock } from './file-lock.js';
export { isLocalFileSystem } from './local-file-system.js';
export { isLeased, takeLease, type Lease, type LeasePace } from './lease.js';
export { waitForLock } from './wait-for-lock.js';
