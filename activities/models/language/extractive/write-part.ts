// Runs in a worker thread: what a script costs is up to its sources.
import { lineMeasures } from '../../speech/line-measures.js';
import type { LineSpeech } from '../../../script/line-speech.js';
import type { Manuscript, ScriptPart, WriteRequest } from '../../../script/script-writer.js';
import { createExtractiveWriter } from './extractive-writer.js';

export type WritePartTask = {
  request: Omit<WriteRequest, 'estimateMs' | 'canSpeak' | 'speech'> & { speech: LineSpeech };
  soFar: Manuscript | undefined;
};

/** The extractive writer's next part. */
export default function writePart({ request, soFar }: WritePartTask): Promise<ScriptPart> {
  return createExtractiveWriter().writePart({ ...request, ...lineMeasures(request.speech) }, soFar);
}
