import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T08:40:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the manager plans and publishes a shift; the desk says by one key that it is here, and sees by how much it is late [WFRC-01] [WFRC-03]', async () => {
  const manager = await house.sit('manager', '/staff/attendance?view=rota');
  await manager.getByRole('button', { name: 'Plan 王前台, 16 Nov 2026' }).click();
  const form = manager.getByRole('dialog');
  await form.getByLabel('Ends').fill('17:30');
  await form.getByRole('button', { name: 'Plan the shift' }).click();
  await manager.getByRole('button', { name: /08:30–17:30.*Draft/ }).waitFor();
  assert.deepEqual(await hindrances(manager), []);
  await manager.getByRole('button', { name: 'Publish (1)' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await manager.getByRole('button', { name: /08:30–17:30.*Not here yet/ }).waitFor();

  const desk = await house.sit('desk', '/staff/attendance', { phone: true });
  await desk.getByText('Be there by 08:25').waitFor();
  assert.deepEqual(await hindrances(desk), []);
  await desk.keyboard.press('Shift+K');
  await desk.getByRole('button', { name: 'I am leaving' }).waitFor();
  await desk
    .getByText(/Here · 1\d min late/)
    .first()
    .waitFor();
  await manager.getByRole('button', { name: /08:30–17:30.*late/ }).waitFor();
});
