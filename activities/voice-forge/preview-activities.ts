import { randomUUID } from 'node:crypto';
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { AethercastError } from '../../platform/aethercast-error.js';
import {
  previewKeptMs,
  previewsFolder,
  type PreviewActivities,
  type PreviewFailure,
  type SaidFailure,
} from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toActivityFailure } from '../steps/failures.js';
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
        throw toActivityFailure(error, activityInfo().attempt, deps.log, await say(deps, error));
      } finally {
        clearInterval(beating);
      }
    },
  };
}

/** A coded error's own words may quote the text, so they do not go through the engine. */
async function say({ media, log }: Deps, error: unknown): Promise<PreviewFailure | undefined> {
  if (!(error instanceof AethercastError)) return undefined;
  const said: SaidFailure = { message: error.message, details: error.details };
  try {
    const key = `${previewsFolder}${randomUUID()}.json`;
    return { said_at: (await media.put(key, Buffer.from(JSON.stringify(said)))).uri };
  } catch (cause) {
    log.warn({ err: cause }, 'a failed preview is explained by its code alone');
    return undefined;
  }
}
