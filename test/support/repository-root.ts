import path from 'node:path';

/** The folder of package.json. The tests run compiled, in dist/. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../../..');
