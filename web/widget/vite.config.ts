import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The chat for pages elsewhere: one file of the plain kind, for it is fetched by one line in somebody else's page. */
export default defineConfig({
  root: here,
  publicDir: false,
  build: {
    lib: { entry: `${here}chat.ts`, formats: ['iife'], name: 'huiyinChat', fileName: () => 'chat.js' },
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: false,
    target: 'es2023',
    reportCompressedSize: false,
  },
});
