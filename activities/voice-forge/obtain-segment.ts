import { AethercastError } from '../../platform/aethercast-error.js';
import type { ActivityDeps } from '../activity-deps.js';
import { readIfThere, speechObject } from './speech-object.js';
import type { ForgedSegment, SegmentSpec } from './voice-forge.js';

type Deps = Pick<ActivityDeps, 'media' | 'forge'>;

/** The finished segment of a spec: the stored one, when it is sound, else a new one, which is stored. */
export async function obtainSegment(
  deps: Deps,
  spec: SegmentSpec,
  signal: AbortSignal,
): Promise<{ uri: string; segment: ForgedSegment; reused: boolean }> {
  const uri = deps.media.uriOf(speechObject(spec).mediaKey);
  const stored = await storedSegment(deps, uri, spec, signal);
  if (stored !== undefined) return { uri, segment: stored, reused: true };
  const segment = await deps.forge.forge(spec, signal);
  await deps.media.put(speechObject(spec).mediaKey, segment.mp3);
  return { uri, segment, reused: false };
}

/** What is stored at the address, when it is sound; what is not is taken away. */
export async function storedSegment(
  { media, forge }: Deps,
  uri: string,
  spec: SegmentSpec,
  signal: AbortSignal,
): Promise<ForgedSegment | undefined> {
  const mp3 = await readIfThere(media, uri);
  if (mp3 === undefined) return undefined;
  try {
    return await forge.inspect(mp3, spec, signal);
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    await media.delete(uri);
    return undefined;
  }
}
