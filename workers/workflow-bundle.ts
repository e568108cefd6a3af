import { fileURLToPath } from 'node:url';

/** The workflow code as `npm run build` bundled it: bundling at every start costs a second and 100 MB. */
export function workflowBundle(): { codePath: string } {
  return { codePath: fileURLToPath(new URL('../workflow-bundle.js', import.meta.url)) };
}
