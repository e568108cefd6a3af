import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Request, Response } from 'express';

/** Of a process right now. Times are in milliseconds, of the time since the last answer. */
export type Vitals = {
  rss_bytes: number;
  event_loop_delay_ms: { p50: number; p99: number; max: number };
};

/** How often the event loop is looked at (ms). */
const resolution = 10;

/** `/vitals`: the process's memory, and for how long its event loop kept others waiting since this was last asked. */
export function vitals(): (request: Request, response: Response) => void {
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  return (_request, response) => {
    // The monitor counts from when it looked last, its own pause included.
    const [p50 = 0, p99 = 0, max = 0] = [delays.percentile(50), delays.percentile(99), delays.max].map(
      (nanoseconds) => Math.max(0, Math.round(nanoseconds / 1e5) / 10 - resolution),
    );
    delays.reset();
    const answer: Vitals = {
      rss_bytes: process.memoryUsage.rss(),
      event_loop_delay_ms: { p50, p99, max },
    };
    response.json(answer);
  };
}
