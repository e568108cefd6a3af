// Which episode was made of which topic in this browser, so that listening again plays it and makes no second one.
import { keepJson, keptJson } from '../../browser/browser-storage';
import { isObject } from '../../browser/is-object';

const place = 'topic-episodes';
const maxTopics = 200;

/** The ids of episodes by those of their topics. */
export function topicEpisodes(): Record<string, string> {
  const kept = keptJson(place);
  const entries = isObject(kept) ? Object.entries(kept) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** @param podcastId undefined forgets it */
export function keepTopicEpisode(topicId: string, podcastId: string | undefined): void {
  const others = Object.entries(topicEpisodes()).filter(([id]) => id !== topicId);
  const all = podcastId === undefined ? others : [...others, [topicId, podcastId]];
  keepJson(place, Object.fromEntries(all.slice(-maxTopics)));
}
