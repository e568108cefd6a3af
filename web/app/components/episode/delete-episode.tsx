import { useMutation } from '@tanstack/react-query';
import { toProblem } from '../../api/api-problem';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { ConfirmDialog } from '../confirm-dialog';
import { ProblemNotice } from '../problem-notice';
import { isUnderWay } from '../run/run-state';
import { isGone } from './is-gone';

const lookMs = 400;

/** Asks, cancels what is still being made, and deletes; says why not where that failed. */
export function DeleteEpisode({
  episode,
  onDeleted,
  onGone,
  onClose,
}: {
  episode: Schemas['PodcastListItem'];
  onDeleted: () => void;
  /** Somebody else was faster. */
  onGone: () => void;
  onClose: () => void;
}) {
  const { podcast_id: id } = episode;
  const remove = useMutation({
    mutationFn: (cancelsFirst: boolean) => (cancelsFirst ? cancelAndRemove(id) : removeEpisode(id)),
    onSuccess: onDeleted,
    onError(error) {
      if (isGone(error)) onGone();
    },
  });
  // The page may not know yet that it was started again.
  const isRefused = remove.isError && toProblem(remove.error).status === 409;
  const isRunning = isRefused || isUnderWay(episode.overall_status);
  const title = episode.title ?? episode.topic;
  return (
    <ConfirmDialog
      title={isRunning ? `“${title}” is still being made` : `Delete “${title}”?`}
      confirm={wordsOf(isRunning, remove.isPending)}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate(isRunning)}
      onClose={onClose}
    >
      <p role={isRefused ? 'alert' : undefined}>
        {isRunning ? 'Making it is cancelled first. Then its' : 'Its'} audio, script and cover are deleted for
        good. The record of its run remains.
      </p>
      {remove.isError && !isRefused && !isGone(remove.error) ? (
        <ProblemNotice error={remove.error} title="The episode was not deleted." />
      ) : null}
    </ConfirmDialog>
  );
}

function wordsOf(isRunning: boolean, isBusy: boolean): string {
  if (isBusy) return isRunning ? 'Cancelling and deleting…' : 'Deleting…';
  return isRunning ? 'Cancel and delete' : 'Delete';
}

/** Waits until work in progress has stopped: what is under way cannot be deleted. */
async function cancelAndRemove(id: string): Promise<void> {
  const params = { path: { id } };
  try {
    await api.POST('/api/v1/podcasts/{id}/cancel', { params });
  } catch (error) {
    // It has just ended by itself.
    if (toProblem(error).status !== 409) throw error;
  }
  while (isUnderWay(dataOf(await api.GET('/api/v1/podcasts/{id}', { params })).overall_status)) {
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
  await removeEpisode(id);
}

async function removeEpisode(id: string): Promise<void> {
  await api.DELETE('/api/v1/podcasts/{id}', { params: { path: { id } } });
}
