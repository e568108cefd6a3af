import type { ListenState } from './stream-listener.js';
import type { SocketClass } from './socket.js';

export type PlaybackOptions = {
  audio: HTMLAudioElement;
  podcastId: string;
  /** Empty for the page's own origin. */
  gatewayUrl: string;
  WebSocket: SocketClass;
  /** How much is fetched ahead of the position, at most. */
  aheadSeconds: number;
  /** How much played audio stays in the buffer. */
  behindSeconds: number;
  onState: (state: ListenState) => void;
  /** This way of playing has failed. */
  onTrouble: (code: string, message: string) => void;
};

/** One way of playing an episode. Times are seconds of the episode, whatever the element counts. */
export interface Playback {
  readonly mode: 'mse' | 'http';
  readonly position: number;
  readonly duration: number;
  start(seconds: number): Promise<void>;
  seek(seconds: number): void;
  /** There is more to hear now. */
  growTo(seconds: number): void;
  close(): void;
}
