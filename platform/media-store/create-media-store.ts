import path from 'node:path';
import type { Config } from '../config/load-config.js';
import { DiskStore } from './disk-store.js';
import type { MediaStore } from './media-store.js';

/** The configured media store: a folder. */
export function createMediaStore(config: Config): MediaStore {
  return new DiskStore(config.MEDIA_DIR ?? path.join(config.AETHERCAST_DATA, 'media'));
}
