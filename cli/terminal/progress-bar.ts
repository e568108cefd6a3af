const width = 24;

/** `[######------------------]  25 %` for a part from 0 to 1. */
export function progressBar(part: number): string {
  const shown = Math.max(0, Math.min(1, part));
  const bar = '#'.repeat(Math.round(shown * width)).padEnd(width, '-');
  return `[${bar}] ${String(Math.floor(shown * 100)).padStart(3)} %`;
}
