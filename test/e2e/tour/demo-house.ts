import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { makeDemo } from '../../../src/demo/demo.ts';
import { DEMO_PASSWORD } from '../../../src/demo/staff.ts';
import { systemClock } from '../../../src/kernel/time.ts';
import type { Language } from '../../../src/kernel/words.ts';
import { startNode } from '../../../src/node.ts';
import { packs } from '../../../src/pack/registry.ts';
import { openDatabase } from '../../../src/platform/db.ts';
import { migrate } from '../../../src/platform/migrate.ts';
import { effects, react } from '../../../src/reactions/reactions.ts';
import { freshDatabase } from '../../database.ts';
import { complaintsOf, openBrowser, telephone, WEB, wide } from '../browser.ts';
import type { Screen } from './screens.ts';

/** A page that stands at a screen, complete and still, until the next; `complaints` is what the browser said on the way. */
export type Standing = { page: Page; complaints: string[] };

/** The demo centre with its screens, and a browser before it. */
export type DemoHouse = {
  stand(screen: Screen, language: Language): Promise<Standing>;
  /** What is seen, as WebP: half of what PNG weighs. */
  picture(page: Page): Promise<Buffer>;
  close(): Promise<void>;
};

/** `days` of history: the whole demo has sixty. `pictures` where its browser is to take some. */
export async function openDemo(days: number, { pictures = false } = {}): Promise<DemoHouse> {
  const fresh = await freshDatabase();
  await fill(fresh.url, days);
  const node = await startNode({ clock: systemClock, databaseUrl: fresh.url, host: '127.0.0.1', port: 0, web: WEB });
  const browser = await openBrowser({ pictures });
  const seats = seatsBefore(browser, node.address);
  return {
    stand: (screen, language) => stand(seats, node.address, screen, language),
    picture: (page) => pictureOf(browser, page),
    close: async () => {
      await browser.close();
      await node.stop();
      await fresh.drop();
    },
  };
}

async function fill(url: string, days: number): Promise<void> {
  const database = openDatabase({ url, connections: 4, durable: false });
  const now = systemClock.now();
  await migrate(database.pool, now);
  await makeDemo({ database, pack: (await packs()).get('property')!, react, effects, now, days });
  await database.close();
}

type Seat = { page: Page; complaints: string[]; still: () => Promise<void>; inside: boolean };
type Seats = (screen: Screen, language: Language) => Promise<Seat>;

/** One page for each person, language and device, on which he goes from screen to screen. */
function seatsBefore(browser: Browser, address: string): Seats {
  const taken = new Map<string, Promise<Seat>>();
  return (screen, language) => {
    const name = `${screen.as} ${language} ${screen.phone ? 'phone' : 'desk'}`;
    const seat = taken.get(name) ?? takeSeat(browser, address, screen, language);
    taken.set(name, seat);
    return seat;
  };
}

async function takeSeat(browser: Browser, address: string, screen: Screen, language: Language): Promise<Seat> {
  const options = screen.phone ? telephone : wide;
  const locale = { en: 'en-GB', 'zh-hans': 'zh-CN', 'zh-hant': 'zh-TW' }[language];
  const context = await browser.newContext({ ...options, locale, reducedMotion: 'reduce', serviceWorkers: 'block' });
  if (screen.as !== null) await signIn(context, address, screen.as, language);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  page.on('response', (answer) => {
    if (answer.status() >= 400 && !EXPECTED.test(answer.url())) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  return { page, complaints, still: stillnessOf(page), inside: false };
}

/** Asked before anybody has signed in. */
const EXPECTED = /\/api\/(session|public\/cases)$/;

const QUIET_MS = 150;

/** Waits until a page has asked for nothing in so long, and has all that it had asked for. */
function stillnessOf(page: Page): () => Promise<void> {
  const asked = new Set<Request>();
  let last = 0;
  const note = (change: (request: Request) => unknown) => (request: Request) => {
    change(request);
    last = performance.now();
  };
  page.on(
    'request',
    note((request) => asked.add(request)),
  );
  page.on(
    'requestfinished',
    note((request) => asked.delete(request)),
  );
  page.on(
    'requestfailed',
    note((request) => asked.delete(request)),
  );
  return async () => {
    last = performance.now();
    while (asked.size > 0 || performance.now() - last < QUIET_MS) await sleep(QUIET_MS / 5);
  };
}

async function stand(seats: Seats, address: string, screen: Screen, language: Language): Promise<Standing> {
  const seat = await seats(screen, language);
  const { page, complaints } = seat;
  complaints.length = 0;
  if (screen.as !== null) await send(page.context(), address, 'put', 'me/tabs', { items: [] });
  const at = screen.at ? await screen.at((path) => read(page, address, path)) : screen.of;
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const inside = screen.as !== null && screen.of !== '/wall';
  if (inside && seat.inside) await page.evaluate(`(${GO})(${JSON.stringify(at)})`);
  else await page.goto(address + at);
  seat.inside = inside;
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await seat.still();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, complaints };
}

/** Runs in the browser: to another screen without loading the page again, as somebody does who works there. */
const GO = `(to) => {
  history.pushState({}, '', to);
  dispatchEvent(new PopStateEvent('popstate', { state: {} }));
}`;

/** Runs in the browser, whose own canvas packs what it is given. */
const PACK = `async (source) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + source;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width, height: image.height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.8).split(',')[1];
}`;

async function pictureOf(browser: Browser, page: Page): Promise<Buffer> {
  const png = (await page.screenshot()).toString('base64');
  const desk = await browser.newPage();
  const packed = await desk.evaluate<string>(`(${PACK})(${JSON.stringify(png)})`);
  await desk.close();
  return Buffer.from(packed, 'base64');
}

async function read(page: Page, address: string, path: string): Promise<unknown> {
  const answer = await page.request.get(`${address}/api/${path}`);
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** Through the API, because the sign-in screen has stories of its own. */
async function signIn(context: BrowserContext, address: string, username: string, language: Language): Promise<void> {
  await send(context, address, 'post', 'sign-in', { username, password: DEMO_PASSWORD });
  await send(context, address, 'put', 'me/preferences', { language });
}

async function send(context: BrowserContext, address: string, method: 'post' | 'put', path: string, data: object) {
  const headers = { 'x-huiyin': '1', origin: address };
  const answer = await context.request[method](`${address}/api/${path}`, { headers, data });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}
