// A worker host: the Temporal workers of one process, one per task queue. workers/ may import workflows, activities,
// db and platform.
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.js';
import type { ActivityDeps } from '../activities/activity-deps.js';
import { defined } from '../platform/defined.js';
import { temporalAddress } from '../platform/temporal/connect-temporal.js';
import { queues } from '../workflows/contract/queues.js';
import { workflowBundle } from './workflow-bundle.js';

export type WorkerHost = {
  /** Resolves after `shutdown`, or rejects when a worker fails for good. */
  run(): Promise<void>;
  /** Lets running steps finish within the grace period; `run` then resolves. */
  shutdown(): void;
  /** Whether every worker polls its queue. */
  isRunning(): boolean;
};

/** Maximum of concurrent steps per process and queue. Speech is limited by the forge's threads instead. */
const concurrency: Record<string, number> = {
  [queues.main]: 50,
  [queues.harvest]: 10,
  [queues.language]: 4,
  [queues.image]: 2,
};

/**
 * Connects and creates the workers of the configured queues; `bundle` and `activities` (by queue) only for tests that
 * bring their own.
 */
export async function createWorkerHost(
  deps: ActivityDeps,
  bundle?: WorkflowBundleOption,
  activities = createActivities(deps),
): Promise<WorkerHost> {
  const { config } = deps;
  const connection = await NativeConnection.connect(await temporalAddress(config));
  const served = config.WORKER_QUEUES.filter(
    (queue) => queue === queues.main || activities[queue] !== undefined,
  );
  const workers: Worker[] = [];
  for (const taskQueue of served) {
    const isMain = taskQueue === queues.main;
    workers.push(
      await Worker.create({
        connection,
        namespace: config.TEMPORAL_NAMESPACE,
        taskQueue,
        ...defined({ activities: activities[taskQueue] }),
        ...(isMain ? { workflowBundle: bundle ?? workflowBundle() } : {}),
        maxConcurrentActivityTaskExecutions:
          taskQueue === queues.speech ? deps.forge.slots + 1 : (concurrency[taskQueue] ?? 4),
        maxCachedWorkflows: 200,
        // After this time another worker takes over the run of a killed one.
        stickyQueueScheduleToStartTimeout: '2 seconds',
        // Heartbeats distinguish a killed worker from a slow one, so they must not be held back.
        maxHeartbeatThrottleInterval: '1 second',
        defaultHeartbeatThrottleInterval: '1 second',
        shutdownGraceTime: config.SHUTDOWN_GRACE_SECONDS * 1_000,
        shutdownForceTime: (config.SHUTDOWN_GRACE_SECONDS + 15) * 1_000,
      }),
    );
  }
  return {
    run: async () => {
      try {
        await Promise.all(workers.map((worker) => worker.run()));
      } finally {
        await connection.close();
      }
    },
    shutdown: () => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    },
    isRunning: () => workers.every((worker) => worker.getState() === 'RUNNING'),
  };
}
