// Lint rules, among them the import directions of the house: which folder may import which.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const everyFolder = [
  'workflows',
  'activities',
  'workers',
  'gateway',
  'streamer',
  'db',
  'web',
  'voices',
  'stack',
  'platform',
  'cli',
  'test',
];

/**
 * What each folder may import besides itself and npm packages. `workflows/contract` is the shared, pure part,
 * `web/listen` the client of the live stream; `platform/count-words` imports nothing, so that browsers can count with
 * it, too.
 */
const mayImport = {
  workflows: [],
  activities: ['workflows/contract', 'db', 'voices', 'platform'],
  workers: ['workflows', 'activities', 'db', 'voices', 'platform'],
  gateway: ['workflows/contract', 'db', 'voices', 'platform'],
  streamer: ['db', 'platform'],
  db: ['workflows/contract', 'platform'],
  web: ['platform/count-words'],
  'web/listen': [],
  voices: ['platform'],
  stack: ['platform'],
  platform: [],
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

function importDirection([folder, allowed]) {
  const patterns = everyFolder
    .filter((other) => other !== folder && !allowed.includes(other))
    .map((other) => {
      const parts = allowed
        .filter((name) => name.startsWith(`${other}/`))
        .map((name) => name.slice(other.length));
      return {
        regex: `^(\\.\\./)+${other}${parts.length === 0 ? '' : `(?!(${parts.join('|')})(/|\\.js$|$))`}/`,
        message: `${folder}/ may import only: ${['itself', ...allowed].join(', ')}.`,
      };
    });
  if (folder === 'web/listen') {
    patterns.push({
      regex: '^(?!\\./)',
      message: 'Browsers load it as it is: imports from its own folder alone, relative.',
    });
  }
  if (folder === 'workflows') {
    patterns.push({
      regex: '^(node:|fs|path|crypto|os)',
      message: 'Workflow code is deterministic: no Node modules.',
    });
  }
  return {
    files: [`${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.aethercast/**',
      'web/vite.config.ts',
      'web/app/api/schema.d.ts',
      '**/*.js',
      '**/*.mjs',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A switch over a setting with one value today is where the next value will be added.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'func-style': ['error', 'declaration', { allowArrowFunctions: false }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is read once, in platform/config.' },
      ],
    },
  },
  ...Object.entries(mayImport).map(importDirection),
  { files: ['platform/config/load-config.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/*.cts'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
