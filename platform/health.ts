/** One dependency of a process: resolves when it answers. */
export type HealthCheck = () => Promise<unknown>;

export type HealthReport = { ready: boolean; checks: Record<string, 'ok' | 'failed'> };

const checkTimeoutMs = 1_000;
/** Probes may come often; the checks behind them need not run each time. */
const reuseMs = 1_000;

/**
 * Readiness of a process: all checks at once, each with a time limit, the answer reused for a second. A failed
 * `critical` check makes the process not ready; a failed `degraded` one is reported only.
 */
export class Readiness {
  readonly #critical: Record<string, HealthCheck>;
  readonly #degraded: Record<string, HealthCheck>;
  #draining = false;
  #last: { at: number; report: Promise<HealthReport> } | undefined;

  constructor(critical: Record<string, HealthCheck>, degraded: Record<string, HealthCheck> = {}) {
    this.#critical = critical;
    this.#degraded = degraded;
  }

  /** From now on the process is not ready: it is shutting down. */
  drain(): void {
    this.#draining = true;
    this.#last = undefined;
  }

  async report(): Promise<HealthReport> {
    if (this.#draining) return { ready: false, checks: { draining: 'failed' } };
    if (this.#last === undefined || Date.now() - this.#last.at > reuseMs) {
      this.#last = { at: Date.now(), report: this.#run() };
    }
    return this.#last.report;
  }

  async #run(): Promise<HealthReport> {
    const results = await Promise.all(
      Object.entries({ ...this.#critical, ...this.#degraded }).map(
        async ([name, check]) => [name, await passes(check)] as const,
      ),
    );
    return {
      ready: results.every(([name, ok]) => ok || name in this.#degraded),
      checks: Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failed'])),
    };
  }
}

async function passes(check: HealthCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('late'));
    }, checkTimeoutMs);
  });
  try {
    await Promise.race([check(), late]);
    return true;
  } catch {
    // A failed check is the answer itself; its cause is logged by whoever owns the connection.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
