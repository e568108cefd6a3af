import { AethercastError } from '../../platform/aethercast-error.js';
import type { ActivityDeps } from '../activity-deps.js';
import { readIfThere } from '../steps/read-if-there.js';
import { speechObject } from './speech-object.js';
import type { ForgedSegment, SegmentSpec } from './voice-forge.js';

type Deps = Pick<ActivityDeps, 'log' | 'media' | 'forge'>;

/**
 * The finished segment of a spec: the stored one when it is sound, else a new one, which is stored.
 * @param mediaKey where it is kept.
 */
export async function obtainSegment(
  deps: Deps,
  spec: SegmentSpec,
  signal: AbortSignal,
  mediaKey = speechObject(spec).mediaKey,
): Promise<ForgedSegment> {
  return (
    (await findSegment(deps, spec, signal, mediaKey)) ?? (await forgeSegment(deps, spec, signal, mediaKey))
  );
}

/**
 * The stored segment. One that does not pass its checks is deleted and counts as not there, so that a step knows
 * before it begins whether an engine has to be called.
 */
export async function findSegment(
  { log, media, forge }: Deps,
  spec: SegmentSpec,
  signal: AbortSignal,
  mediaKey = speechObject(spec).mediaKey,
): Promise<ForgedSegment | undefined> {
  const uri = media.uriOf(mediaKey);
  const mp3 = await readIfThere(media, uri);
  if (mp3 === undefined) return undefined;
  try {
    return await forge.inspect(mp3, spec, signal);
  } catch (error) {
    // Other codes mean that the inspecting thread failed, not that the audio is bad.
    if (!(error instanceof AethercastError) || !error.code.startsWith('VFA_SEGMENT_')) throw error;
    log.warn({ err: error, uri }, 'a stored segment is damaged and will be made again');
    await media.delete(uri);
    return undefined;
  }
}

/** A new segment, stored before it is returned. */
export async function forgeSegment(
  { media, forge }: Pick<Deps, 'media' | 'forge'>,
  spec: SegmentSpec,
  signal: AbortSignal,
  mediaKey = speechObject(spec).mediaKey,
): Promise<ForgedSegment> {
  const segment = await forge.forge(spec, signal);
  await media.put(mediaKey, segment.mp3);
  return segment;
}
