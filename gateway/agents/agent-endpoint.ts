import type { Request, RequestHandler } from 'express';
import { z } from 'zod';
import { localOwnerId } from '../../db/connect.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import type { AgentName, AgentRequests, AgentTaskRequest } from '../../workflows/contract/agent-tasks.js';
import type { Route, RouteContext } from '../http/route.js';
import { beginRun } from '../runs/begin-run.js';
import { hasIdempotencyKey, idempotencyKeyOf } from '../http/idempotency-key.js';
import { replayedHeaders, requiredKeyHeaders } from '../http/idempotency-schemas.js';
import { acceptedTask, taskStateOf } from './task-schemas.js';
import { isStorableText } from '../../platform/storable.js';
import { requireTestMode } from '../http/test-scenarios.js';
import { sendTask } from './task-state.js';

/** One agent's own door: what it takes, and what its tasks answer. */
export type AgentDoor<Name extends AgentName, Body> = {
  path: string;
  agent: Name;
  /** Name in the idempotency table (seeds). */
  taskName: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** Answered with the task's id. */
  accepted: string;
  body: z.ZodType<Body>;
  /** Checks the body; throws the agent's coded 400s. */
  parse: (body: unknown) => Body;
  missingKey: ErrorCode;
  malformed: ErrorCode;
  /** Also what `parse` and `toRequest` throw. */
  errors: readonly ErrorCode[];
  result: z.ZodType;
  scenarios?: readonly string[];
  /** What a body that has one names as its scenario. */
  errorTrigger?: (body: Body) => string | undefined;
  toRequest: (context: RouteContext, body: Body, ownerId: string) => Promise<AgentRequests[Name]>;
  errorForm?: NonNullable<Route['errorForm']>;
};

/** Programs of ours work for the local owner, whoever they work for in turn. */
export const serviceOwnerId = localOwnerId;

const longestWorkflowId = 128;

/** The door as a route: the request becomes a run of one step, which the key stands for. */
export function agentRoute<Name extends AgentName, Body>(door: AgentDoor<Name, Body>): Route {
  const scenarioHeader = { 'X-Test-Scenario': z.string().optional().describe(scenarioNote(door.scenarios)) };
  return {
    method: 'post',
    path: door.path,
    operationId: door.operationId,
    tag: door.tag,
    summary: door.summary,
    description: `${door.description === undefined ? '' : `${door.description} `}The same key again: 202 with the same task while it runs, 200 with its stored result when it is done, a new attempt if it failed.`,
    headers: requiredKeyHeaders.extend({
      'X-Workflow-ID': z.string().optional().describe('Kept on record beside the task.'),
      ...(door.scenarios === undefined ? {} : scenarioHeader),
    }),
    body: { json: door.body, malformed: door.malformed },
    answers: {
      202: {
        description: 'Taken.',
        json: acceptedTask,
        headers: { ...replayedHeaders, Location: 'Where to look.' },
      },
      200: { description: 'Done before.', json: taskStateOf(door.result), headers: replayedHeaders },
    },
    errors: [
      door.missingKey,
      'API_GW_IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      ...(door.scenarios === undefined ? [] : (['TEST_SCENARIO_REFUSED', 'TEST_SCENARIO_UNKNOWN'] as const)),
      ...door.errors,
    ],
    handle: (context) => takeTask(context, door),
    ...(door.errorForm === undefined ? {} : { errorForm: door.errorForm }),
  };
}

function takeTask<Name extends AgentName, Body>(
  context: RouteContext,
  door: AgentDoor<Name, Body>,
): RequestHandler {
  return async (request, response) => {
    response.set('Idempotency-Replayed', 'false');
    if (!hasIdempotencyKey(request)) throw new AethercastError(door.missingKey);
    const key = idempotencyKeyOf(request);
    const body = door.parse(request.body);
    const scenario = scenarioOf(context, door, request, body);
    const details = {
      agent: door.agent,
      request: await door.toRequest(context, body, serviceOwnerId),
      ...(scenario === undefined ? {} : { scenario }),
      ...clientWorkflowId(request),
    } as AgentTaskRequest;
    const { run, state } = await beginRun(
      context,
      {
        kind: 'task',
        taskName: door.taskName,
        ownerId: serviceOwnerId,
        key,
        asked: { body: request.body as unknown, scenario: scenario ?? null },
        details,
      },
      response,
    );
    if (state !== 'running') {
      await sendTask(context, serviceOwnerId, run.workflowId, response);
      return;
    }
    const statusUrl = `/v1/tasks/${run.workflowId}`;
    response.status(202).location(statusUrl).json({
      message: door.accepted,
      task_id: run.workflowId,
      status_url: statusUrl,
      idempotency_key_processed: key,
    });
  };
}

function scenarioOf<Name extends AgentName, Body>(
  { config }: RouteContext,
  { scenarios = [], errorTrigger }: AgentDoor<Name, Body>,
  request: Request,
  body: Body,
): string | undefined {
  const scenario = request.get('X-Test-Scenario') ?? errorTrigger?.(body);
  if (scenario === undefined) return undefined;
  requireTestMode(config);
  if (scenarios.includes(scenario)) return scenario;
  throw new AethercastError('TEST_SCENARIO_UNKNOWN', {
    message: `There is no test scenario of this name here. There are: ${scenarios.join(', ') || 'none'}.`,
  });
}

/** Only ever shown: one that cannot be kept is left out. */
function clientWorkflowId(request: Request): { client_workflow_id?: string } {
  const id = request.get('X-Workflow-ID')?.trim() ?? '';
  return id === '' || id.length > longestWorkflowId || !isStorableText(id) ? {} : { client_workflow_id: id };
}

function scenarioNote(scenarios: readonly string[] = []): string {
  return `In test mode only: ${scenarios.join(', ')}.`;
}
