import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium as driver } from 'playwright-core';
import { buildWeb } from '../../scripts/build-web.ts';

const ROOT = join(import.meta.dirname, '../..');
export const WEB = join(ROOT, 'dist/web');

/** Where a system's own browser stands, for machines on which the packaged one does not run. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags that are for cloud functions, and would keep a second page from opening. */
const UNWANTED = /^--(headless|single-process|no-zygote)/;

/** A real Chromium: the one inside the npm package on Linux x64, else an installed one. */
export async function openBrowser(): Promise<Browser> {
  await buildWeb();
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = packaged ? await chromium.executablePath() : INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium was found: install one.');
  const args = packaged ? chromium.args.filter((flag) => !UNWANTED.test(flag)) : [];
  return driver.launch({ executablePath, args: [...args, '--no-sandbox'], headless: true });
}

export const wide: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
export const telephone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What hinders people with disabilities on the page as it is now: rule and element, none when all is well (WCAG 2.2 AA). */
export async function hindrances(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = globalThis as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await run.run({ runOnly: tags });
    return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
  });
}

/** Errors that a page complains of: exceptions, and what the content security policy held back. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import type { Clock } from '../../src/kernel/time.ts';
import { between, plus, systemClock } from '../../src/kernel/time.ts';
import type { Language } from '../../src/kernel/words.ts';
import { startNode } from '../../src/node.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';
const PASSWORD = 'huiyin-e2e-only';
export type Seat = { language?: Language; phone?: boolean; dark?: boolean };
/** A whole node with its screens over a test world, and a real browser before it. */
export type House = {
  world: World;
  address: string;
  /** Somebody sits down, signed in, at the page of `path`. */
  sit(who: PersonKey, path: string, seat?: Seat): Promise<Page>;
  /** What the browser complained of: faults of a script, requests that failed by fault. Empty at the end of a good story. */
  complaints: string[];
  close(): Promise<void>;
/** Chromium as npm brings it (x64 Linux), else one that is installed here. */
async function launch(): Promise<Browser> {
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'];
  if (installed) return chromium.launch({ executablePath: installed, args });
  const { default: carried } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await carried.executablePath(), args });
/** A clock that runs as ours does, from the world's moment on: a browser needs time to pass. */
function runningFrom(start: Clock): Clock {
  const began = systemClock.now();
  const first = start.now();
  return { now: () => plus(first, between(began, systemClock.now())) };
/** Opens a house of this test file's own: `const house = await openHouse()`, and `house.close()` in `after`. */
export async function openHouse(options: { at?: string } = {}): Promise<House> {
  const world = await freshWorld(options);
  const hash = await hashPassword(PASSWORD);
  for (const personId of Object.values(world.people))
    await setPassword(world.database, world.organisation, personId, { hash }, world.clock.now());
  const web = join(import.meta.dirname, '../../dist/web');
  const clock = runningFrom(world.clock);
  const node = await startNode({ databaseUrl: world.url, host: '127.0.0.1', port: 0, clock, web });
  const browser = await launch();
  return {
    world,
    address: node.address,
    complaints,
    sit: async (who, path, seat = {}) => {
      const page = await newPage(browser, seat, complaints);
      await signIn(page, node.address, who, seat);
      await page.goto(node.address + path);
      return page;
    },
    close: async () => {
      await browser.close();
      await node.stop();
      await world.drop();
    },
  };
async function newPage(browser: Browser, { phone = false, dark = false }: Seat, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  const page = await context.newPage();
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`);
  return page;
/** Through the API, because the sign-in screen has stories of its own. */
async function signIn(page: Page, address: string, username: PersonKey, { language = 'en' }: Seat): Promise<void> {
  const headers = { 'x-huiyin': '1', origin: address };
  const given = { username, password: PASSWORD };
  const answer = await page.request.post(`${address}/api/sign-in`, { headers, data: given });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const kept = await page.request.put(`${address}/api/me/preferences`, { headers, data: { language } });
  if (!kept.ok()) throw new Error(`the language was not kept: ${await kept.text()}`);
}
