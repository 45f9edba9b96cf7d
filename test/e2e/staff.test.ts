import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { followMembers } from '../../src/personnel/commands/begin-assessments.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

const NOW = '2026-11-03T09:00+08:00';
let house: House;
before(async () => {
  house = await openHouse({ at: NOW });
  const { world } = house;
  world.at('2026-10-12T09:00+08:00');
  await world.act(null, followMembers);
  await world.until(NOW);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('a supervisor assesses who stands under him by weighted indicators; the member reads and confirms it [PERF-01, PERF-03]', async () => {
  const page = await house.sit('supervisor', '/staff/assessments?state=due');
  await page.getByRole('row', { name: /王前台/ }).click();
  await page.getByRole('heading', { name: 'Front-line service' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  for (const indicator of await page.getByRole('group', { name: / %\)/ }).all())
    await indicator.getByText('8', { exact: true }).click();
  await page.getByText('It comes to 80 %').waitFor();
  await page.getByLabel('Overall remark').fill('总体良好');
  await page.getByRole('button', { name: 'Submit the assessment' }).click();
  await page.getByRole('table', { name: 'Indicators' }).waitFor();
  const desk = await house.sit('desk', '/staff');
  await desk.getByRole('heading', { name: '王前台: my file' }).waitFor();
  assert.equal(await desk.getByRole('link', { name: 'Members' }).count(), 0, 'nobody else’s files');
  await desk.getByRole('link', { name: /Front-line service, October 2026: 80 %/ }).click();
  await desk.getByLabel('Comment of the member').fill('以后注意');
  await desk.getByRole('button', { name: 'I have read it' }).click();
  await desk.getByText('以后注意').waitFor();
  assert.deepEqual(house.complaints, []);
});

test('the manager proposes a promotion, the company approves it, and the post is given on the day [APRV-12, PERF-07]', async () => {
  const page = await house.sit('manager', `/staff/members/${house.world.people.assistant}`);
  await page.getByRole('button', { name: 'Propose a promotion or appointment' }).click();
  assert.deepEqual(await hindrances(page), []);
  await page.getByLabel('Post he leaves').selectOption({ label: 'Customer service assistant' });
  await page.getByLabel('Post he is to hold').selectOption({ label: 'Customer service specialist' });
  await page.getByLabel('Reason').fill('业务熟练');
  await page.getByRole('button', { name: 'Put it before the company' }).click();
  await page.getByRole('heading', { name: 'Promotion: 吕助理' }).waitFor();
  const above = await house.sit('deputy', '/staff/moves?state=open');
  await above.getByRole('row', { name: /吕助理/ }).click();
  await above.getByRole('group', { name: 'Verdict' }).getByText('Approve', { exact: true }).click();
  await above.getByRole('button', { name: 'Decide' }).click();
  await above.getByText('in effect', { exact: true }).waitFor();
  await page.goto(`${house.address}/staff/structure`);
  await page.getByRole('row', { name: /Customer service specialist.*吕助理/ }).waitFor();
  assert.deepEqual(house.complaints, []);
});
