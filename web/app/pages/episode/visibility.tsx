import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { episodeQuery, type EpisodeDetail } from './data/episode-query';

/** Who may hear it: asked twice, since a digest that has told subscribers of it cannot be called back. */
export function Visibility({ episode }: { episode: EpisodeDetail }) {
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const { podcast_id: id, public: isPublic } = episode;
  const change = useMutation({
    mutationFn: async () =>
      dataOf(
        await api.PATCH('/api/v1/podcasts/{id}', { params: { path: { id } }, body: { public: !isPublic } }),
      ),
    onSuccess(changed) {
      queries.setQueryData(episodeQuery(id).queryKey, changed);
      setAsks(false);
    },
    onError: () => queries.invalidateQueries({ queryKey: episodeQuery(id).queryKey }),
  });
  return (
    <div className="episode-visibility">
      <button
        type="button"
        role="switch"
        aria-checked={isPublic}
        className="episode-switch"
        onClick={() => {
          change.reset();
          setAsks(true);
        }}
      >
        <span className="episode-switch-track" aria-hidden="true" /> Public
      </button>
      <span className="small quiet">
        {isPublic ? 'Everybody who has its address may hear it.' : 'Only you may hear it.'}
      </span>
      {asks ? (
        <ConfirmDialog
          title={isPublic ? 'Make it private again?' : 'Make it public?'}
          confirm={isPublic ? 'Make it private' : 'Make it public'}
          keep={isPublic ? 'Keep it public' : 'Keep it private'}
          isHarmless
          isBusy={change.isPending}
          onConfirm={() => change.mutate()}
          onClose={() => setAsks(false)}
        >
          <p>
            {isPublic
              ? 'Nobody else can open it any more. Subscribers who have been told of it keep the mail, and whoever has downloaded it keeps the file.'
              : 'Everybody who has its address can hear it, with its cover, chapters and transcript, and the next digest tells subscribers of it. The script with its sources and the record of how it was made stay yours.'}
          </p>
          {change.isError ? <ProblemNotice error={change.error} title="It was not changed." /> : null}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
