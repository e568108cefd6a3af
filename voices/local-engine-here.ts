import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isNonGlibcLinuxSync } from 'detect-libc';

/** What the engine `local` needs of npm; both are optional dependencies. */
const packages = ['onnxruntime-node', 'piper-phonemize'] as const;

let found: { why: string | undefined } | undefined;

/**
 * Why the local voices cannot run here, in words; undefined when they can. Only looks: loading the runtime takes
 * 60 MB that the asking process does not need. Looks once per process, since requests ask for every voice.
 */
export function whyNoLocalEngine(): string | undefined {
  found ??= { why: look() };
  return found.why;
}

function look(): string | undefined {
  const require = createRequire(import.meta.url);
  for (const name of packages) {
    try {
      require.resolve(name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
      return `the optional package ${name} is not installed (npm ci --include=optional)`;
    }
  }
  const library = path.resolve(
    path.dirname(require.resolve('onnxruntime-node')),
    `../bin/napi-v6/${process.platform}/${process.arch}/onnxruntime_binding.node`,
  );
  if (!existsSync(library)) return `onnxruntime-node has no library for ${process.platform}-${process.arch}`;
  if (isNonGlibcLinuxSync())
    return 'onnxruntime-node needs the GNU C library, which this system does not have';
  return undefined;
}
