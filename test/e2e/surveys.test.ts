import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { beginCurrentSurveys } from '../../src/survey/commands/begin-surveys.ts';
import { collect } from '../../src/survey/commands/collect.ts';
import { judgePlan } from '../../src/survey/commands/confirm-plan.ts';
import { handOut } from '../../src/survey/commands/hand-out.ts';
import { writeSurveyPlan } from '../../src/survey/commands/write-plan.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

const NOW = '2026-12-18T09:00+08:00';
let house: House;
let id: Id<'survey_round'>;
before(async () => {
  house = await openHouse({ at: NOW });
  const { world } = house;
  world.at('2026-12-14T09:00+08:00');
  await world.act(null, beginCurrentSurveys);
  const rounds = await world.read((tx) =>
    tx.selectFrom('survey_round').select(['id', 'questionnaire_key as key']).execute(),
  );
  id = rounds.find(({ key }) => key === 'owner_appraisal')!.id;
  const plan = {
    seen: 0,
    aim: '找出薄弱环节',
    percent: 100,
    issueOn: '2026-12-15',
    statisticianId: world.people.supervisor,
    distributorId: world.people.desk,
    collectorId: world.people.desk2,
  };
  await world.act('supervisor', writeSurveyPlan, id, plan);
  await world.act('manager', judgePlan, id, { confirmed: true, remark: '' });
  await world.act('desk', handOut, id, { way: 'paper' as const }, () => ({ address: '', hash: '' }));
  const receivers = await world.read((tx) => tx.selectFrom('survey_receiver').select('id').orderBy('no').execute());
  await world.act('desk2', collect, id, { receiverIds: receivers.slice(0, 2).map((one) => one.id) });
  await world.until(NOW);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('sheets are typed in in few keys, the results count them, and a figure leads to its answers [SURV-01]', async () => {
  const page = await house.sit('supervisor', `/surveys/${id}`);
  await page.getByText('To be typed in').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page
    .getByRole('row', { name: /To be typed in/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText(/^1 · /).waitFor();
  for (const key of ['4', '5', '1', '4', '3', '1']) await page.keyboard.press(key);
  await page.keyboard.type('夜间报修无人接');
  assert.deepEqual(await hindrances(page), []);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: /No\. 2/ }).waitFor();
  for (const key of ['5', '0', '2']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('2 of 3 (66.7 %)').first().waitFor();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('heading', { name: 'By department' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('link', { name: /2 answers: Dissatisfied: Repairs and upkeep/ }).click();
  await page.getByRole('row', { name: /Repairs and upkeep.*1 of 5/ }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});

test('a customer answers on his telephone by the link that is his alone, once', async () => {
  const desk = await house.sit('desk', `/surveys/${id}?view=receivers`);
  await desk
    .getByRole('row', { name: /陈先生|林女士|周先生/ })
    .filter({ hasText: 'Out' })
    .getByRole('checkbox')
    .check();
  await desk.getByRole('button', { name: 'Link', exact: true }).first().click();
  await desk.getByRole('button', { name: 'Make a link' }).click();
  const address = await desk.getByRole('dialog').getByRole('textbox').inputValue();
  const path = address.slice(address.indexOf('/c/survey'));
  const page = await house.come(path, { phone: true });
  await page.getByRole('group', { name: 'Repairs and upkeep' }).getByLabel('Dissatisfied', { exact: true }).check();
  await page.getByLabel('What else would you like to tell us?').fill('请提前约时间');
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText('Thank you. We have your answers.').waitFor();
  const again = await house.come(path, { phone: true });
  await again
    .getByRole('alert')
    .getByText(/not known, was used already/)
    .waitFor();
  assert.deepEqual(await hindrances(again), []);
});
