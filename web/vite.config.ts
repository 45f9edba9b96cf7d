import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellPlugin } from './shell-plugin.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Files are served from `/assets` whatever organisation the page belongs to, so one copy is cached for all of
 * them; only pages and the API stand under `/o/<slug>/`. Nothing is inlined, for the content security policy
 * allows no inline script.
 */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), shellPlugin(fileURLToPath(new URL('service-worker.js', import.meta.url)))],
  css: { postcss: { plugins: [] } },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      '^/(o/[^/]+/)?api/': { target: process.env['HUIYIN_API'] ?? 'http://localhost:8080', ws: true },
    },
  },
});
