import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { recordContact } from '../../src/contact/commands/record-contact.ts';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { contactInput, intakeInput } from '../../src/contact/inputs.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the visit record and the complaint book stand on a screen, narrowed by how it came; what came of a visit is said there [RECP-03, RECP-04, CHAN-08]', async () => {
  const { world } = house;
  const touch = (over: object) => world.act('desk', recordContact, contactInput.parse(over));
  await touch({ channel: 'visit', purpose: 'consultation', callerName: '访客甲', need: '问装修手续' });
  await touch({ channel: 'phone', purpose: 'request', callerName: '来电人乙' });
  const complaint = {
    contact: { channel: 'counter', written: true, purpose: 'complaint', callerName: '投诉人丙', need: '楼上夜间装修' },
    ticket: { kind: 'complaint', title: '夜间装修', fields: { about: 'renovation' } },
  };
  await world.act('desk', takeIn, intakeInput.parse(complaint));
  await touch({ channel: 'counter', purpose: 'complaint', callerName: '投诉人丁', need: '门禁不灵' });
  const page = await house.sit('desk', '/contacts?view=visits', { language: 'zh-hans' });
  await page.getByText('访客甲').waitFor();
  assert.equal(await page.getByText('来电人乙').count(), 0, 'who called did not come');
  assert.deepEqual(await hindrances(page), []);
  await page.getByText('访客甲').click();
  await page.getByRole('textbox', { name: '处理结果' }).fill('给了手续清单');
  await page.getByRole('button', { name: '保存结果' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('给了手续清单').waitFor();
  await page.goto(`${house.address}/contacts?view=complaints`);
  await page.getByText('投诉人丙').waitFor();
  await page.getByText('投诉人丁').waitFor();
  assert.equal(await page.getByText('访客甲').count(), 0, 'the complaint book holds complaints');
  await page.goto(`${house.address}/contacts?view=complaints&written=false`);
  await page.getByText('投诉人丁').waitFor();
  assert.equal(await page.getByText('投诉人丙').count(), 0, 'brought in writing');
  assert.deepEqual(house.complaints, []);
});

test('who comes is taken down with three keys, waits before everybody at the desk, is called into the form, and leaves into the visit record [RECP-03]', async () => {
  const page = await house.sit('desk', '/front-desk');
  const queue = page.getByRole('region', { name: 'At the counter' });
  await queue.getByText('Nobody waits').waitFor();
  await page.getByRole('heading', { name: 'Front desk' }).click();
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: 'Somebody has come' });
  await dialog.getByRole('combobox', { name: /Who calls/ }).fill('新访客');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Somebody else' }).waitFor();
  await page.keyboard.press('1');
  assert.deepEqual(await hindrances(page), []);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });

  const next = await house.sit('desk2', '/front-desk', { phone: true });
  const seen = next.getByRole('region', { name: 'At the counter' });
  await seen.getByText('新访客').waitFor();
  assert.deepEqual(await hindrances(next), []);
  await seen.getByRole('button', { name: 'Call' }).tap();
  await seen.getByText(/with 李前台/).waitFor();
  await seen.getByRole('button', { name: 'Leaves' }).tap();
  const leaves = next.getByRole('dialog', { name: '新访客 leaves' });
  await leaves.getByRole('button', { name: /Sent on/ }).tap();
  await leaves.getByRole('textbox', { name: 'Sent where' }).fill('财务室');
  await leaves.getByRole('button', { name: 'Keep in the visit record' }).tap();
  await leaves.waitFor({ state: 'hidden' });
  await page.goto(`${house.address}/contacts?view=visits&left=sent_on`);
  await page.getByText('财务室').waitFor();
  assert.deepEqual(house.complaints, []);
});
