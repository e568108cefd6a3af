import type { Request } from 'express';
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Config } from '../../platform/config/load-config.js';
import { defined } from '../../platform/defined.js';
import type { ErrorCode } from '../../platform/error-codes/index.js';
import { plainLine } from '../../platform/plain-text.js';
import { isStorableText } from '../../platform/storable.js';
import type { AgentName, AgentRequests, AgentTaskRequest } from '../../workflows/contract/agent-tasks.js';
import type { RouteDeps } from '../route-deps.js';
import type { FaultCodes } from '../http/faults.js';
import { replayedHeaders } from '../http/key-policy.js';
import { route, type Route } from '../http/route.js';
import { requireTestMode } from '../http/test-scenarios.js';
import { beginRun } from '../runs/begin-run.js';
import { acceptedTask, taskStateOf } from './task-schemas.js';
import { sendTask } from './task-state.js';

/** An agent's own endpoint: what it takes, and what its tasks answer. */
export type AgentEndpoint<Name extends AgentName, Body extends z.ZodType> = {
  path: string;
  agent: Name;
  /** Name in the idempotency table. */
  taskName: string;
  operationId: string;
  tag: string;
  summary: string;
  description?: string;
  /** Message of the answer that the task is accepted. */
  accepted: string;
  body: Body;
  missingKey: ErrorCode;
  malformed: ErrorCode;
  /** Code of a body that is no object, or wrong where no field has a code of its own. */
  invalid: ErrorCode;
  codeOf?: NonNullable<FaultCodes['of']>;
  errors: readonly ErrorCode[];
  result: z.ZodType;
  scenarios?: readonly [string, ...string[]];
  /** The scenario that a body names. */
  errorTrigger?: (body: z.output<Body>) => string | undefined;
  toRequest: (deps: RouteDeps, body: z.output<Body>, owner: string) => Promise<AgentRequests[Name]>;
  errorForm?: NonNullable<Route['errorForm']>;
};

const maxWorkflowId = 128;

/** The endpoint as a route: a request becomes a run of one step, which its key stands for. */
export function agentRoute<Name extends AgentName, Body extends z.ZodType>(
  endpoint: AgentEndpoint<Name, Body>,
): Route {
  const { description, scenarios, errorForm } = endpoint;
  const again =
    'The same key again: 202 with the same task while it runs, 200 with its stored result when it is done, and a new attempt if it failed.';
  return route({
    method: 'post',
    path: endpoint.path,
    operationId: endpoint.operationId,
    tag: endpoint.tag,
    summary: endpoint.summary,
    description: description === undefined ? again : `${description} ${again}`,
    auth: 'service',
    key: { missing: endpoint.missingKey },
    headers: z.object({
      'X-Workflow-ID': z.string().optional().describe('Recorded with the task.'),
      ...(scenarios === undefined
        ? {}
        : { 'X-Test-Scenario': z.enum(scenarios).optional().describe('In test mode only.') }),
    }),
    body: {
      json: endpoint.body,
      malformed: endpoint.malformed,
      codes: defined({ absent: endpoint.invalid, other: endpoint.invalid, of: endpoint.codeOf }),
    },
    answers: {
      202: {
        description: 'Accepted.',
        json: acceptedTask,
        headers: { ...replayedHeaders, Location: 'Where to follow its progress.' },
      },
      200: { description: 'Done before.', json: taskStateOf(endpoint.result), headers: replayedHeaders },
    },
    errors: [
      ...(scenarios === undefined ? [] : (['TEST_SCENARIO_REFUSED', 'TEST_SCENARIO_UNKNOWN'] as const)),
      ...endpoint.errors,
    ],
    ...defined({ errorForm }),
    handle: async ({ deps, owner, key, body, request, response }) => {
      const scenario = scenarioOf(deps.config, endpoint, request, body);
      const details = {
        agent: endpoint.agent,
        request: await endpoint.toRequest(deps, body, owner),
        ...defined({ scenario }),
        ...clientWorkflowId(request),
      } as AgentTaskRequest;
      const { run, state } = await beginRun(
        deps,
        {
          kind: 'task',
          taskName: endpoint.taskName,
          ownerId: owner,
          key,
          asked: { body: request.body as unknown, scenario: scenario ?? null },
          details,
        },
        response,
      );
      if (state !== 'running') {
        await sendTask(deps, owner, run.workflowId, response);
        return;
      }
      const statusUrl = `/v1/tasks/${run.workflowId}`;
      response.status(202).location(statusUrl).json({
        message: endpoint.accepted,
        task_id: run.workflowId,
        status_url: statusUrl,
        idempotency_key_processed: key,
      });
    },
  });
}

function scenarioOf<Name extends AgentName, Body extends z.ZodType>(
  config: Config,
  { scenarios = [] as never, errorTrigger }: AgentEndpoint<Name, Body>,
  request: Request,
  body: z.output<Body>,
): string | undefined {
  const scenario = request.get('X-Test-Scenario') ?? errorTrigger?.(body);
  if (scenario === undefined) return undefined;
  requireTestMode(config);
  const known: readonly string[] = scenarios;
  if (known.includes(scenario)) return scenario;
  throw new AethercastError('TEST_SCENARIO_UNKNOWN', {
    message: `This agent has no test scenario with this name. It has: ${known.join(', ') || 'none'}.`,
  });
}

/** For display only: an id that cannot be stored is left out. */
function clientWorkflowId(request: Request): { client_workflow_id?: string } {
  const id = plainLine(request.get('X-Workflow-ID') ?? '').trim();
  return id === '' || id.length > maxWorkflowId || !isStorableText(id) ? {} : { client_workflow_id: id };
}
