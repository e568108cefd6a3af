import { useState } from 'react';
import { useLocation } from 'wouter';
import { api, type Schemas } from '../../api/client';
import { dataOf } from '../../api/data-of';
import { isObject } from '../../browser/is-object';
import { isGone } from '../../components/episode/is-gone';
import { isUnderWay } from '../../components/run/run-state';
import { useMe } from '../../me/me';
import { usePlayer } from '../../player/player';
import { callApi } from '../../ui-definition/call-api';
import type { Card } from './cards';
import { keepTopicEpisode, topicEpisodes } from './topic-episodes';

type Data = Record<string, unknown>;
type Wanted = { podcast_id: string; topic_id: string; title: string };

/** What Listen does: it plays the topic's episode, if there is one, and a new one otherwise. */
export function useListen() {
  const player = usePlayer();
  const [, go] = useLocation();
  const { clientId, preferences } = useMe();
  const [episodes, setEpisodes] = useState(topicEpisodes);

  function remember(topicId: string, podcastId: string): void {
    keepTopicEpisode(topicId, podcastId);
    setEpisodes(topicEpisodes());
  }

  /** Sounds as soon as there is a line: the browser lets it, since a press on this page has asked for it. */
  function toNew(data: Data): void {
    if (!isWanted(data)) return;
    const { podcast_id: podcastId, topic_id: topicId, title } = data;
    remember(topicId, podcastId);
    player.play({ podcastId, title, coverUrl: null, isLive: true });
  }

  async function again(data: Data): Promise<void> {
    if (!isWanted(data)) return;
    const episode = await audibleEpisode(data.podcast_id);
    if (episode === undefined) return makeNew(data);
    const { podcast_id: podcastId, title, topic, cover_url: coverUrl, overall_status: overall } = episode;
    player.play({ podcastId, title: title ?? topic, coverUrl, isLive: isUnderWay(overall) });
    go(`/episodes/${podcastId}`);
  }

  /** The episode was deleted, or came to nothing. */
  async function makeNew(wanted: Wanted): Promise<void> {
    const { minutes } = preferences;
    const made = await callApi({
      endpoint: '/api/v1/podcasts',
      method: 'POST',
      payload: {
        topic_id: wanted.topic_id,
        client_id: clientId,
        ...(minutes === undefined ? {} : { minutes }),
      },
    });
    const podcastId = isObject(made) ? made['podcast_id'] : undefined;
    if (typeof podcastId !== 'string') throw new Error('the answer names no episode');
    toNew({ ...wanted, podcast_id: podcastId });
    go(`/episodes/${podcastId}`);
  }

  return {
    toNew,
    again,
    withEpisode: (card: Card) => ({ ...card, episode_id: episodes[card.topic_id] ?? null }),
  };
}

/** Undefined if there is nothing to hear of it, and will not be. */
async function audibleEpisode(podcastId: string): Promise<Schemas['PodcastDetail'] | undefined> {
  try {
    const params = { path: { id: podcastId } };
    const episode = dataOf(await api.GET('/api/v1/podcasts/{id}', { params }));
    const { overall_status: overall } = episode;
    return overall === 'failed' || overall === 'cancelled' ? undefined : episode;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function isWanted(data: Data): data is Wanted {
  return ['podcast_id', 'topic_id', 'title'].every((name) => typeof data[name] === 'string');
}
