import { useEffect, useRef, useState } from 'react';

/** Files may be dropped anywhere on the page: a browser that is left alone would open them instead of the form. */
export function useFileDrop(onFiles: (files: File[]) => void): { isOver: boolean } {
  const [isOver, setIsOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    // `dragenter` and `dragleave` come for every element on the way.
    let depth = 0;
    function enter(event: DragEvent): void {
      if (!hasFiles(event)) return;
      depth += 1;
      setIsOver(true);
    }
    function leave(event: DragEvent): void {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setIsOver(false);
    }
    function over(event: DragEvent): void {
      if (hasFiles(event)) event.preventDefault();
    }
    function drop(event: DragEvent): void {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setIsOver(false);
      latest.current([...(event.dataTransfer?.files ?? [])]);
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const;
    const names = ['dragenter', 'dragleave', 'dragover', 'drop'] as const;
    for (const name of names) addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) removeEventListener(name, listeners[name]);
    };
  }, []);
  return { isOver };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
