const delaysMs = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 10_000] as const;
const healthyAfterMs = 30_000;

/**
 * How long to wait before a process that died is started again. The first time at once, because recovery must be
 * fast; then ever longer, up to 10 s. Half a minute of health and it counts as the first time again.
 */
export function restartDelay(failures: number, uptimeMs: number): { ms: number; failures: number } {
  const before = uptimeMs >= healthyAfterMs ? 0 : failures;
  return { ms: delaysMs[before] ?? 10_000, failures: before + 1 };
}
