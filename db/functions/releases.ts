/**
 * SHA-256 of the functions of each release, oldest first; the last one is that of the files beside this one. A release
 * that changes a function adds its hash here: a database whose functions have a higher number than this list is ahead
 * of this program and keeps them.
 */
export const functionReleases: readonly string[] = [
  '5f1bedccf3034cb4d5de64056c3542452490aad71594b56b100c2d7d3f88b3b1',
  'f3bdb56bc737f658f5844c00d34c8e507a2bb94480e15f80e1a3a4f1a3f9b277',
  '93c2dd4850e4ed8736ffba0ece1effbb214c2e891e7aec02441645afeb22e376',
  '405e5ab94df159cde7f0c3d0e9bf13238d806c92c5b37b374923224ff6d100c5',
];
