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
 * The player of the page. Its position as of now is read from it; whoever shows it as it goes on uses `usePosition`, so
 * that nothing else is drawn several times a second.
 */
export type Player = PlayerSnapshot &
  Readonly<Position> & {
    /** Goes on with it where it is the one that is played; else from `atMs`, or its beginning. */
    play: (track: Track, atMs?: number) => void;
    toggle: () => void;
    pause: () => void;
    seek: (ms: number) => void;
    /** Also for later episodes. */
    setSpeed: (speed: number) => void;
    setVolume: (volume: number) => void;
    setMuted: (muted: boolean) => void;
    stop: () => void;
    /** What is known better meanwhile of the track that is played. */
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
  // Whoever leaves the session leaves nothing playing, and no trace of it.
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

/** Where it is, as it goes on. */
export function usePosition(): Position {
  const store = useStore();
  return useSyncExternalStore(store.moves.subscribe, () => store.position);
}

/** What follows from where it is; drawn anew only when that changes. Compared by identity, so no new objects. */
export function usePositionOf<Value>(select: (position: Position) => Value): Value {
  const store = useStore();
  return useSyncExternalStore(store.moves.subscribe, () => select(store.position));
}
