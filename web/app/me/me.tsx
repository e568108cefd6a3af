import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { api } from '../api/client';
import { clientId } from './client-id';
import { preferencesOf, type Preferences } from './preferences';
import { applyTheme } from './theme';

/** Who the user is, as far as this page knows: a session now, an account later. Nothing else asks. */
export type Me = {
  clientId: string;
  preferences: Preferences;
  /** Changes some of them; shown at once, kept on the server. */
  prefer(changes: Partial<Preferences>): void;
  /** Of the last attempt to keep them. */
  saving: 'idle' | 'saving' | 'saved' | 'failed';
};

const MeContext = createContext<Me | undefined>(undefined);
const sessionKey = ['session'];

export function MeProvider({ children }: { children: ReactNode }) {
  const id = useMemo(clientId, []);
  const queries = useQueryClient();
  const session = useQuery({
    queryKey: sessionKey,
    staleTime: Infinity,
    queryFn: async () => {
      const { data } = await api.POST('/api/v1/session/init', { body: { client_id: id } });
      return data?.preferences ?? {};
    },
  });
  const keep = useMutation({
    // One after the other: an older set must not be kept over a newer one.
    scope: { id: 'preferences' },
    mutationFn: async (preferences: Record<string, unknown>) => {
      await api.POST('/api/v1/session/preferences', { body: { client_id: id, preferences } });
    },
  });
  const preferences = useMemo(() => preferencesOf(session.data ?? {}), [session.data]);
  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);

  const { mutate, status } = keep;
  const me = useMemo<Me>(
    () => ({
      clientId: id,
      preferences,
      prefer(changes) {
        const all = { ...queries.getQueryData<Record<string, unknown>>(sessionKey), ...changes };
        queries.setQueryData(sessionKey, all);
        mutate(all);
      },
      saving: ({ idle: 'idle', pending: 'saving', success: 'saved', error: 'failed' } as const)[status],
    }),
    [id, preferences, queries, mutate, status],
  );
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = use(MeContext);
  if (me === undefined) throw new Error('useMe outside of MeProvider');
  return me;
}
