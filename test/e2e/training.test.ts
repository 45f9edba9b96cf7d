import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { planSession } from '../../src/training/commands/plan-session.ts';
import { planSessionInput } from '../../src/training/inputs.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

const NOW = '2026-11-02T09:00+08:00';
let house: House;
let session: string;
before(async () => {
  house = await openHouse({ at: NOW });
  const { world } = house;
  world.at('2026-10-29T09:00+08:00');
  const input = planSessionInput.parse({
    departmentId: world.departments['customer_service'],
    subject: '前台接待礼仪',
    form: 'etiquette',
    course: 'service_etiquette',
    trainerId: world.people.supervisor,
    place: '大堂',
    fromAt: '2026-10-30T06:00:00.000Z',
    untilAt: '2026-10-30T08:00:00.000Z',
    people: [world.people.desk],
  });
  session = await world.act('service_head', planSession, input);
  world.at(NOW);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('who trains writes down who was there with which score, and what somebody lacks leads to a planned session [TRNG-01, TRNG-07]', async () => {
  const page = await house.sit('supervisor', `/staff/training/sessions/${session}`);
  await page.getByText('nobody has recorded that it was held', { exact: false }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  const line = page.getByRole('group', { name: '王前台' });
  await line.getByText('Came', { exact: true }).click();
  await page.getByRole('button', { name: 'Record who was there' }).click();
  await page.getByText('Score: This is needed').waitFor();
  await line.getByLabel('Score').fill('91');
  await page.getByRole('button', { name: 'Record who was there' }).click();
  await page.getByRole('cell', { name: 'Passed' }).waitFor();
  await page.getByText('4', { exact: true }).click();
  await page.getByLabel('What came of it').fill('演练充分');
  await page.getByRole('button', { name: 'Evaluate it' }).click();
  await page.getByText('4 of 5').waitFor();
  assert.deepEqual(await hindrances(page), []);

  await page.goto(new URL('/staff/training?view=needs&sort=course', page.url()).href);
  const lacking = page.getByRole('row', { name: /李前台.*Service etiquette/ });
  await lacking.getByRole('button', { name: 'Plan it' }).click();
  await page.getByLabel('Who trains').fill('礼仪学校');
  await page.getByLabel('Place').fill('二楼会议室');
  await page.getByLabel('Begins').fill('2026-11-05T14:00');
  await page.getByLabel('Ends').fill('2026-11-05T16:00');
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Plan a session' }).click();
  await page.getByRole('heading', { name: 'Service etiquette', level: 1 }).waitFor();
  await page
    .getByRole('cell', { name: '李前台' })
    .or(page.getByRole('rowheader', { name: '李前台' }))
    .waitFor();
  assert.deepEqual(house.complaints, []);
});
