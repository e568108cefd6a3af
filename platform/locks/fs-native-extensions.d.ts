// The part that is used here of a package without types. A length of 0 is the rest of the file.
declare module 'fs-native-extensions' {
  /** False when another open file description, on Windows another handle, has the lock. Throws what else is wrong. */
  export function tryLock(fd: number, offset: number, length: number): boolean;
}
