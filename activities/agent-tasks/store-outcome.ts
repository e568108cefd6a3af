import { createHash } from 'node:crypto';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { TaskOutcome } from '../../workflows/contract/agent-tasks.js';

/** Keeps a task's answer as one immutable JSON object: scripts and pages are too long for the engine's history. */
export async function storeOutcome(
  media: MediaStore,
  workflowId: string,
  answer: Record<string, unknown>,
): Promise<TaskOutcome> {
  const bytes = Buffer.from(JSON.stringify(answer));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { uri } = await media.put(`tasks/${workflowId}/result-${sha256}.json`, bytes);
  return { result_uri: uri };
}
