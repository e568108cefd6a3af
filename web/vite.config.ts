import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gateway that `npm run dev:web` passes requests on to. */
const gateway = 'http://127.0.0.1:5001';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web-app',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the served pages allows no inlined assets.
    assetsInlineLimit: 0,
    // Named by their content, so that browsers may keep them for good.
    assetsDir: 'assets',
    sourcemap: true,
  },
  server: { proxy: { '/api': gateway } },
});
