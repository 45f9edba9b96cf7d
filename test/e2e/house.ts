import { join } from 'node:path';
import type { SuiteContext, TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import type { Clock } from '../../src/kernel/time.ts';
import { between, plus, systemClock } from '../../src/kernel/time.ts';
import type { Language } from '../../src/kernel/words.ts';
import { startNode } from '../../src/node.ts';
import type { World } from '../world.ts';
import { openBrowser } from './browser.ts';
import type { Devices } from './devices.ts';
import { devicesOf } from './devices.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

/** Everybody's in a house. */
export const PASSWORD = 'huiyin-e2e-only';

export type Seat = { language?: Language; phone?: boolean; dark?: boolean };

/** A whole node with its screens over a test world, and a real browser before it. */
export type House = {
  world: World;
  address: string;
  /** Between its pages and the server, where `keepsPages`. */
  line: Line | null;
  /** When it was opened, by the machine's clock; the world's runs on from its own moment. */
  began: number;
  /** Somebody sits down, signed in, at the page of `path`. */
  sit(who: PersonKey, path: string, seat?: Seat): Promise<Page>;
  /** Somebody who does not work here comes to the page of `path`. */
  come(path: string, seat?: Seat): Promise<Page>;
  /** Somebody else signs in on the same device. */
  passOn(page: Page, to: PersonKey): Promise<void>;
  /**
   * Everybody gets up: a page that stays open reads again whatever happens, and slows the next story down. Of a story that
   * failed it is told what stood on its pages.
   */
  leave(story: SuiteContext | TestContext): Promise<void>;
  /** What the browser complained of: faults of a script, requests that failed by fault. Empty at the end of a good story. */
  complaints: string[];
  close(): Promise<void>;
};

/** A clock that runs as ours does, from the world's moment on: a browser needs time to pass. */
function runningFrom(start: Clock): Clock {
  const began = systemClock.now();
  const first = start.now();
  return { now: () => plus(first, between(began, systemClock.now())) };
}

type HouseOptions = {
  at?: string;
  privateWebhooks?: boolean;
  /** Pages are kept for where there is no connection: it costs each seat the loading of them all. */
  keepsPages?: boolean;
};

/** Opens a house of this test file's own: `const house = await openHouse()`, and `house.close()` in `after`. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const world = await freshWorld(options);
  const hash = await hashPassword(PASSWORD);
  for (const personId of Object.values(world.people))
    await setPassword(world.database, world.organisation, personId, { hash }, world.clock.now());
  const web = join(import.meta.dirname, '../../dist/web');
  const { privateWebhooks = false, keepsPages = false } = options;
  const began = Date.parse(systemClock.now());
  const clock = runningFrom(world.clock);
  const node = await startNode({ databaseUrl: world.url, host: '127.0.0.1', port: 0, clock, web, privateWebhooks });
  const line = keepsPages ? await openLine(node.address) : null;
  const { address } = line ?? node;
  const browser = await openBrowser();
  const devices = devicesOf(browser, address, { keepsPages });
  const complaints: string[] = [];
  return {
    world,
    address,
    line,
    began,
    complaints,
    sit: async (who, path, seat = {}) => {
      const page = await newPage(devices, seat, complaints);
      await signIn(page, address, who, seat);
      await page.goto(address + path);
      return page;
    },
    come: async (path, seat = {}) => {
      const page = await newPage(devices, seat, complaints);
      await page.goto(address + path);
      return page;
    },
    leave: async (story) => {
      if ('passed' in story && !story.passed) await tellOf(devices.pages());
      await devices.putAway();
    },
    passOn: (page, to) => signIn(page, address, to, {}),
    close: async () => {
      await browser.close();
      await line?.close();
      await node.stop();
      await world.drop();
    },
  };
}

async function newPage(devices: Devices, { phone = false, dark = false }: Seat, complaints: string[]): Promise<Page> {
  const page = await devices.take({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
  });
  page.on('pageerror', (fault) => complaints.push(String(fault)));
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  return page;
}

async function tellOf(pages: Page[]): Promise<void> {
  for (const page of pages) {
    const words = await page.evaluate(() => document.body.innerText).catch(String);
    console.error(`What stood on ${page.url()}:\n${words.replace(/\n+/g, '\n').slice(0, 3_000)}`);
  }
}

/** Through the API, because the sign-in screen has stories of its own. */
async function signIn(page: Page, address: string, username: PersonKey, { language = 'en' }: Seat): Promise<void> {
  const headers = { 'x-huiyin': '1', origin: address };
  const given = { username, password: PASSWORD };
  const answer = await page.request.post(`${address}/api/sign-in`, { headers, data: given });
  if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const kept = await page.request.put(`${address}/api/me/preferences`, { headers, data: { language } });
  if (!kept.ok()) throw new Error(`the language was not kept: ${await kept.text()}`);
}
