import type { Config } from '../config/load-config.js';
import { DiskStore } from './disk-store.js';
import { mediaFolder } from './media-folder.js';
import { createMediaSigner } from './media-signer.js';
import type { MediaStore } from './media-store.js';

/** The configured media store: a folder. */
export function createMediaStore(config: Config): MediaStore {
  return new DiskStore(mediaFolder(config), createMediaSigner(config));
}
