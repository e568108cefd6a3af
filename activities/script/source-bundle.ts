import { createHash } from 'node:crypto';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { Warning } from '../../workflows/contract/script.js';
import type { HarvestedSource } from './harvested-source.js';

/** What an episode is made of: the snapshots, and what the listener should know about how they were come by. */
export type SourceBundle = { sources: HarvestedSource[]; warnings: Warning[] };

/** Stores the bundle as one immutable object. */
export async function writeBundle(
  media: MediaStore,
  workflowId: string,
  bundle: SourceBundle,
): Promise<{ uri: string; sha256: string }> {
  const bytes = Buffer.from(JSON.stringify(bundle));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { uri } = await media.put(`episodes/${workflowId}/sources-${sha256}.json`, bytes);
  return { uri, sha256 };
}

/** Runs that were harvested by an earlier release have the bare list of sources. */
export async function readBundle(media: MediaStore, uri: string): Promise<SourceBundle> {
  const stored = JSON.parse((await media.read(uri)).toString('utf8')) as SourceBundle | HarvestedSource[];
  return Array.isArray(stored) ? { sources: stored, warnings: [] } : stored;
}
