import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import {
  previewKeptMs,
  previewsFolder,
  type PreviewActivities,
} from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../steps/failures.js';
import { sayFailure } from '../steps/say-failure.js';
import { obtainSegment } from './obtain-segment.js';
import { segmentKey } from './voice-forge.js';

type Deps = Pick<ActivityDeps, 'log' | 'media' | 'forge'>;

const heartbeatEveryMs = 700;
/** Silence at the end, so that players do not cut the last sound. */
const pauseMs = 300;

/** VFA: a voice says something outside of any episode. A preview of the last hour is reused. */
export function createPreviewActivities(deps: Deps): PreviewActivities {
  return {
    async previewVoice(input) {
      const beating = setInterval(heartbeat, heartbeatEveryMs);
      try {
        const { voice, language } = input;
        const text = 'text' in input ? input.text : (await deps.media.read(input.textUri)).toString();
        const spec = deps.forge.plan({ voice, language, text, pauseMs });
        const key = `${previewsFolder}${segmentKey(spec)}.mp3`;
        // Before it looks for this preview, so that what it finds is there for everyone who waits.
        await deps.media.deleteOlder(previewsFolder, previewKeptMs);
        const segment = await obtainSegment(deps, spec, cancellationSignal(), key);
        return {
          uri: deps.media.uriOf(key),
          sha256: segment.sha256,
          bytes: segment.mp3.length,
          durationMs: Math.round(segment.durationMs),
        };
      } catch (error) {
        throw toActivityFailure(error, activityInfo().attempt, deps.log, await sayFailure(deps, error));
      } finally {
        clearInterval(beating);
      }
    },
  };
}
