import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { systemClock } from '../../src/kernel/time.ts';
import type { RunningNode } from '../../src/node.ts';
import { startNode } from '../../src/node.ts';
import { openDatabase } from '../../src/platform/db.ts';
import { migrate } from '../../src/platform/migrate.ts';
import type { TestDatabase } from '../database.ts';
import { freshDatabase } from '../database.ts';
import { complaintsOf, hindrances, openBrowser, telephone, WEB, wide } from './browser.ts';

const PASSWORD = 'green tea at noon';

let database: TestDatabase;
let node: RunningNode;
let browser: Browser;

before(async () => {
  database = await freshDatabase();
  const { pool, close } = openDatabase({ url: database.url, connections: 2 });
  await migrate(pool, systemClock.now());
  await close();
  browser = await openBrowser();
  node = await startNode({ clock: systemClock, databaseUrl: database.url, host: '127.0.0.1', port: 0, web: WEB });
});
after(async () => {
  await browser?.close();
  await node?.stop();
  await database?.drop();
});

async function visit(
  path: string,
  options: BrowserContextOptions = wide,
): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
  const complaints = complaintsOf(page);
  await page.goto(node.address + path);
  return { page, complaints };
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('lin');
  await page.getByLabel('Password', { exact: false }).first().fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

describe('a new house, from its first page on', () => {
  test('the first page says what is wrong, makes the house and lets its administrator in', async () => {
    const { page, complaints } = await visit('/', { ...wide, locale: 'zh-TW' });
    await page.waitForURL('**/setup');
    await page.getByLabel('單位名稱').fill('錦繡花園');
    await page.getByLabel('姓名').fill('林薇');
    await page.getByLabel('使用者名稱').fill('lin');
    await page.getByLabel('密碼').first().fill('1111111111');
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: '開始使用' }).click();
    await page.getByText('這個密碼太常見').waitFor();
    await page.getByLabel('密碼').first().fill(PASSWORD);
    await page.getByRole('button', { name: '開始使用' }).click();
    await page.getByRole('heading', { name: '我的工作' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hant');
    await page.getByText('目前沒有待辦事項').waitFor();
    await page.getByRole('button', { name: '語言' }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.deepEqual(complaints, []);
  });

  test('whoever is not signed in comes to the door, and afterwards to where they were going, in their own language', async () => {
    const { page } = await visit('/notifications');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByLabel('User name').fill('lin');
    await page.getByLabel('Password', { exact: false }).first().fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('do not fit together').waitFor();
    await signIn(page);
    await page.waitForURL('**/notifications');
  });

  test('search opens with a key and takes what is typed at once; help lists the keys that there are', async () => {
    const { page } = await visit('/sign-in');
    await page.route('**/assets/palette-*.js', async (route) => {
      await sleep(700);
      await route.continue();
    });
    await signIn(page);
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Search' }).and(page.locator('[aria-busy]')).waitFor();
    await page.keyboard.type('figu');
    await page.getByRole('option', { name: 'Figures' }).waitFor();
    await page.keyboard.type('res');
    assert.equal(await page.getByRole('combobox', { name: 'Search' }).inputValue(), 'figures');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('Next row').waitFor();
    assert.deepEqual(await hindrances(page), []);
    await help.getByRole('switch', { name: 'Single-letter keys' }).click();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    assert.equal(await help.count(), 0, 'a single letter that is switched off does nothing');
  });

  test('a window whose code cannot be had leaves the screen as it is, until the connection is back', async () => {
    const { page } = await visit('/sign-in');
    let lost = true;
    await page.route('**/assets/palette-*.js', (route) => (lost ? route.abort() : route.continue()));
    await page.route('**/my-work', (route) => (lost ? route.abort() : route.continue()));
    await signIn(page);
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Search' }).waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    lost = false;
    await page.waitForEvent('load');
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search' }).waitFor();
  });

  test('the house stands under its path too, on a telephone, in the dark', async () => {
    const { page, complaints } = await visit('/o/centre/my-work', { ...telephone, colorScheme: 'dark' });
    await signIn(page);
    await page.getByText('Nothing is waiting for you').waitFor();
    assert.equal(new URL(page.url()).pathname, '/o/centre/my-work');
    assert.equal(await page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark');
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/o/centre/sign-in');
    assert.deepEqual(complaints, []);
  });

  test('an address with nothing behind it says so and shows the way back', async () => {
    const { page } = await visit('/nowhere');
    await signIn(page);
    await page.getByRole('heading', { name: 'Nothing is here' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'To my work' }).click();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
  });

  test('a password is changed by who knows the one before', async () => {
    const { page } = await visit('/my-work');
    await signIn(page);
    await page.getByRole('button', { name: 'Signed in as' }).click();
    await page.getByRole('button', { name: 'Change password' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change password' });
    await dialog.getByLabel('Current password').fill('not this one');
    await dialog.getByLabel('New password').fill('black tea at four');
    await dialog.getByRole('button', { name: 'Change password' }).click();
    await dialog.getByText('not your current password').waitFor();
    assert.deepEqual(await hindrances(page), []);
    await dialog.getByLabel('Current password').fill(PASSWORD);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Password changed').waitFor();
    await page.getByRole('heading', { name: 'My work' }).waitFor();
  });
});
