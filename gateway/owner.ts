import type { Request } from 'express';
import { localOwnerId } from '../db/connect.js';

/** Whose request this is, as a user id. With accounts it will be the subject of a token. */
export type ResolveOwner = (request: Request) => Promise<string>;

/** A stack without accounts belongs to one local owner. */
export function resolveLocalOwner(): Promise<string> {
  return Promise.resolve(localOwnerId);
}
