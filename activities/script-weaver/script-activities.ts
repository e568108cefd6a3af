// The script weaver (PSWA): has scripts written part by part, checks them, keeps them for equal requests.
// Imports the shared folders and models/, and no other agent (activities/README.md).
import type { ScriptActivities } from '../../workflows/contract/activities.js';
import type { ActivityDeps } from '../activity-deps.js';
import { agents } from '../steps/agents.js';
import { agentStep } from '../steps/agent-step.js';
import { readBundle } from '../script/source-bundle.js';
import { readRequest } from '../steps/read-request.js';
import { prepareScript } from './prepare-script.js';

/** PSWA: the harvested sources become a script part by part, or at once the script that an equal request had before. */
export function createScriptActivities(deps: ActivityDeps): ScriptActivities {
  return {
    weaveScript: ({ run, bundleUri, part, scriptUri }) =>
      agentStep(
        deps,
        {
          run,
          ...agents.scriptWeaver,
          item: String(part),
          order: 2,
          input: { writer: deps.writer.provider, model: deps.writer.model, part },
          // The others are written while the voices speak, which is what the run is shown to be at then.
          stage:
            part === 0
              ? {
                  status: 'pswa_script_generation',
                  stage: 'pswa_script_generation',
                  message: 'Writing the script.',
                }
              : undefined,
        },
        async () => {
          const request = await readRequest(deps.db, run.workflowId);
          return prepareScript(deps, run, request, await readBundle(deps.media, bundleUri), {
            part,
            scriptUri,
          });
        },
      ),
  };
}
