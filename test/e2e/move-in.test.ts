import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { setPassword } from '../../src/auth/commands/store-password.ts';
import { hashPassword } from '../../src/auth/password-hash.ts';
import { approve } from '../../src/ticket/commands/approve.ts';
import { approveInput } from '../../src/ticket/inputs.ts';
import { hire, takeInMatter, ticketNow } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse, PASSWORD } from './house.ts';

let house: House;
let reception: PersonKey;
let escort: PersonKey;
before(async () => {
  house = await openHouse({ at: '2026-09-21T09:00+08:00' });
  reception = await hire(house.world, 'reception', 'reception_person');
  escort = await hire(house.world, 'escort', 'inspection_escort');
  const { database, organisation, people, clock } = house.world;
  const hash = await hashPassword(PASSWORD);
  for (const who of [reception, escort]) await setPassword(database, organisation, people[who], { hash }, clock.now());
});
afterEach((story) => house.leave(story));
after(() => house.close());

const SHOTS = process.env['SHOTS'];
const shot = async (page: Page, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};
const all = (keys: string[], value: string | boolean = true) => Object.fromEntries(keys.map((key) => [key, value]));

test('the reception person takes a move-in in and signs its first step with the papers that were handed in', async () => {
  const page = await house.sit(reception, '/front-desk', { language: 'en' });
  await page.getByRole('combobox', { name: 'Who calls?' }).fill('13800001202');
  await page.getByRole('option', { name: /陈先生/ }).click();
  await page.getByText('Other kinds').click();
  await page.getByText('Moving in', { exact: true }).click();
  await page.getByText('Flat', { exact: true }).click();
  await page.getByText('Ordinary', { exact: true }).click();
  await shot(page, 'reception-desk0');
  await page
    .getByRole('textbox', { name: /What is it about|In one line|Matter|Title/ })
    .first()
    .fill('3栋1202入住', { timeout: 5000 });
  await shot(page, 'reception-desk');
  assert.deepEqual(await hindrances(page), []);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /Taken in/ }).waitFor();
  const { id } = await house.world.read((tx) =>
    tx.selectFrom('ticket').select('id').where('kind', '=', 'move_in').executeTakeFirstOrThrow(),
  );
  await page.goto(`${house.address}/tickets/${id}`);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Handover letter').waitFor();
  await shot(page, 'reception-sign');
  assert.deepEqual(await hindrances(page), []);
  for (const yes of await dialog.getByText('Yes', { exact: true }).all()) await yes.click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('moved it on: Papers checked', { exact: false }).waitFor();
  await shot(page, 'reception-ticket');
  assert.equal((await ticketNow(house.world, id)).stage, 'checked');
  assert.deepEqual(house.complaints, []);
});

test('on his telephone the escort fills in what he inspects and reads, and the owner signs on it', async () => {
  const { id } = await takeInMatter(
    house.world,
    'move_in',
    { title: '3栋1202入住', channel: 'counter', fields: { premises: 'flat', manner: 'ordinary' } },
    reception,
  );
  const sign = (approval: string, fields: object, signs: object = {}) =>
    house.world.act(reception, approve, id, approveInput.parse({ approval, verdict: 'approved', fields, ...signs }));
  const owner = { signedBy: '陈先生' };
  await sign('papers_checked', all(['move_in_notice', 'handover_letter', 'seller_documents', 'registration_form']));
  await sign('charges_collected', { payer: '陈先生', management_fee: 1260, management_fee_receipt: 'S-1' });
  await sign('agreements_signed', all(['services_explained', 'covenant_signed', 'renovation_agreement_signed']), owner);
  const papers = ['acceptance_form', 'covenant', 'renovation_agreement', 'handbook', 'notes', 'fee_agreement'];
  await sign('papers_received', all([...papers, 'fire_letter', 'two_books'].map((one) => `${one}_given`)), owner);

  const page = await house.sit(escort, `/tickets/${id}`, { language: 'zh-hans', phone: true });
  await page.locator('fieldset').getByText('办理', { exact: true }).click();
  await shot(page, 'escort-steps');
  await page.getByRole('button', { name: '签字', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('水表底数（立方米）').waitFor();
  for (const line of await dialog.getByText('合格', { exact: true }).all()) await line.click();
  await dialog.getByLabel('水表底数（立方米）').fill('12.4');
  await dialog.getByLabel('电表底数（千瓦时）').fill('305');
  const pad = dialog.getByRole('img', { name: '请在此签名' });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await dialog.getByLabel('签名人').fill('陈先生');
  await shot(page, 'escort-sign');
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('img', { name: /陈先生/ }).waitFor();
  await shot(page, 'escort-ticket');
  assert.deepEqual(await hindrances(page), []);
  const { stage, fields } = await ticketNow(house.world, id);
  assert.deepEqual([stage, fields['water_reading'], fields['electricity_reading']], ['accepted', 12.4, 305]);
  assert.deepEqual(house.complaints, []);
});
