import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { takeInMatter } from '../story.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  await takeInMatter(house.world, 'leak', { title: '厨房漏水' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('dispatch shows one thing at a time: what waits, then who could go', async () => {
  const page = await house.sit('supervisor', '/dispatch', { phone: true });
  const row = page.getByRole('row', { name: /厨房漏水/ });
  await row.waitFor();
  const people = page.getByRole('complementary', { name: 'People' });
  assert.ok(await people.isHidden(), 'the people stand behind the list');
  await row.click();
  await people.waitFor();
  assert.ok(await row.isHidden(), 'the list stands behind the people');
  await page.getByRole('button', { name: 'Back to what waits' }).click();
  await row.waitFor();
});

test('the views above the tickets keep their width, and are pushed aside instead', async () => {
  const page = await house.sit('desk', '/tickets', { phone: true });
  const views = page.getByRole('navigation', { name: 'Views' }).getByRole('link');
  await views.first().waitFor();
  const squeezed = await views.evaluateAll((all) =>
    all.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.textContent),
  );
  assert.deepEqual(squeezed, []);
});

test('the cross that takes a filter away is as small as ever, though a thumb finds it', async () => {
  const page = await house.sit('desk', '/work-orders', { phone: true });
  const cross = page.getByRole('button', { name: /^Remove/ }).first();
  const [button, drawn] = [await cross.boundingBox(), await cross.locator('svg').boundingBox()];
  assert.ok(button!.height >= 44 && drawn!.height <= 20, `${drawn!.height} in ${button!.height}`);
});

for (const phone of [true, false])
  test(`the front desk ${phone ? 'on a telephone' : 'on a wide screen'} does not move as its kinds come`, async () => {
    const page = await house.sit('desk', '/account', { phone });
    const { promise: asked, resolve: letThrough } = Promise.withResolvers<void>();
    await page.route('**/api/kinds*', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${house.address}/front-desk`);
    const toCome = page.getByRole('region', { name: 'What is it about?' }).getByRole('status', { name: 'Loading' });
    const before = await toCome.first().boundingBox();
    letThrough();
    const keys = page.getByRole('group', { name: 'What is it about?' });
    await keys.getByRole('button', { name: 'Leak' }).waitFor();
    assert.deepEqual(await keys.boundingBox(), before);
  });
