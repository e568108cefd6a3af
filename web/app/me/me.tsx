import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { forgetAll } from '../browser/browser-storage';
import { clientId } from './client-id';
import { preferencesOf, type PreferenceChanges, type Preferences } from './preferences';
import { applyTheme, rememberedTheme } from './theme';
import { usePreferences, type Saving } from './use-preferences';

/** Who the user is, as far as this page knows: a session now, an account later. Nothing else asks. */
export type Me = {
  clientId: string;
  /** The defaults, until `session` is `ready`, with what is not saved yet. */
  preferences: Preferences;
  session: 'loading' | 'ready' | 'failed';
  /** Why it failed. */
  sessionError: unknown;
  /** Asks for a session that failed once more. */
  reload: () => void;
  /** Changes some of them; shown at once, saved on the server by itself. Without any: tries once more what was refused. */
  prefer: (changes: PreferenceChanges) => void;
  saving: Saving;
  /** Leaves the session and everything else that this app has put into this browser; a new one begins. */
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
