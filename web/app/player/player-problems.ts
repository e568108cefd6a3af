import type { PlayerProblem } from './track';

/** The player reconnects by itself, and what is loaded plays on meanwhile. */
export const connectionLost: PlayerProblem = {
  message: 'Connection lost. Trying again … Playback goes on by itself.',
};

const words: Partial<Record<string, string>> = {
  ASF_STREAM_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_DELETED: 'This episode was deleted.',
  API_GW_PODCAST_NOT_FOUND: 'This episode no longer exists.',
  LISTEN_DAMAGED: 'The audio arrived damaged. Play it again.',
  LISTEN_WRONG_LENGTH: 'The audio arrived damaged. Play it again.',
  PLAYER: 'This browser could not start playback.',
};

export function failureOf({ code, message }: Required<PlayerProblem>): PlayerProblem {
  return { code, message: words[code] ?? message };
}
