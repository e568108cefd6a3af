import { useSyncExternalStore } from 'react';

function follow(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Whether the device has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(follow, () => navigator.onLine);
}

/** Says that the device is offline, and nothing otherwise. */
export function ConnectionNotice() {
  const isOnline = useOnline();
  return (
    <div role="status" className="connection">
      {isOnline ? null : (
        <p>
          You are offline. Audio that is already loaded keeps playing; the rest continues when you are back
          online.
        </p>
      )}
    </div>
  );
}
