/**
 * SHA-256 of the functions of each release, oldest first; the last one is that of the files beside this one. A release
 * that changes a function adds its hash here: a database whose functions have a higher number than this list is ahead
 * of this program and keeps them.
 */
export const functionReleases: readonly string[] = [
  '79d359b4374e581ffa6cf3cb7a43ce331dc15ead2c255489a7c931f251f24a65',
];
