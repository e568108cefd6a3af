import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { toProblem } from '../../api/api-problem';
import { api, type Schemas } from '../../api/client';
import { ConfirmDialog } from '../confirm-dialog';
import { ProblemNotice } from '../problem-notice';
import { isUnderWay } from '../run/run-state';
import { isGone } from './is-gone';

/** Asks, deletes, and says why not where it cannot be. */
export function DeleteEpisode({
  episode,
  isHere = false,
  onDeleted,
  onGone,
  onClose,
}: {
  episode: Schemas['PodcastListItem'];
  /** On the episode's own page, where it can be cancelled. */
  isHere?: boolean;
  onDeleted: () => void;
  /** Somebody else was faster. */
  onGone: () => void;
  onClose: () => void;
}) {
  const remove = useMutation({
    async mutationFn() {
      await api.DELETE('/api/v1/podcasts/{id}', { params: { path: { id: episode.podcast_id } } });
    },
    onSuccess: onDeleted,
    onError(error) {
      if (isGone(error)) onGone();
    },
  });
  const isRefused = remove.isError && toProblem(remove.error).status === 409;
  const isRunning = isRefused || isUnderWay(episode.overall_status);
  const title = episode.title ?? episode.topic;
  return (
    <ConfirmDialog
      title={isRunning ? `“${title}” is still being made` : `Delete “${title}”?`}
      confirm={isRunning ? undefined : 'Delete'}
      isBusy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {isRunning ? (
        <p role={isRefused ? 'alert' : undefined}>
          It cannot be deleted until it has stopped. Cancel it first
          {isHere ? null : (
            <>
              , on its <Link href={`/episodes/${episode.podcast_id}`}>episode page</Link> or its{' '}
              <Link href={`/runs/${episode.podcast_id}`}>diagnostics</Link>
            </>
          )}
          , then delete it.
        </p>
      ) : (
        <p>Its audio, script and cover are deleted for good. The record of its run remains.</p>
      )}
      {remove.isError && !isRefused && !isGone(remove.error) ? (
        <ProblemNotice error={remove.error} title="The episode was not deleted." />
      ) : null}
    </ConfirmDialog>
  );
}
