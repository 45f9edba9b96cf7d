/**
 * Keeps the page itself on this device, for whoever works where there is no connection. Browsers do so over https (or on the
 * machine itself) only; elsewhere the page must stay open in the basement, and what is done there waits all the same.
 */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => {});
  // asked for, not owed: a browser under pressure then throws other sites' things away first
  await navigator.storage.persist().catch(() => {});
}
