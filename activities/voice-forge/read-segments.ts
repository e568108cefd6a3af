import { createHash } from 'node:crypto';
import type { StoredSegment } from '../../db/episode-segments.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { PodcastScript } from '../../workflows/contract/script.js';
import type { ActivityDeps } from '../activity-deps.js';
import type { EpisodeSegment } from './assemble/episode-parts.js';
import type { Prosody } from '../script/prosody.js';
import { planLine } from './plan-line.js';
import { readIfThere } from '../steps/read-if-there.js';
import { speechObject } from './speech-object.js';

type Deps = Pick<ActivityDeps, 'media' | 'forge' | 'log'>;
type Episode = { script: PodcastScript; stored: StoredSegment[]; prosody: Prosody };

/** A store far away answers many questions as fast as one. */
const readAtOnce = 16;

/**
 * The recorded segments' audio in order. One whose object was lost or damaged since it was recorded is spoken again:
 * the same line gives the same bytes, and a finished step is never run twice, so nobody else would.
 */
export async function* readSegments(
  deps: Deps,
  episode: Episode,
  signal: AbortSignal,
): AsyncGenerator<EpisodeSegment> {
  for (let at = 0; at < episode.stored.length; at += readAtOnce) {
    const segments = episode.stored.slice(at, at + readAtOnce);
    const found = await Promise.all(segments.map(({ mediaUri }) => readIfThere(deps.media, mediaUri)));
    for (const [place, segment] of segments.entries()) {
      const { seq, frames, sha256 } = segment;
      const stored = found[place];
      const mp3 =
        stored && sha256Of(stored) === sha256 ? stored : await speakAgain(deps, episode, segment, signal);
      yield { seq, frames, sha256, mp3 };
    }
  }
}

async function speakAgain(
  { media, forge, log }: Deps,
  { script, prosody }: Episode,
  segment: StoredSegment,
  signal: AbortSignal,
): Promise<Uint8Array> {
  log.warn(
    { segment: segment.seq, uri: segment.mediaUri },
    'the audio of a recorded segment is missing; speaking it again',
  );
  const spec = forge.plan(planLine(script, segment.seq, prosody));
  const { mp3, sha256 } = await forge.forge(spec, signal);
  if (sha256 !== segment.sha256) {
    throw new AethercastError('CPOA_EPISODE_DAMAGED', {
      message: `The audio of segment ${segment.seq + 1} was lost, and speaking it again produced different audio.`,
      details: { segment: segment.seq + 1 },
    });
  }
  await media.delete(segment.mediaUri);
  await media.put(speechObject(spec).mediaKey, mp3);
  return mp3;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
