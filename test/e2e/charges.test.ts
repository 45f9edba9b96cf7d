import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setBasis } from '../../src/charge/commands/set-basis.ts';
import { setBasisInput } from '../../src/charge/inputs.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

/** A month is billed from the screen, and paid at the counter in few keys. */

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-02T09:00+08:00' });
  const lines = [{ place: '3-1202', value: 8_937 }];
  await house.world.act('supervisor', setBasis, setBasisInput.parse({ about: 'area', lines }));
});
afterEach((story) => house.leave(story));
after(() => house.close());

test('the supervisor looks at a month as it would be billed, with what is missing, and bills it in one act', async () => {
  const page = await house.sit('supervisor', '/charges', { language: 'en' });
  await page.getByText('No charges fit.').waitFor();
  await page.getByRole('button', { name: 'Bill a period' }).click();
  await page.getByRole('button', { name: 'Look first' }).click();
  await page.getByText('1 of 3 units would be billed: ¥210.02').waitFor();
  await page.getByText('2 without an area', { exact: false }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Bill and tell the customers' }).click();
  await page.getByRole('heading', { name: 'Management fee, November 2026' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});

test('at the counter the desk finds what is owed, takes it, and the receipt is there to print', async () => {
  const page = await house.sit('desk', '/charges', { language: 'zh-hans' });
  await page.getByText('陈先生').click();
  await page.getByRole('button', { name: '收款' }).click();
  await page.getByText('物业管理费 · 3-1202').waitFor();
  assert.equal(await page.getByLabel('收款金额').inputValue(), '210.02', 'all that is owed stands there');
  await page.getByText('微信', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText('已开收据 2026-000001').waitFor();
  await page.getByRole('button', { name: '打印或发送' }).waitFor();
  await page.goto(`${house.address}/charges?view=receipts`);
  await page.getByText('2026-000001').waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});
