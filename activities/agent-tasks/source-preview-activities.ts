import { randomUUID } from 'node:crypto';
import { activityInfo, cancellationSignal, heartbeat } from '@temporalio/activity';
import { countLeftOut } from '../../workflows/contract/left-out-words.js';
import type {
  PreviewRequest,
  ShownPreview,
  SourcePreview,
  SourcePreviewActivities,
} from '../../workflows/contract/source-preview.js';
import { previewsFolder } from '../../workflows/contract/voice-preview.js';
import type { ActivityDeps } from '../activity-deps.js';
import { toSourceInput } from '../content-harvest/to-source-input.js';
import { toActivityFailure } from '../steps/failures.js';
import { sayFailure } from '../steps/say-failure.js';
import { previewSource } from './preview-source.js';

type Deps = Pick<ActivityDeps, 'config' | 'log' | 'media' | 'harvester' | 'threads' | 'forge'>;

const heartbeatEveryMs = 700;

/** What is understood of a source, outside of any episode. Its object is for the one who asked, and goes with the answer. */
export function createSourcePreviewActivities(deps: Deps): SourcePreviewActivities {
  async function preview(requestUri: string, workflowId: string): Promise<SourcePreview> {
    const asked = await deps.media.read(requestUri);
    const { ownerId, source } = JSON.parse(asked.toString()) as PreviewRequest;
    const speech = { language: deps.config.DEFAULT_LANGUAGE, pronunciations: deps.forge.pronunciations() };
    return previewSource(deps, await toSourceInput(deps.media, source), speech, {
      signal: cancellationSignal(),
      claimant: { ownerId, workflowId },
    });
  }

  return {
    async previewSource({ requestUri }) {
      const beating = setInterval(heartbeat, heartbeatEveryMs);
      const { attempt, workflowExecution } = activityInfo();
      try {
        const found = await preview(requestUri, workflowExecution?.workflowId ?? '');
        const bytes = Buffer.from(JSON.stringify(toShown(found)));
        const { uri } = await deps.media.put(`${previewsFolder}${randomUUID()}.json`, bytes);
        return { uri };
      } catch (error) {
        throw toActivityFailure(error, attempt, deps.log, await sayFailure(deps, error));
      } finally {
        clearInterval(beating);
      }
    },
  };
}

/** More is not looked through on a screen, and a book would be an answer of many MB. */
const maxCharacters = 100_000;
const maxSentences = 1_000;
const maxPieces = 300;

function toShown(preview: SourcePreview): ShownPreview {
  const { text, spoken, left_out: leftOut } = preview;
  return {
    ...preview,
    text: text.slice(0, maxCharacters),
    spoken: spoken.slice(0, maxSentences),
    left_out: leftOut.slice(0, maxPieces),
    left_out_counts: countLeftOut(leftOut),
    shortened: text.length > maxCharacters || spoken.length > maxSentences || leftOut.length > maxPieces,
  };
}
