import { CancellationScope } from '@temporalio/workflow';

type Works = readonly (() => Promise<unknown>)[];
type Results<All extends Works> = { -readonly [At in keyof All]: Awaited<ReturnType<All[At]>> };

/**
 * Does all works side by side. The first that fails, or a cancellation of them all, starts nothing new, cancels what
 * is in flight and waits for it before it is passed on, so that nothing writes after the run's end is recorded.
 */
export async function allOrNone<const All extends Works>(works: All): Promise<Results<All>> {
  const scope = new CancellationScope();
  const failures: unknown[] = [];

  async function guarded(work: () => Promise<unknown>): Promise<unknown> {
    try {
      return await work();
    } catch (error) {
      failures.push(error);
      scope.cancel();
      throw error;
    }
  }

  const ends = await scope.run(() => Promise.allSettled(works.map(guarded)));
  // The cause comes first: what was cancelled because of it fails later.
  if (failures.length > 0) throw failures[0];
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : undefined)) as Results<All>;
}
