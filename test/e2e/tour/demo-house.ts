import type { Browser, Page } from 'playwright-core';
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

/** A page that stands at a screen, complete and still; `complaints` is what the browser said on the way. */
export type Standing = { page: Page; complaints: string[] };

/** The demo centre with its screens, and a browser before it. */
export type DemoHouse = {
  stand(screen: Screen, language: Language): Promise<Standing>;
  /** What is seen, as WebP: half of what PNG weighs. */
  picture(page: Page): Promise<Buffer>;
  close(): Promise<void>;
};

/** `days` of history: the whole demo has sixty. */
export async function openDemo(days: number): Promise<DemoHouse> {
  const fresh = await freshDatabase();
  await fill(fresh.url, days);
  const node = await startNode({ clock: systemClock, databaseUrl: fresh.url, host: '127.0.0.1', port: 0, web: WEB });
  const browser = await openBrowser();
  return {
    stand: (screen, language) => stand(browser, node.address, screen, language),
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

async function stand(browser: Browser, address: string, screen: Screen, language: Language): Promise<Standing> {
  const options = screen.phone ? telephone : wide;
  const locale = { en: 'en-GB', 'zh-hans': 'zh-CN', 'zh-hant': 'zh-TW' }[language];
  const context = await browser.newContext({ ...options, locale, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  if (screen.as !== null) await signIn(page, address, screen.as, language);
  const at = screen.at ? await screen.at((path) => read(page, address, path)) : screen.of;
  await page.goto(address + at);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return { page, complaints };
}

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

/** Through the API, with no tabs left open from the screen before. */
async function signIn(page: Page, address: string, username: string, language: Language): Promise<void> {
  const headers = { 'x-huiyin': '1', origin: address };
  for (const [method, path, data] of [
    ['post', 'sign-in', { username, password: DEMO_PASSWORD }],
    ['put', 'me/preferences', { language }],
    ['put', 'me/tabs', { items: [] }],
  ] as const) {
    const answer = await page.request[method](`${address}/api/${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${username}, ${path}: ${await answer.text()}`);
  }
}
