import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../src/demo/staff.ts';
import { openBrowser, wide } from '../test/e2e/browser.ts';

// The pictures of the README, taken of a running demo: `node bin/huiyin.mjs scripts/pictures.ts http://127.0.0.1:8080`.
// A demo that was just made has something of each sort to do; look at them before they are committed.

const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const into = join(import.meta.dirname, '../docs/pictures');
const headers = { 'x-huiyin': '1', origin: address };

const LANGUAGES = [
  { language: 'en', folder: into },
  { language: 'zh-hans', folder: join(into, 'zh') },
] as const;

async function come(browser: Browser, username: string, language: string): Promise<Page> {
  const page = await (await browser.newContext({ ...wide, reducedMotion: 'reduce' })).newPage();
  for (const [method, path, data] of [
    ['post', 'sign-in', { username, password: DEMO_PASSWORD }],
    ['put', 'me/preferences', { language }],
    ['put', 'me/tabs', { items: [] }],
  ] as const) {
    const answer = await page.request[method](`${address}/api/${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  }
  return page;
}

/** Takes the screen once it has read everything and stands still. */
async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(address + path);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('main [aria-busy]').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: name });
  console.log(name);
}

/** The desk's own leak in which the most has happened. */
async function leakOf(page: Page): Promise<string> {
  const { person } = await (await page.request.get(`${address}/api/session`)).json();
  const answer = await page.request.get(`${address}/api/tickets?kind=leak&owner=${person.id}&limit=50`);
  const { items } = (await answer.json()) as { items: { id: string; version: number }[] };
  const [most] = items.toSorted((one, other) => other.version - one.version);
  if (!most) throw new Error('the desk has no open leak: take the pictures of a demo that was just made');
  return most.id;
}

const browser = await openBrowser();
for (const { language, folder } of LANGUAGES) {
  const desk = await come(browser, 'desk', language);
  await take(desk, '/front-desk', join(folder, 'front-desk.png'));
  await take(desk, `/tickets/${await leakOf(desk)}`, join(folder, 'ticket.png'));
  const manager = await come(browser, 'manager', language);
  await take(manager, '/board', join(folder, 'board.png'));
}
await browser.close();
