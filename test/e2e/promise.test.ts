import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { mend, settle, takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  const { world } = house;
  const settled = await takeInMatter(world, 'leak', { title: '卫生间漏水' });
  await mend(world, settled);
  await settle(world, settled);
  await takeInMatter(world, 'leak');
  const sent = await takeInMatter(world, 'leak', { title: '阳台漏水' });
  const order = { departmentId: world.departments['engineering']!, task: '上门维修' };
  await world.act('desk', issueWorkOrder, sent.id, order);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

const ROWS: [PersonKey, string, RegExp][] = [
  ['desk', '/my-work', /漏水/],
  ['desk', '/tickets', /漏水/],
  ['supervisor', '/dispatch', /厨房漏水/],
  ['supervisor', '/work-orders', /上门维修/],
  ['desk', '/return-visits', /卫生间漏水/],
];

for (const [who, path, row] of ROWS)
  test(`a promised reply is one key away on a row of ${path}, and the keys say so [RECP-05]`, async () => {
    const page = await house.sit(who, path);
    await page.getByRole('row', { name: row }).first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('Promise a reply').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await page.keyboard.press('p');
    const dialog = page.getByRole('dialog', { name: 'Promise a reply' });
    await dialog.getByRole('textbox', { name: 'What is promised' }).fill('明天上午回电');
    await dialog.getByRole('button', { name: 'in 2 h' }).click();
    assert.deepEqual(await hindrances(page), []);
    await dialog.getByRole('button', { name: 'Promise a reply' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

test('whoever knows no key finds the act by its name in the search field', async () => {
  const page = await house.sit('desk', '/tickets');
  await page.getByRole('row', { name: /漏水/ }).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('promise');
  await page.getByRole('option', { name: 'Promise a reply' }).click();
  const dialog = page.getByRole('dialog', { name: 'Promise a reply' });
  await dialog.getByRole('textbox', { name: 'What is promised' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('every one of them runs', async () => {
  const promises = await house.world.read((tx) =>
    tx.selectFrom('commitment').select('id').where('kind', '=', 'promise').where('state', '=', 'running').execute(),
  );
  assert.equal(promises.length, ROWS.length);
  assert.deepEqual(house.complaints, []);
});
