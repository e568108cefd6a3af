/**
 * SHA-256 of the functions of each release, oldest first; the last one is that of the files beside this one. A release
 * that changes a function adds its hash here: a database whose functions have a higher number than this list is ahead
 * of this program and keeps them.
 */
export const functionReleases: readonly string[] = [
  'd7eda1d636d5936011f48b780e45f52156c24da186f573a4126e23c061f6942d',
];
