import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

/** Things on a telephone's screen that a thumb would miss: below 44 px in height, and not reached by a larger label. */
function tooSmall(page: Page): Promise<string[]> {
  return page.locator('main a[href], main button').evaluateAll((all) =>
    all.flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height < 43.5 ? [`${element.textContent} ${width} x ${height}`] : [];
    }),
  );
}

describe('one leak, by keys alone at the desk and by thumb on the spot', () => {
  test('the desk finds the caller by his number, takes the leak in, and is led to what is missing', async () => {
    const page = await house.sit('desk', '/front-desk');
    await page.getByRole('combobox', { name: 'Who calls?' }).waitFor();
    await page.keyboard.type('13800001202');
    await page.getByRole('option', { name: /陈先生/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '陈先生' }).waitFor();
    await page.getByText('13800001202').waitFor();
    await page.keyboard.press('3');
    await page.keyboard.type('Water under the sink');
    await page.keyboard.press('Control+Enter');
    await page.getByText('This has to be filled in.').waitFor();
    const pipe = page.getByRole('radio', { name: 'Pipe or tap' });
    await page.locator('[type=radio]:focus').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowDown');
    assert.ok(await pipe.isChecked(), 'the cursor stood in the field that was missing');
    assert.deepEqual(await hindrances(page), []);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: /Taken in/ }).waitFor();
  });

  test('the window of an act has the cursor in its first field, not on the button that closes it', async () => {
    const page = await house.sit('desk', '/tickets');
    await page.getByRole('row', { name: /Water under the sink/ }).click();
    await page.getByRole('heading', { name: /Water under the sink/ }).waitFor();
    await page.keyboard.press('w');
    await page.getByRole('dialog', { name: 'Wait' }).waitFor();
    await page.locator('[role=dialog] input:focus').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('a list too long for its window belongs to its field, so that keys and screen readers reach all of it', async () => {
    const page = await house.sit('desk', '/tickets');
    await page.setViewportSize({ width: 1440, height: 520 });
    await page.getByRole('row', { name: /Water under the sink/ }).click();
    await page.getByRole('button', { name: 'Change kind' }).click();
    const field = page.getByRole('combobox', { name: 'New kind' });
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Consultation' }).waitFor();
    assert.equal(
      await field.getAttribute('aria-controls'),
      await page.getByRole('listbox', { name: 'New kind' }).getAttribute('id'),
    );
    assert.deepEqual(await hindrances(page), []);
    await page.keyboard.press('Escape');
  });

  test('the supervisor sends the plumber', async () => {
    const page = await house.sit('maintenance', '/dispatch');
    await page.getByRole('row', { name: /Water under the sink/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /钱师傅/ }).click();
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('the plumber does the whole job on his telephone, in Chinese', async () => {
    const page = await house.sit('plumber', '/worker', { phone: true, language: 'zh-hans' });
    await page.getByRole('link', { name: /3-1202/ }).click();
    await page.getByRole('link', { name: '拨打 13800001202' }).waitFor();
    assert.deepEqual(await tooSmall(page), []);
    for (const step of ['接单', '出发', '到场', '报完工'])
      await page.getByRole('button', { name: step, exact: true }).click();
    const done = page.getByRole('button', { name: '完工', exact: true });
    await done.click();
    await page.getByText('此项必填').first().waitFor();
    await page.getByRole('button', { name: '接口渗漏' }).click();
    await page.getByRole('button', { name: '已更换配件' }).click();
    await page.getByRole('button', { name: '30 分钟', exact: true }).click();
    assert.deepEqual(await hindrances(page), []);
    await done.click();
    await page.getByText('已完工').first().waitFor();
    await page.getByRole('link', { name: '我的工单' }).first().waitFor();
  });

  test('the same order, opened in the list of the office, leads back to that list', async () => {
    const page = await house.sit('maintenance', '/work-orders?state=done');
    await page.getByRole('row', { name: /Water under the sink/ }).click();
    await page.getByRole('link', { name: 'Work orders' }).last().click();
    await page.getByRole('heading', { name: 'Work orders' }).waitFor();
  });

  test('nothing was complained of', () => {
    assert.deepEqual(house.complaints, []);
  });
});
