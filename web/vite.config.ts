import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { shellPlugin } from './offline/shell-plugin.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The server sends the customer's page at its addresses; so does the one for editing. */
const customerPlugin: Plugin = {
  name: 'customer',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _, next) => {
      if (/^(\/o\/[^/]+)?\/c(\/|\?|$)/.test(request.url ?? '')) request.url = '/customer.html';
      next();
    });
  },
};

/**
 * Files are served from `/assets` whatever organisation the page belongs to, so one copy is cached for all of
 * them; only pages and the API stand under `/o/<slug>/`. Nothing is inlined, for the content security policy
 * allows no inline script.
 */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), customerPlugin, shellPlugin(fileURLToPath(new URL('offline/service-worker.js', import.meta.url)))],
  css: { postcss: { plugins: [] } },
  build: {
    rolldownOptions: { input: { house: `${here}index.html`, customer: `${here}customer.html` } },
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    // an icon is smaller than what naming it beforehand costs every first page
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files) => files.filter((file) => !/\/Icon[A-Z]/.test(file)),
    },
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
