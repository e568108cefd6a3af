import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { api } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemNotice } from '../../parts/problem-notice';
import { isUnderWay } from '../../parts/run-state';
import { chaptersOf } from '../../player/chapters';
import { PlayerControls } from '../../player/player-controls';
import { Transcript } from '../../player/transcript';
import { useSegments } from '../../player/use-segments';

const lookEveryMs = 5_000;

export default function Episode() {
  const { id = '' } = useParams();
  const params = { path: { id } };
  const episode = useQuery({
    queryKey: ['podcast', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/podcasts/{id}', { params })),
    refetchInterval: lookEveryMs,
  });
  const script = useQuery({
    queryKey: ['script', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/podcasts/{id}/script', { params })),
    refetchInterval: ({ state: { data } }) => (data?.complete === true ? false : lookEveryMs),
  });
  const isLive = episode.data === undefined || isUnderWay(episode.data.overall_status);
  const segments = useSegments(id, isLive);
  if (episode.data === undefined) {
    return (
      <Page title="Episode">
        {episode.error === null ? (
          <Loading what="the episode" />
        ) : (
          <ProblemNotice error={episode.error} title="This episode could not be shown." />
        )}
      </Page>
    );
  }
  const title = episode.data.title ?? episode.data.topic;
  const track = { podcastId: id, title, coverUrl: episode.data.cover_url, isLive };
  return (
    <Page title={title}>
      <PlayerControls
        track={track}
        chapters={script.data === undefined ? [] : chaptersOf(script.data, segments)}
        availableMs={episode.data.progress.available_ms}
        durationMs={episode.data.duration_ms}
      />
      {script.data === undefined ? null : (
        <Transcript track={track} script={script.data} segments={segments} />
      )}
    </Page>
  );
}
