import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { api } from '../../api/client';
import { refreshEpisodes } from '../../api/refresh-episodes';
import { ProblemNotice } from '../../components/problem-notice';
import { DeleteEpisode } from '../../components/episode/delete-episode';
import { RenameEpisode } from '../../components/episode/rename-episode';
import { usePlayer } from '../../player/player';
import { EpisodeRow } from './episode-row';
import { isGone } from '../../components/episode/is-gone';
import type { EpisodeItem } from './use-episodes';
import { useVanished } from './use-vanished';

type Episodes = { total: number; episodes: EpisodeItem[] };

/** The episodes, and what was just done to them in a sentence. */
export function EpisodeList({
  data,
  isFiltered,
  isStale,
  empty,
}: {
  data: Episodes;
  isFiltered: boolean;
  /** Of the filter before, while the new one is asked for. */
  isStale: boolean;
  empty: ReactNode;
}) {
  const queries = useQueryClient();
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<EpisodeItem>();
  const [renamed, setRenamed] = useState<EpisodeItem>();
  const player = usePlayer();
  const note = useRef<HTMLParagraphElement>(null);
  const { expect } = useVanished(isFiltered || isStale ? undefined : 'all', data, (titles) =>
    setSaid(`${titles.map((title) => `“${title}”`).join(', ')} was deleted elsewhere.`),
  );
  const retry = useMutation({
    async mutationFn({ podcast_id: id }: EpisodeItem) {
      await api.POST('/api/v1/podcasts/{id}/retry', { params: { path: { id } } });
    },
    onSuccess: (_, episode) => setSaid(`“${nameOf(episode)}” is being made again.`),
    onError(error, episode) {
      if (isGone(error)) leave(episode, 'was deleted elsewhere');
    },
    onSettled: () => refreshEpisodes(queries),
  });

  function leave(episode: EpisodeItem, how: string): void {
    expect(episode.podcast_id);
    setAsked(undefined);
    setRenamed(undefined);
    setSaid(`“${nameOf(episode)}” ${how}.`);
    void refreshEpisodes(queries, episode.podcast_id);
    // Its button is gone, and the keyboard must not fall back to the top of the page.
    requestAnimationFrame(() => note.current?.focus());
  }

  function rename(episode: EpisodeItem, title: string): void {
    setRenamed(undefined);
    setSaid(`“${nameOf(episode)}” is called “${title}” now.`);
    const { track } = player;
    if (track?.podcastId === episode.podcast_id) player.describe({ ...track, title });
    void refreshEpisodes(queries);
  }

  return (
    <div className="library-list" aria-busy={isStale}>
      <p ref={note} className="library-note" role="status" tabIndex={-1}>
        {said}
      </p>
      {retry.isError && !isGone(retry.error) ? (
        <ProblemNotice error={retry.error} title={`“${nameOf(retry.variables)}” was not restarted.`} />
      ) : null}
      {data.episodes.length === 0 ? empty : null}
      <ul aria-label="Episodes">
        {data.episodes.map((episode) => (
          <EpisodeRow
            key={episode.podcast_id}
            episode={episode}
            isRetrying={retry.isPending && retry.variables.podcast_id === episode.podcast_id}
            onRetry={() => retry.mutate(episode)}
            onRename={() => setRenamed(episode)}
            onDelete={() => setAsked(episode)}
          />
        ))}
      </ul>
      {renamed === undefined ? null : (
        <RenameEpisode
          episode={renamed}
          onRenamed={(title) => rename(renamed, title)}
          onGone={() => leave(renamed, 'was deleted elsewhere')}
          onClose={() => setRenamed(undefined)}
        />
      )}
      {asked === undefined ? null : (
        <DeleteEpisode
          episode={asked}
          onDeleted={() => leave(asked, 'was deleted')}
          onGone={() => leave(asked, 'was deleted elsewhere')}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
}

function nameOf({ title, topic }: EpisodeItem): string {
  return title ?? topic;
}
