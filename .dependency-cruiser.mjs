// The architecture as rules, checked by `npm run check`: which folder may import which, and no circles.

/**
 * What each folder may import besides itself and npm packages. `workflows/contract` is the shared, pure part, `web/listen`
 * the client of the live stream; `platform/count-words` imports nothing, so that browsers can count with it, too.
 */
const mayImport = {
  workflows: [],
  activities: ['workflows/contract', 'db', 'voices', 'platform'],
  workers: ['workflows', 'activities', 'db', 'voices', 'platform'],
  gateway: ['workflows/contract', 'db', 'voices', 'platform'],
  streamer: ['db', 'platform'],
  db: ['workflows/contract', 'platform'],
  voices: ['platform'],
  stack: ['platform'],
  platform: [],
  'web/app': ['web/listen', 'platform/count-words'],
  'web/listen': [],
  cli: [
    'workflows',
    'activities',
    'workers',
    'gateway',
    'streamer',
    'db',
    'web/listen',
    'voices',
    'stack',
    'platform',
  ],
};

/** The agents' ground floor: any agent and `models` may stand on it, and it on nothing of theirs. */
const groundFloor = ['steps', 'threads', 'fetch', 'text', 'audio', 'script'];

const ours =
  '^(workflows|activities|workers|gateway|streamer|db|voices|stack|platform|cli|web|test|scripts)/';

const directions = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import only ${['itself', ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: ours, pathNot: `^(${[folder, ...allowed].join('|')})[/.]` },
}));

export default {
  forbidden: [
    ...directions,
    {
      name: 'db-contract-types',
      comment: 'db/ may import types of the contract, and no code.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^workflows/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'deterministic-workflows',
      comment: 'Workflow code is deterministic: no Node modules.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'listen-alone',
      comment: 'Browsers load web/listen as it is: no packages.',
      severity: 'error',
      from: { path: '^web/listen/' },
      to: { pathNot: '^web/listen/' },
    },
    {
      name: 'pages-apart',
      comment: 'Pages do not import pages: what two of them need belongs to web/app/components.',
      severity: 'error',
      from: { path: '^web/app/pages/([^/]+)' },
      to: { path: '^web/app/pages/', pathNot: '^web/app/pages/$1' },
    },
    {
      name: 'ground-floor',
      comment: 'The ground floor imports no agent and no model.',
      severity: 'error',
      from: { path: `^activities/(${groundFloor.join('|')})/` },
      to: { path: '^activities/', pathNot: `^activities/(${groundFloor.join('|')})/` },
    },
    {
      name: 'models-below-agents',
      comment: 'Models stand on the ground floor and import no agent.',
      severity: 'error',
      from: { path: '^activities/models/' },
      to: { path: '^activities/', pathNot: `^activities/(models|${groundFloor.join('|')})/` },
    },
    {
      name: 'no-folder-circles',
      comment: 'Folders that import each other are one folder, or lack a third.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-file-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^web/public/', '^test/fakes/'] },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment:
        'What the product imports is a dependency of its own, not of a dependency, and not for development only.',
      severity: 'error',
      from: { path: '^(workflows|activities|workers|gateway|streamer|db|voices|stack|platform|cli)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
