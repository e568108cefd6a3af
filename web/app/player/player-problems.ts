import type { PlayerProblem } from './track';

/** What arrived plays on meanwhile; the library tries again by itself. */
export function reconnecting(): PlayerProblem {
  return {
    code: 'RECONNECTING',
    message: navigator.onLine
      ? 'The connection was lost. It is being restored; what has arrived plays on.'
      : 'You are offline. What has arrived plays on; the rest follows when you are back.',
  };
}

const words: Partial<Record<string, string>> = {
  ASF_STREAM_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_NOT_FOUND: 'There is no such episode any more.',
  LISTEN_DAMAGED: 'The audio that arrived is not what the episode should be. Play it again.',
  LISTEN_WRONG_LENGTH: 'The audio that arrived is not what the episode should be. Play it again.',
  PLAYER: 'This browser could not begin to play.',
};

export function failureOf({ code, message }: PlayerProblem): PlayerProblem {
  return { code, message: words[code] ?? message };
}
