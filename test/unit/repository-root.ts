import path from 'node:path';

/** The folder of package.json. The tests run compiled, in dist/test/unit. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../../..');
