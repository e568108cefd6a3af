// The agents' own doors, on the internal listener.
import { z } from 'zod';
import { AethercastError } from '../../platform/aethercast-error.js';
import type { Route } from '../http/route.js';
import { conflictingTask, endedTask, failedTask, runningTask } from './task-schemas.js';
import { serviceOwnerId } from './agent-endpoint.js';
import { craftSnippet } from './endpoints/craft-snippet.js';
import { discoverTopics } from './endpoints/discover-topics.js';
import { forgeVoice } from './endpoints/forge-voice.js';
import { generate } from './endpoints/generate.js';
import { generateImage } from './endpoints/generate-image.js';
import { harvest } from './endpoints/harvest.js';
import { synthesize } from './endpoints/synthesize.js';
import { weaveScript } from './endpoints/weave-script.js';
import { sendTask } from './task-state.js';

const task: Omit<Route, 'path' | 'operationId'> = {
  method: 'get',
  tag: 'Tasks',
  summary: 'How a task stands, and its result.',
  description:
    'The image agent’s tasks answer every end with 200; of the others, work that somebody else is at is 409 and a failure 500.',
  pathParameters: z.object({ id: z.uuid() }),
  answers: {
    200: { description: 'Over.', json: endedTask },
    202: { description: 'Not over yet.', json: runningTask },
    409: { description: 'Somebody else is at this very work.', json: conflictingTask },
    500: { description: 'Failed.', json: failedTask },
  },
  errors: ['API_GW_TASK_NOT_FOUND', 'MEDIA_OBJECT_MISSING'],
  handle: (context) => async (request, response) => {
    const { success, data: id } = z.uuid().safeParse(request.params['id']);
    if (!success) throw new AethercastError('API_GW_TASK_NOT_FOUND');
    await sendTask(context, serviceOwnerId, id, response);
  },
};

export const agentRoutes: readonly Route[] = [
  discoverTopics,
  craftSnippet,
  weaveScript,
  forgeVoice,
  generateImage,
  harvest,
  generate,
  synthesize,
  { ...task, path: '/v1/tasks/{id}', operationId: 'getTask' },
  { ...task, path: '/tasks/{id}', operationId: 'getTaskByOldPath' },
];
