/** The ends that are the episode's own; any other concerns the way to it, and another way may be tried. */
const endsOfEpisodes = ['ASF_EPISODE_FAILED', 'ASF_STREAM_DELETED', 'LISTEN_DAMAGED', 'LISTEN_WRONG_LENGTH'];

export function isEndOfEpisode(code: string): boolean {
  return endsOfEpisodes.includes(code);
}
