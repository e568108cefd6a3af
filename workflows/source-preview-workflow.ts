import { isCancellation } from '@temporalio/workflow';
import { sourcePreview } from './activity-proxies.js';
import type { SourcePreviewInput, StoredPreview } from './contract/source-preview.js';
import { runFailure, toFailureDetail } from './run-failure.js';

/** What would be read of a source; belongs to no episode and leaves no record. Fails with the coded error. */
export async function sourcePreviewWorkflow(input: SourcePreviewInput): Promise<StoredPreview> {
  try {
    return await sourcePreview.previewSource.executeWithOptions({ activityId: 'preview' }, [input]);
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw runFailure(toFailureDetail(error), error);
  }
}
