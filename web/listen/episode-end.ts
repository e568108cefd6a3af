/** Failures of the episode itself. Any other concerns the connection, and another transport may be tried. */
const endsOfEpisodes = ['ASF_EPISODE_FAILED', 'ASF_STREAM_DELETED', 'LISTEN_DAMAGED', 'LISTEN_WRONG_LENGTH'];

export function isEndOfEpisode(code: string): boolean {
  return endsOfEpisodes.includes(code);
}
