import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { forgetAll } from '../browser/browser-storage';
import { clientId } from './client-id';
import { preferencesOf, type PreferenceChanges, type Preferences } from './preferences';
import { applyTheme, rememberedTheme } from './theme';
import { usePreferences, type Saving } from './use-preferences';

/** The user as this page knows them: a session. The only place to ask. */
export type Me = {
  clientId: string;
  /** The preferences including unsaved changes; the defaults until `session` is `ready`. */
  preferences: Preferences;
  session: 'loading' | 'ready' | 'failed';
  /** Why it failed. */
  sessionError: unknown;
  /** Tries again after `failed`. */
  reload: () => void;
  /** Changes preferences: shown at once, then saved on the server. Without changes: retries what was refused. */
  prefer: (changes: PreferenceChanges) => void;
  saving: Saving;
  /** Deletes everything that this app keeps in this browser and starts a new session. */
  forget: () => void;
};

const MeContext = createContext<Me | undefined>(undefined);

export function MeProvider({ children }: { children: ReactNode }) {
  const [id, setId] = useState(clientId);
  const { session, unsaved, saving, change, leave } = usePreferences(id);
  const { data, error, status, refetch } = session;
  const preferences = useMemo(
    () => preferencesOf({ ...(data ?? { theme: rememberedTheme() }), ...unsaved }),
    [data, unsaved],
  );
  useEffect(() => applyTheme(preferences.theme), [preferences.theme]);

  const isLoaded = data !== undefined;
  const me = useMemo<Me>(
    () => ({
      clientId: id,
      preferences,
      // A failed refresh does not take away what was loaded before.
      session: isLoaded ? 'ready' : status === 'error' ? 'failed' : 'loading',
      sessionError: error,
      reload: () => void refetch(),
      prefer: change,
      saving,
      forget() {
        forgetAll();
        leave();
        setId(clientId());
      },
    }),
    [id, preferences, isLoaded, status, error, refetch, change, saving, leave],
  );
  return <MeContext value={me}>{children}</MeContext>;
}

export function useMe(): Me {
  const me = use(MeContext);
  if (me === undefined) throw new Error('useMe outside of MeProvider');
  return me;
}
