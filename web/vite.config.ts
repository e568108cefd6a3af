import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The gateway that `npm run dev:web` passes requests on to. */
const gateway = 'http://127.0.0.1:5001';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist/web-app',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the served pages allows no inlined assets.
    assetsInlineLimit: 0,
    // All styles at once (9 kB): a page whose code comes later must not come without them.
    cssCodeSplit: false,
    // Named by their content, so that browsers may keep them for good.
    assetsDir: 'assets',
    sourcemap: true,
    // What the code of each page consists of, for the gateway: gateway/web/page-code.ts.
    manifest: 'manifest.json',
  },
  server: { proxy: { '/api': gateway } },
});

/** Lays a `.br` and a `.gz` beside every script and style sheet, so that sending them small costs the gateway nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))) {
        const file = path.join(dir, name);
        const content = readFileSync(file);
        writeFileSync(`${file}.br`, brotliCompressSync(content));
        writeFileSync(`${file}.gz`, gzipSync(content));
      }
    },
  };
}
