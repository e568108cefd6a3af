// Compiles TypeScript (incrementally) and bundles the workflow code, each only when something changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const require = createRequire(import.meta.url);

const compiled = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b'], {
  stdio: 'inherit',
});
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

// The bundle is remade when any compiled workflow file is newer than it.
const bundle = 'dist/workflow-bundle.js';
const workflowFiles = readdirSync('dist/workflows', { recursive: true })
  .filter((name) => name.endsWith('.js'))
  .map((name) => path.join('dist/workflows', name));
const newest = Math.max(...workflowFiles.map((file) => statSync(file).mtimeMs));
if (!existsSync(bundle) || statSync(bundle).mtimeMs < newest) {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.resolve('dist/workflows/index.js'),
    logger: new DefaultLogger('WARN'),
  });
  const temporary = `${bundle}.${process.pid}`;
  writeFileSync(temporary, code);
  renameSync(temporary, bundle);
}

// The web app, when one of its sources (or of what it is built with) is newer than the last build.
const page = 'dist/web-app/index.html';
const webFiles = ['package-lock.json', ...filesBelow('web')];
const newestWeb = Math.max(...webFiles.map((file) => statSync(file).mtimeMs));
if (!existsSync(page) || statSync(page).mtimeMs < newestWeb) {
  const { build } = await import('vite');
  await build({ configFile: 'web/vite.config.ts', logLevel: 'warn' });
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
