import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { House } from './house.ts';
import { openHouse, PASSWORD } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the language chosen at the door is spoken inside, and on the next device too', async () => {
  const page = await house.sit('desk', '/my-work', { language: 'zh-hans' });
  await page.context().clearCookies();
  await page.goto(`${house.address}/sign-in`);
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('textbox', { name: '使用者名稱' }).fill('desk');
  await page.getByRole('textbox', { name: '密碼' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(
    await page.getByRole('textbox', { name: 'User name' }).inputValue(),
    'desk',
    'he need not type it again',
  );
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/me/preferences'));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'My work' }).waitFor();
  await kept;
  const session = await page.request.get(`${house.address}/api/session`);
  assert.equal((await session.json()).person.language, 'en');
});
