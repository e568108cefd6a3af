import { queryOptions, useMutation, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { toProblem } from '../api/api-problem';
import { api } from '../api/client';
import { forgetAll } from '../parts/browser-storage';
import { clientId } from './client-id';
import { preferencesOf, type PreferenceChanges, type Preferences } from './preferences';
import { applyTheme, rememberedTheme } from './theme';

/** Who the user is, as far as this page knows: a session now, an account later. Nothing else asks. */
export type Me = {
  clientId: string;
  /** The defaults, until `session` is `ready`. */
  preferences: Preferences;
  session: 'loading' | 'ready' | 'failed';
  /** Why it failed. */
  sessionError: unknown;
  /** Asks for a session that failed once more. */
  reload: () => void;
  /** Changes some of them; shown at once, kept on the server. */
  prefer: (changes: PreferenceChanges) => void;
  /** Of the last attempt to keep them. */
  saving: 'idle' | 'saving' | 'saved' | 'failed';
  /** Leaves the session and everything else that this app has put into this browser; a new one begins. */
  forget: () => void;
};

const MeContext = createContext<Me | undefined>(undefined);

/** A session's free-form preferences; opened by the first who asks. */
function sessionOf(id: string) {
  return queryOptions({
    queryKey: ['session', id],
    staleTime: Infinity,
    queryFn: async (): Promise<Record<string, unknown>> => {
      const { data } = await api.POST('/api/v1/session/init', { body: { client_id: id } });
      return data?.preferences ?? {};
    },
  });
}

export function MeProvider({ children }: { children: ReactNode }) {
  const [id, setId] = useState(clientId);
  const queries = useQueryClient();
  // Asked for while this is drawn, not when it has been painted.
  usePrefetchQuery(sessionOf(id));
  const session = useQuery(sessionOf(id));
  /** What was changed and is not kept yet. */
  const unsaved = useRef<PreferenceChanges>({});
  const keep = useMutation({
    // One after the other: an older set must not be kept over a newer one.
    scope: { id: 'preferences' },
    mutationFn: async () => {
      // The server keeps the whole set: what it had must be known before any of it is changed.
      const before = await queries.query({ ...sessionOf(id), staleTime: 'static' });
      const changes = unsaved.current;
      const preferences = { ...before, ...changes };
      queries.setQueryData(sessionOf(id).queryKey, preferences);
      await keepAll(id, preferences);
      if (unsaved.current === changes) unsaved.current = {};
    },
  });
  const preferences = useMemo(
    () =>
      session.data === undefined
        ? { ...preferencesOf({}), theme: rememberedTheme() ?? 'system' }
        : preferencesOf(session.data),
    [session.data],
  );
  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);

  const { mutate, reset, status } = keep;
  const { refetch, status: state, error } = session;
  const me = useMemo<Me>(
    () => ({
      clientId: id,
      preferences,
      session: ({ pending: 'loading', success: 'ready', error: 'failed' } as const)[state],
      sessionError: error,
      reload: () => void refetch(),
      prefer(changes) {
        unsaved.current = { ...unsaved.current, ...changes };
        queries.setQueryData(sessionOf(id).queryKey, (before) => before && { ...before, ...changes });
        mutate();
      },
      saving: ({ idle: 'idle', pending: 'saving', success: 'saved', error: 'failed' } as const)[status],
      forget() {
        forgetAll();
        unsaved.current = {};
        reset();
        setId(clientId());
      },
    }),
    [id, preferences, queries, mutate, reset, status, refetch, state, error],
  );
  return <MeContext value={me}>{children}</MeContext>;
}

/** A session that the server has lost is opened anew with what this page knows of it. */
async function keepAll(id: string, preferences: Record<string, unknown>): Promise<void> {
  try {
    await api.POST('/api/v1/session/preferences', { body: { client_id: id, preferences } });
  } catch (error) {
    if (toProblem(error).code !== 'API_GW_SESSION_NOT_FOUND') throw error;
    await api.POST('/api/v1/session/init', {
      body: { client_id: id, initial_preferences: preferences },
    });
  }
}

export function useMe(): Me {
  const me = use(MeContext);
  if (me === undefined) throw new Error('useMe outside of MeProvider');
  return me;
}
