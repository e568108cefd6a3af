/** `0.3 s`, `12 s`, `3 min 5 s`, `2 h 3 min`: how long something took. */
export function took(ms: number): string {
  if (ms < 950) return `${(Math.max(ms, 0) / 1_000).toFixed(2)} s`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
