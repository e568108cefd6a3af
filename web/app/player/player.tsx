import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useMe } from '../me/me';
import { PlayerStore } from './player-store';
import type { PlayerSnapshot, Position, Track } from './track';

export type { PlayerProblem, PlayState, Position, Track } from './track';

/**
 * The player. Its position can be read at any moment; components that show it live use `usePosition`, so that nothing
 * else renders several times a second.
 */
export type Player = PlayerSnapshot &
  Readonly<Position> & {
    /** Continues the track if it is the current one; else starts it at `atMs`, or from the beginning. */
    play: (track: Track, atMs?: number) => void;
    toggle: () => void;
    pause: () => void;
    seek: (ms: number) => void;
    /** Applies to later episodes, too. */
    setSpeed: (speed: number) => void;
    setVolume: (volume: number) => void;
    setMuted: (muted: boolean) => void;
    stop: () => void;
    /** Updates what is known about the current track. */
    describe: (track: Track) => void;
  };

const PlayerContext = createContext<PlayerStore | undefined>(undefined);

export function PlayerProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [store] = useState(() => new PlayerStore(queries));
  const { clientId, preferences } = useMe();
  useEffect(() => store.open(), [store]);
  const { playback_speed: speed } = preferences;
  useEffect(() => store.setSpeed(speed), [store, speed]);
  // Leaving the session stops playback and forgets it.
  const listener = useRef(clientId);
  useEffect(() => {
    if (listener.current !== clientId) store.forget();
    listener.current = clientId;
  }, [store, clientId]);
  return <PlayerContext value={store}>{children}</PlayerContext>;
}

function useStore(): PlayerStore {
  const store = use(PlayerContext);
  if (store === undefined) throw new Error('usePlayer outside of PlayerProvider');
  return store;
}

export function usePlayer(): Player {
  const store = useStore();
  const me = useMe();
  const snapshot = useSyncExternalStore(store.changes.subscribe, () => store.snapshot);
  return useMemo<Player>(
    () => ({
      ...snapshot,
      get positionMs() {
        return store.position.positionMs;
      },
      get availableMs() {
        return store.position.availableMs;
      },
      get durationMs() {
        return store.position.durationMs;
      },
      get expectedMs() {
        return store.position.expectedMs;
      },
      play: (track, atMs) => store.play(track, atMs),
      toggle: () => store.toggle(),
      pause: () => store.pause(),
      seek: (ms) => store.seek(ms),
      setSpeed(speed) {
        store.setSpeed(speed);
        me.prefer({ playback_speed: speed });
      },
      setVolume: (volume) => store.setVolume(volume),
      setMuted: (muted) => store.setMuted(muted),
      stop: () => store.stop(),
      describe: (track) => store.describe(track),
    }),
    [snapshot, store, me],
  );
}

/** The live position. */
export function usePosition(): Position {
  const store = useStore();
  return useSyncExternalStore(store.moves.subscribe, () => store.position);
}

/** A value derived from the live position; renders only when it changes (compared by identity, so return no new objects). */
export function usePositionOf<Value>(select: (position: Position) => Value): Value {
  const store = useStore();
  return useSyncExternalStore(store.moves.subscribe, () => select(store.position));
}
