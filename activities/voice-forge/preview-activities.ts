import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import type { PreviewActivities } from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../failures.js';
import { obtainSegment } from './obtain-segment.js';

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
        const { uri, segment } = await obtainSegment(deps, spec, cancellationSignal());
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
