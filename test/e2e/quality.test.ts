import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { beginCurrentSpotChecks } from '../../src/spot-check/commands/begin-spot-checks.ts';
import { installPlans } from '../../src/spot-check/commands/install-plans.ts';
import { mend, settle, takeInMatter, visitsOf } from '../story.ts';

const NOW = '2026-11-02T09:00+08:00';
let house: House;
before(async () => {
  house = await openHouse({ at: NOW });
  const { world } = house;
  world.at('2026-10-12T09:00+08:00');
  await world.act(null, installPlans);
  await world.act(null, beginCurrentSpotChecks);
  for (let at = 0; at < 2; at += 1) {
    const ticket = await takeInMatter(world, 'leak');
    await mend(world, ticket);
    await settle(world, ticket);
    const [visit] = await visitsOf(world, ticket.id);
    const said = { reachedWhom: '陈先生', satisfaction: 4, opinion: '修得好' };
    await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(said));
  }
  for (let at = 0; at < 3; at += 1)
    await takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' } });
  await world.until(NOW);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the manager checks the month’s return visits, record by record by keyboard, and a fault becomes a notice [VISIT-05, ESCL-04]', async () => {
  const page = await house.sit('manager', '/quality');
  await page.getByRole('heading', { name: 'Improvement' }).waitFor();
  await page.getByRole('row', { name: /Monthly check of return visits.*To be checked/ }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('row', { name: /Monthly check of return visits.*To be checked/ }).click();
  await page.getByRole('heading', { name: 'Record 1' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: 'Keep the results' }).click();
  await page.getByRole('heading', { name: 'Record 2' }).waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('3');
  const line = page.getByRole('group', { name: /3\. The slip is complete/ });
  await line.getByRole('radio', { name: 'Not in order' }).isChecked();
  await page.getByRole('button', { name: 'Keep the results' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByRole('heading', { name: 'Record 2' }).waitFor();
  await page.getByLabel('What was found').fill('回访单缺少签名');
  assert.deepEqual(await hindrances(page), []);
  await page.reload();
  await page.getByRole('heading', { name: 'Record 2' }).waitFor();
  assert.equal(await page.getByLabel('What was found').inputValue(), '回访单缺少签名', 'half-typed work survives');
  await page.getByRole('button', { name: 'Keep the results' }).click();
  await page.getByRole('heading', { name: 'Complete the check' }).waitFor();
  await page.getByLabel('Conclusion').fill('两份均已核实，一份缺签名已发整改通知');
  await page.getByRole('button', { name: 'Complete the check' }).click();
  await page.getByText('Completed', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Draw again' }).click();
  await page.getByText(/the very same sample/).waitFor();
  await page.getByRole('button', { name: /^2 · / }).click();
  await page.getByRole('link', { name: /^Notice \d+/ }).click();
  await page.getByRole('heading', { name: /notice \d+/i }).waitFor();
  await page.getByRole('link', { name: 'Spot check' }).waitFor();
  assert.deepEqual(house.complaints, []);
});

test('what occurs repeatedly becomes an action with measures, persons and days, which is printed [ESCL-05]', async () => {
  const page = await house.sit('manager', '/quality?view=repeated');
  const noise = page.getByRole('region', { name: /^Customer service · Complaint · .*Noise/ });
  await noise.waitFor();
  assert.deepEqual(await hindrances(page), []);
  await noise.getByRole('button', { name: 'Corrective action' }).click();
  await page.getByRole('heading', { name: 'New corrective action' }).waitFor();
  await page.getByRole('textbox', { name: 'What occurs' }).fill('装修噪音投诉反复发生');
  await page.getByRole('textbox', { name: 'Cause, as analysed' }).fill('施工时间告知不到位');
  await page.getByRole('textbox', { name: 'What is done' }).fill('逐户签收施工时间告知书');
  await page.getByRole('combobox', { name: 'By whom' }).selectOption({ label: '吕助理' });
  await page.getByRole('button', { name: 'In 7 days' }).click();
  await page.getByRole('button', { name: 'In 30 days' }).click();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Issue the action notice' }).click();
  await page.getByRole('heading', { name: 'Corrective action 1' }).waitFor();
  await page.getByRole('table', { name: 'The records behind it' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.equal(await page.getByRole('table', { name: 'The records behind it' }).getByRole('row').count(), 4);
  await page.getByRole('cell', { name: '吕助理' }).waitFor();
  await page.evaluate(() => {
    window.print = () => {
      document.title = `on paper: ${document.getElementById('print-root')?.textContent ?? ''}`;
    };
  });
  await page.getByRole('button', { name: 'Print' }).click();
  await page.waitForFunction(() => document.title.startsWith('on paper: '));
  const paper = await page.title();
  for (const part of [
    'Corrective / preventive action implementation notice',
    '施工时间告知不到位',
    '逐户签收施工时间告知书',
  ])
    assert.ok(paper.includes(part), part);
  await page.goto(`${house.address}/quality?view=repeated`);
  await page.getByRole('link', { name: 'Change it in the limits of the house' }).waitFor();
  assert.equal(await page.getByRole('region', { name: /^Customer service · Complaint · .*Noise/ }).count(), 0);
  assert.deepEqual(house.complaints, []);
});

test('share, feedback and plans are there for the manager on a telephone; the desk sees no sheets', async () => {
  const page = await house.sit('manager', '/quality?view=share', { phone: true });
  await page.getByText('No complaint was closed here in this month.').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
  for (const [view, shown] of [
    ['feedback', 'Nothing was fed back yet'],
    ['plans', 'Monthly check of closed tickets'],
    ['actions', 'Corrective actions'],
  ]) {
    await page.goto(`${house.address}/quality?view=${view}`);
    await page.getByText(shown!).first().waitFor();
    assert.deepEqual(await hindrances(page), [], view);
  }
  const desk = await house.sit('desk', '/quality');
  await desk.getByRole('navigation', { name: 'What is improved' }).waitFor();
  assert.equal(await desk.getByRole('link', { name: 'Spot checks' }).count(), 0);
  assert.deepEqual(house.complaints, []);
});
