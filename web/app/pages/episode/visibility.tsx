import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { openToEveryone } from '../../components/open-to-everyone';
import { ProblemNotice } from '../../components/problem-notice';
import { episodeQuery, type EpisodeDetail } from './data/episode-query';

/** Makes it public or unlisted; asks first, since a mail to subscribers cannot be taken back. */
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
        {isPublic ? 'Announced to subscribers.' : 'Not announced to subscribers.'} {openToEveryone}
      </span>
      {asks ? (
        <ConfirmDialog
          title={isPublic ? 'Make it unlisted again?' : 'Make it public?'}
          confirm={isPublic ? 'Make it unlisted' : 'Make it public'}
          keep={isPublic ? 'Keep it public' : 'Keep it unlisted'}
          isHarmless
          isBusy={change.isPending}
          onConfirm={() => change.mutate()}
          onClose={() => setAsks(false)}
        >
          <p>
            {isPublic
              ? 'It is no longer announced to subscribers. Those who were notified keep the mail, and anyone who has downloaded it keeps the file.'
              : 'The next mail to subscribers announces it.'}{' '}
            {openToEveryone}
          </p>
          {change.isError ? (
            <ProblemNotice error={change.error} title="The episode was not changed." />
          ) : null}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
