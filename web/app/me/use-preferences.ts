import { useMutation, usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { isWorthRetrying, retryDelayMs } from '../api/ask-again';
import { clientId } from './client-id';
import { changePreferences, sessionOf, type KeptPreferences } from './session';
import { addUnsaved, isEmpty, readUnsaved, settleUnsaved, unsavedKey, type Unsaved } from './unsaved';

export type Saving = 'idle' | 'saving' | 'saved' | 'retrying' | 'failed';

/**
 * A session's preferences: unsaved changes on top of the server's answer. They are saved as soon as possible.
 */
export function usePreferences(id: string) {
  const queries = useQueryClient();
  // Starts the request while rendering, not after painting.
  usePrefetchQuery(sessionOf(id));
  const session = useQuery(sessionOf(id));
  const [unsaved, setUnsaved] = useState(readUnsaved);

  const keep = useMutation({
    mutationKey: ['preferences', id],
    async mutationFn() {
      const { queryKey } = sessionOf(id);
      // Changes made in the meantime come next, so an older choice never overwrites a newer one.
      for (let changes = readUnsaved(); !isEmpty(changes); changes = readUnsaved()) {
        // The session was forgotten, so unsaved changes belong to another one.
        if (clientId() !== id) return;
        const known = queries.getQueryData<KeptPreferences>(queryKey) ?? {};
        const all = await changePreferences(id, changes, known);
        if (clientId() !== id) return;
        // A pending answer would be older than this one.
        await queries.cancelQueries({ queryKey });
        queries.setQueryData(queryKey, all);
        settleUnsaved(changes);
        setUnsaved(readUnsaved());
      }
    },
    retry: (retries, error) => isWorthRetrying(error, retries, { maxRetries: Infinity }),
    retryDelay: retryDelayMs,
    // Offline it waits for the connection instead of trying in vain, and continues as soon as it is back.
    networkMode: 'offlineFirst',
  });
  const { mutate, reset } = keep;

  const save = useCallback(() => {
    if (queries.isMutating({ mutationKey: ['preferences', id] }) === 0) mutate();
  }, [queries, id, mutate]);

  const change = useCallback(
    (changes: Unsaved) => {
      addUnsaved(changes);
      setUnsaved(readUnsaved());
      save();
    },
    [save],
  );

  /** Called before another session begins: pending changes belong to this one. */
  const leave = useCallback(() => {
    reset();
    setUnsaved({});
  }, [reset]);

  // Saves what was still unsaved when the page was reloaded or closed.
  useEffect(() => {
    if (!isEmpty(readUnsaved())) save();
  }, [save]);

  // Follows the choices of other tabs. What they saved is fetched first, so that no field jumps back meanwhile.
  useEffect(() => {
    function follow({ key }: StorageEvent): void {
      if (key !== unsavedKey) return;
      void queries
        .invalidateQueries({ queryKey: sessionOf(id).queryKey })
        .then(() => setUnsaved(readUnsaved()));
    }
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [id, queries]);

  const saving: Saving = keep.isPending
    ? keep.failureCount > 0
      ? 'retrying'
      : 'saving'
    : ({ idle: 'idle', success: 'saved', error: 'failed' } as const)[keep.status];
  return { session, unsaved, saving, change, leave };
}
