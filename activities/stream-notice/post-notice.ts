import { AethercastError } from '../../platform/aethercast-error.js';

/** A streamer answers at once or is in trouble. */
const answerMs = 5_000;

/**
 * Tells a streamer's `POST /asf/internal/notify_new_audio` that the stream's file is finished.
 * @throws AethercastError ASF_NOTICE_FAILED when it cannot be reached or does not take the notice; the signal's reason
 */
export async function postNotice(
  url: string,
  token: string | undefined,
  notice: { stream_id: string; filepath: string },
  signal: AbortSignal,
): Promise<void> {
  // Kept at hand: a deadline that only a combined signal knows of is collected with the garbage and never comes (Node 20).
  const deadline = AbortSignal.timeout(answerMs);
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(notice),
      signal: AbortSignal.any([signal, deadline]),
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw failed(deadline.aborted ? 'it did not answer in time' : 'it could not be reached', { cause });
  }
  // What it says is not needed; its connection is.
  await response.body?.cancel();
  if (response.ok) return;
  throw failed(`it answered with the status ${response.status}`, { details: { status: response.status } });
}

function failed(why: string, more: { cause?: unknown; details?: Record<string, unknown> }): AethercastError {
  const message = `The streamer could not be notified that the episode is finished: ${why}.`;
  return new AethercastError('ASF_NOTICE_FAILED', { message, ...more });
}
