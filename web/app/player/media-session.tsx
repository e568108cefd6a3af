import { useEffect } from 'react';
import { usePlayer, usePositionOf, type PlayState } from './player';

const positionEveryMs = 5_000;

/** Connects the player to the lock screen, headset buttons and media keys. */
export function MediaSession() {
  const player = usePlayer();
  const { track, state, speed } = player;
  const { podcastId, title, coverUrl } = track ?? {};
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.metadata =
      podcastId === undefined
        ? null
        : new MediaMetadata({
            title: title ?? '',
            artist: 'Aethercast',
            artwork: coverUrl == null ? [] : [{ src: coverUrl, type: 'image/png' }],
          });
  }, [podcastId, title, coverUrl]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return undefined;
    const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
      play: () => isStill(player.state) && player.toggle(),
      pause: () => player.pause(),
      stop: () => player.stop(),
      seekbackward: ({ seekOffset = 15 }) => player.seek(player.positionMs - seekOffset * 1_000),
      seekforward: ({ seekOffset = 30 }) => player.seek(player.positionMs + seekOffset * 1_000),
      seekto: ({ seekTime }) => seekTime !== undefined && player.seek(seekTime * 1_000),
    };
    for (const [action, handler] of Object.entries(handlers)) setHandler(action, handler);
    return () => Object.keys(handlers).forEach((action) => setHandler(action, null));
  }, [player]);

  // In between, the device extrapolates the position.
  const at = usePositionOf(({ positionMs }) => Math.floor(positionMs / positionEveryMs));
  const length = usePositionOf(({ expectedMs }) => Math.floor(expectedMs / 1_000));
  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.playbackState = state === 'idle' ? 'none' : isStill(state) ? 'paused' : 'playing';
    if (length === 0) return;
    navigator.mediaSession.setPositionState({
      duration: length,
      position: Math.min(length, player.positionMs / 1_000),
      playbackRate: speed,
    });
  }, [player, state, speed, at, length]);
  return null;
}

function isStill(state: PlayState): boolean {
  return state === 'paused' || state === 'ended' || state === 'failed';
}

function setHandler(action: string, handler: MediaSessionActionHandler | null): void {
  try {
    navigator.mediaSession.setActionHandler(action as MediaSessionAction, handler);
  } catch (error) {
    // Thrown by browsers that do not know this action; the others still work.
    if (!(error instanceof TypeError)) throw error;
  }
}
