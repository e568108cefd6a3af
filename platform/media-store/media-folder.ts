import path from 'node:path';
import type { Config } from '../config/load-config.js';

/** Where the disk store keeps its objects. */
export function mediaFolder(config: Pick<Config, 'MEDIA_DIR' | 'AETHERCAST_DATA'>): string {
  return config.MEDIA_DIR ?? path.join(config.AETHERCAST_DATA, 'media');
}
