import { useEffect, useState } from 'react';

/** The time in ms, each second anew while `runs` is true; else as it was last. */
export function useNow(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) setNow(Date.now());
    }, 1_000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
