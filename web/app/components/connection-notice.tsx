import { useSyncExternalStore } from 'react';

function follow(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says that the device is offline, and nothing otherwise. */
export function ConnectionNotice() {
  const isOnline = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div role="status" className="connection">
      {isOnline ? null : (
        <p>You are offline. What is playing plays on; the rest continues when you are back.</p>
      )}
    </div>
  );
}
