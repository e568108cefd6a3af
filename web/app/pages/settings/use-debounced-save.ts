import { useEffect, useRef, useState } from 'react';

const restMs = 400;

/** A value that moves while a slider is dragged: shown at once, kept when it rests or the page is left. */
export function useDebouncedSave<Value>(
  kept: Value,
  keep: (value: Value) => void,
): [Value, (value: Value) => void] {
  const [moving, setMoving] = useState<{ value: Value }>();
  const latest = useRef(keep);
  const pending = useRef<{ value: Value; timer: ReturnType<typeof setTimeout> }>(undefined);

  function settle(): void {
    if (pending.current === undefined) return;
    const { value, timer } = pending.current;
    clearTimeout(timer);
    pending.current = undefined;
    latest.current(value);
    setMoving(undefined);
  }

  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => settle, []);

  function move(value: Value): void {
    clearTimeout(pending.current?.timer);
    pending.current = { value, timer: setTimeout(settle, restMs) };
    setMoving({ value });
  }

  return [moving === undefined ? kept : moving.value, move];
}
