import type { PlayerProblem } from './track';

/** Loaded audio keeps playing, and the stream client reconnects by itself. */
export function reconnecting(): PlayerProblem {
  return {
    code: 'RECONNECTING',
    message: navigator.onLine
      ? 'The connection was lost. Reconnecting; audio that is already loaded keeps playing.'
      : 'You are offline. Audio that is already loaded keeps playing; the rest continues when you are back online.',
  };
}

const words: Partial<Record<string, string>> = {
  ASF_STREAM_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_NOT_FOUND: 'This episode no longer exists.',
  LISTEN_DAMAGED: 'The audio arrived damaged. Play it again.',
  LISTEN_WRONG_LENGTH: 'The audio arrived damaged. Play it again.',
  PLAYER: 'This browser could not start playback.',
};

export function failureOf({ code, message }: PlayerProblem): PlayerProblem {
  return { code, message: words[code] ?? message };
}
