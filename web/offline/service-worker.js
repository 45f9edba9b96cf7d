/**
 * Serves the page itself where there is no connection: the shell, the worker's screens, the words. Data is the page's own
 * business (kept-reads.ts). The build puts `shell` before this text: what to keep, and a name made from its contents; a new
 * version of the screens is a new text here, takes over as soon as it is kept, and throws the former one away.
 */
/* global shell */
const kept = `huiyin-${shell.version}`;
const files = new Set(shell.files);

/** A connection that has not answered for so long is none. */
const SLOW_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || /\/api\//.test(pathname)) return;
  // the customer's page is another, and not kept
  if (/^(\/o\/[^/]+)?\/c(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (files.has(pathname)) event.respondWith(caches.match(pathname).then((found) => found ?? fetch(request)));
});

async function keepShell() {
  const cache = await caches.open(kept);
  // the page is asked for anew, for it names the files; those are named after their contents
  await cache.add(new Request('/', { cache: 'reload' }));
  await cache.addAll(shell.files);
  await self.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('huiyin-') && name !== kept).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** The server's own page while it answers: it may be of a newer version. Else the one kept here, whatever the address. */
async function page(request) {
  const asked = fetch(request);
  const soon = await Promise.race([asked.catch(() => null), new Promise((go) => setTimeout(go, SLOW_MS, null))]);
  if (soon && soon.status < 502) return soon;
  return (await caches.match('/', { cacheName: kept })) ?? soon ?? asked;
}
