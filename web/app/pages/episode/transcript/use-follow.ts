import { useEffect, useState, type RefObject } from 'react';

const scrollingKeys = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'];

/**
 * Whether the list follows playback: until the person scrolls. Scrolling by the program fires the same scroll events, so
 * this watches the person's input instead.
 */
export function useFollow(place: RefObject<HTMLElement | null>): [boolean, (follows: boolean) => void] {
  const [follows, setFollows] = useState(true);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const ending = new AbortController();
    const options = { signal: ending.signal, passive: true };
    function stop(): void {
      setFollows(false);
    }
    element.addEventListener('wheel', stop, options);
    element.addEventListener('touchmove', stop, options);
    element.addEventListener('keydown', ({ key }) => scrollingKeys.includes(key) && stop(), options);
    // On the scroll bar, which is the list itself.
    element.addEventListener('pointerdown', ({ target }) => target === element && stop(), options);
    return () => ending.abort();
  }, [place]);
  return [follows, setFollows];
}
