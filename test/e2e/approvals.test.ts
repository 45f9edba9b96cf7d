import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-09-21T09:00+08:00' });
});
after(() => house.close());

const SHOTS = process.env['SHOTS'];

test('a renovation is refused and asked for again on its ticket; who decides is named by his post', async () => {
  const { id } = await takeInMatter(house.world, 'renovation', {
    title: '厨房翻新',
    fields: {
      works_sort: 'kitchen_bath',
      works: '改水电',
      starts_on: '2026-10-12',
      ends_on: '2026-11-12',
      contractor: '匠心装饰',
      drawings: true,
      identity_copies: true,
    },
  });
  await house.world.act('desk', changeTicket, id, { fields: { rules_given: true } });
  const page = await house.sit('desk', `/tickets/${id}`, { language: 'en' });
  await page.getByText('To be decided by Customer service assistant', { exact: false }).waitFor();
  await page.getByText('To be decided by Equipment supervisor').waitFor();
  const decide = async (verdict: string, words: string) => {
    await page.getByRole('button', { name: 'Decide' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(verdict, { exact: true }).click();
    await dialog.getByRole('textbox').last().fill(words);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await decide('Reject', '图纸不清');
  await page.getByText('Front desk clerk', { exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: 'Ask again' }).waitFor({ state: 'hidden' });
  await decide('Approve', '已补');
  await page.getByText('Checked on the spot').first().waitFor();
  assert.deepEqual(await hindrances(page), []);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/ticket.png`, fullPage: true });
  assert.deepEqual(house.complaints, []);
});

test('who edits a kind names a post that approves, and sees what is wrong with an approval', async () => {
  const page = await house.sit('admin', '/administration/kinds/fit_out', { language: 'en' });
  const part = page
    .getByRole('region', { name: 'Approvals' })
    .or(page.locator('section', { hasText: 'Add an approval' }));
  await part.getByRole('button', { name: 'Add an approval' }).click();
  const group = part.getByRole('group', { name: 'approval_5' });
  await group.getByText('approval_5').first().click();
  await group.getByText('Centre manager').first().click();
  await group.getByLabel('Role or post').selectOption({ label: 'Equipment supervisor' });
  assert.deepEqual(await hindrances(page), []);
  if (SHOTS) await part.first().screenshot({ path: `${SHOTS}/editor.png` });
  const dark = await house.sit('admin', '/administration/kinds/renovation', {
    language: 'zh-hans',
    dark: true,
    phone: true,
  });
  await dark.getByText('增加审批环节').waitFor();
  assert.deepEqual(await hindrances(dark), []);
  if (SHOTS) await dark.screenshot({ path: `${SHOTS}/editor-phone.png`, fullPage: true });
  assert.deepEqual(house.complaints, []);
});
