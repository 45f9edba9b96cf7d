import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { offerServicesOf } from '../../src/reactions/offer-services.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-09-21T09:00+08:00' });
  await house.world.act(null, offerServicesOf, 'property');
});
afterEach((story) => house.leave(story));
after(() => house.close());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function fill(page: Page, label: string, text: string) {
  await page.getByRole('dialog').getByLabel(label).first().fill(text);
}

async function addParty(page: Page, name: string) {
  await press(page, 'Add party');
  await fill(page, 'Name', name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add party' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

test('a dispute from the call to the agreement, on its ticket [COMP-15]', async () => {
  const { id } = await takeInMatter(house.world, 'dispute', { title: '楼上弹琴', fields: { about: 'noise' } });
  const page = await house.sit('desk', `/tickets/${id}`, { language: 'en' });
  await page.getByRole('heading', { name: 'Mediation' }).waitFor();
  await addParty(page, '周先生');
  await addParty(page, '吴女士');
  await press(page, 'Take statement');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('周先生').click();
  await fill(page, 'In their own words', '每晚弹到十一点');
  await dialog.getByRole('button', { name: 'Take statement' }).click();
  await page.getByText('每晚弹到十一点').first().waitFor();
  await press(page, 'Record mediation');
  for (const name of ['周先生', '吴女士']) await dialog.getByLabel(name).check();
  await fill(page, 'What was proposed', '二十二点后不弹');
  await dialog.getByText('Agreed').click();
  await dialog.getByRole('button', { name: 'Record mediation' }).click();
  await page.getByText('Mediation 1').waitFor();
  await press(page, 'Record agreement');
  await fill(page, 'Terms', '二十二点后不弹琴');
  await fill(page, 'Check whether it holds by', '2026-10-20T18:00');
  await dialog.getByRole('button', { name: 'Record agreement' }).click();
  await dialog.waitFor({ state: 'hidden' });
  for (const name of ['周先生', '吴女士']) {
    await press(page, 'Record confirmation');
    await dialog.getByText(name).click();
    await dialog.getByRole('button', { name: 'Record confirmation' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
  await page.getByText('Look whether the agreement holds').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
});

test('a resident sends a matter in on a telephone and follows it; the desk answers and he reads it [CHAN-21, CHAN-22]', async () => {
  const page = await house.come('/c', { phone: true });
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Where to reach us and complain' }).waitFor();
  await page.getByText('0755-88001234').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('combobox', { name: 'What it is' }).selectOption({ label: 'Complaint' });
  await page.getByText('Noise').click();
  await page.getByLabel('What happened, or what you want').fill('楼下夜市太吵');
  await page.getByLabel('Your name').fill('林女士');
  await page.getByLabel('Your telephone').fill('13900000000');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Received. Your number is').waitFor();
  await page.getByRole('link', { name: 'Follow this matter' }).click();
  await page.getByText('Where it stands').waitFor();
  assert.ok(!page.url().includes('#'), 'the secret does not stay in the address');
  const row = await house.world.read((tx) =>
    tx.selectFrom('ticket').select(['id', 'owner_id']).where('channel', '=', 'web').executeTakeFirstOrThrow(),
  );
  const owner = row.owner_id === house.world.people.desk ? 'desk' : 'desk2';
  const desk = await house.sit(owner, `/tickets/${row.id}`, { language: 'en' });
  await desk.getByText('Customer page').first().waitFor();
  await page.getByLabel('Add something').fill('昨晚又吵');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Added. We have it.').waitFor();
  await desk.getByText('昨晚又吵').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
});

test('nobody’s browser complained of anything', () => {
  assert.deepEqual(house.complaints, []);
});
