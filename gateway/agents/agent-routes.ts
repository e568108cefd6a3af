// The agents' own endpoints, on the internal listener.
import { z } from 'zod';
import { route, type Route } from '../http/route.js';
import { craftSnippet } from './endpoints/craft-snippet.js';
import { discoverTopics } from './endpoints/discover-topics.js';
import { forgeVoice } from './endpoints/forge-voice.js';
import { generateImage } from './endpoints/generate-image.js';
import { generate } from './endpoints/generate.js';
import { harvest } from './endpoints/harvest.js';
import { synthesize } from './endpoints/synthesize.js';
import { weaveScript } from './endpoints/weave-script.js';
import { conflictingTask, endedTask, failedTask, runningTask } from './task-schemas.js';
import { sendTask } from './task-state.js';

export const agentRoutes: readonly Route[] = [
  discoverTopics,
  craftSnippet,
  weaveScript,
  forgeVoice,
  generateImage,
  harvest,
  generate,
  synthesize,
  taskAt('/v1/tasks/{id}', 'getTask'),
  taskAt('/tasks/{id}', 'getTaskByOldPath'),
];

function taskAt(path: string, operationId: string): Route {
  return route({
    method: 'get',
    path,
    operationId,
    tag: 'Tasks',
    summary: 'Shows the state of a task, and its result.',
    description:
      'A task of the image agent is answered with 200 however it ended. Of the other agents, a task that collided with the same work elsewhere is 409, and a failed one 500.',
    auth: 'service',
    params: z.object({ id: z.uuid() }),
    notFound: 'API_GW_TASK_NOT_FOUND',
    answers: {
      200: { description: 'Over.', json: endedTask },
      202: { description: 'Not over yet.', json: runningTask },
      409: { description: 'Somebody else is doing the same work.', json: conflictingTask },
      500: { description: 'Failed.', json: failedTask },
    },
    errors: ['MEDIA_OBJECT_MISSING'],
    handle: ({ deps, owner, params, response }) => sendTask(deps, owner, params.id, response),
  });
}
