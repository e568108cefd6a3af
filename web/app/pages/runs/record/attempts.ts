// Who worked on what, from when to when: the bars of the timeline. Pure, and imports types alone (see check-chain.ts).
import type { components } from '../../../api/schema.js';

type Step = components['schemas']['Step'];
type Entry = components['schemas']['AuditRecord']['entries'][number];

/** One try of one step. Moments in ms. */
export type Attempt = {
  activityId: string;
  agent: string;
  order: number;
  /** 1, 2, ...: a retry of the whole run is a new one. */
  run: number;
  /** Within that run. */
  attempt: number;
  /** `cut_short`: nobody recorded its end, e.g. because its process died. */
  state: 'in_progress' | 'completed' | 'failed' | 'cut_short';
  from: number;
  /** Null while it is at work. */
  to: number | null;
};

/** The steps as they stand: their last attempts alone. What there is for runs whose record is not shown. */
export function lastAttempts(steps: readonly Step[]): Attempt[] {
  return steps.flatMap((step) => {
    if (step.started_at === null) return [];
    const to = step.ended_at === null ? null : Date.parse(step.ended_at);
    return [
      {
        ...{ activityId: step.activity_id, agent: step.agent_name, order: step.task_order },
        ...{ run: step.run_number, attempt: step.attempt },
        state: step.status === 'failed' ? 'failed' : to === null ? 'in_progress' : 'completed',
        from: Date.parse(step.started_at),
        to,
      },
    ];
  });
}

/** Every attempt there was, read from the audit record, which has an entry for each change of a step. */
export function recordedAttempts(entries: readonly Entry[]): Attempt[] {
  const attempts = new Map<string, Attempt>();
  for (const { entry } of entries) {
    const change = changeOf(entry);
    if (change === undefined) continue;
    if (change.table === 'workflow_instances') {
      if (isOver(change.state)) endOpen(attempts, change.at, () => true);
    } else if (change.state === 'in_progress') {
      endOpen(attempts, change.at, ({ activityId }) => activityId === change.activityId);
      attempts.set(keyOf(change), { ...attemptOf(change), state: 'in_progress', from: change.at, to: null });
    } else {
      const open = attempts.get(keyOf(change));
      if (open?.to !== null) continue;
      open.to = change.at;
      open.state = change.state === 'failed' ? 'failed' : 'completed';
    }
  }
  return [...attempts.values()];
}

type StepChange = Omit<Attempt, 'state' | 'from' | 'to'> & {
  table: 'task_instances';
  state: string;
  at: number;
};
type Change = StepChange | { table: 'workflow_instances'; state: string; at: number };

function keyOf({ activityId, run, attempt }: StepChange): string {
  return `${activityId}/${run}/${attempt}`;
}

function attemptOf({ activityId, agent, order, run, attempt }: StepChange) {
  return { activityId, agent, order, run, attempt };
}

function endOpen(attempts: Map<string, Attempt>, at: number, which: (attempt: Attempt) => boolean): void {
  for (const attempt of attempts.values()) {
    if (attempt.to !== null || !which(attempt)) continue;
    attempt.to = at;
    attempt.state = 'cut_short';
  }
}

function isOver(state: string): boolean {
  return ['completed', 'completed_with_errors', 'failed', 'cancelled'].includes(state);
}

/** Undefined for entries of other tables, and for what cannot be read: finding that is the chain check's work. */
function changeOf(entry: string): Change | undefined {
  const fields = fieldsOf(entry);
  const at = Date.parse(text(fields['at']));
  if (Number.isNaN(at)) return undefined;
  if (fields['table'] === 'workflow_instances') {
    return { table: 'workflow_instances', state: text(fields['overall_status']), at };
  }
  if (fields['table'] !== 'task_instances' || fields['op'] === 'delete') return undefined;
  return {
    table: 'task_instances',
    activityId: text(fields['activity_id']),
    agent: text(fields['agent_name']),
    order: number(fields['task_order']),
    run: number(fields['run_number']),
    attempt: number(fields['attempt']),
    state: text(fields['status']),
    at,
  };
}

function fieldsOf(entry: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(entry);
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
