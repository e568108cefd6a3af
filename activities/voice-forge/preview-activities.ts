import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { PreviewActivities } from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../failures.js';
import { readIfThere, speechObject } from './speech-object.js';
import type { ForgedSegment, SegmentSpec } from './voice-forge.js';

type Deps = Pick<ActivityDeps, 'log' | 'media' | 'forge'>;

const heartbeatEveryMs = 700;
/** So that a player does not cut the last sound. */
const pauseMs = 300;

/** VFA: a voice says something, outside of any episode; stored like a segment, so the same is never spoken twice. */
export function createPreviewActivities(deps: Deps): PreviewActivities {
  return {
    async previewVoice(input) {
      const beating = setInterval(heartbeat, heartbeatEveryMs);
      try {
        const spec = deps.forge.plan({ ...input, pauseMs });
        const uri = deps.media.uriOf(speechObject(spec).mediaKey);
        const segment = (await stored(deps, uri, spec)) ?? (await forged(deps, spec));
        return {
          uri,
          sha256: segment.sha256,
          bytes: segment.mp3.length,
          durationMs: Math.round(segment.durationMs),
        };
      } catch (error) {
        throw toActivityFailure(error, activityInfo().attempt, deps.log);
      } finally {
        clearInterval(beating);
      }
    },
  };
}

/** What an episode or an earlier preview left, when it is sound. */
async function stored(
  { media, forge }: Deps,
  uri: string,
  spec: SegmentSpec,
): Promise<ForgedSegment | undefined> {
  const mp3 = await readIfThere(media, uri);
  if (mp3 === undefined) return undefined;
  try {
    return await forge.inspect(mp3, spec, cancellationSignal());
  } catch (error) {
    if (!(error instanceof AethercastError)) throw error;
    await media.delete(uri);
    return undefined;
  }
}

async function forged({ media, forge }: Deps, spec: SegmentSpec): Promise<ForgedSegment> {
  const segment = await forge.forge(spec, cancellationSignal());
  await media.put(speechObject(spec).mediaKey, segment.mp3);
  return segment;
}
