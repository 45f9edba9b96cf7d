import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { openAccounts } from '../../src/accounts/commands/open-accounts.ts';
import { writeAccountLine } from '../../src/accounts/commands/write-line.ts';
import { supplyAccounts } from '../../src/accounts/commands/supply-accounts.ts';
import { hire } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-10-12T09:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the head draws up the month, the manager approves it, and an expense beyond it says its numbers and waits [FINC-01, FINC-02]', async () => {
  const head = await house.sit('maintenance', '/budget');
  await head.getByText('Nobody has drawn up the budget of this month', { exact: false }).waitFor();
  await head.getByRole('button', { name: 'Draw up the budget' }).click();
  const form = head.getByRole('dialog');
  await form.getByLabel('Repairs and upkeep').fill('1,000');
  await form.getByText('Total ¥1,000.00').waitFor();
  await form.getByRole('button', { name: 'Submit for approval' }).click();
  await head.getByText('Version 1 waits for approval', { exact: false }).waitFor();
  assert.deepEqual(await hindrances(head), []);

  const manager = await house.sit('manager', '/budget?view=waiting');
  await manager.getByRole('button', { name: 'Approve' }).click();
  await manager.getByText('Nothing waits for approval').waitFor();

  await head.getByRole('button', { name: 'Record an expense' }).click();
  await form.getByLabel('Amount (CNY)').fill('1200.50');
  await form.getByText('¥200.50 more than is left', { exact: false }).waitFor();
  await form.getByLabel('Supplier').fill('南山五金店');
  await form.getByLabel('What for').fill('12层走廊灯具');
  await form.getByRole('button', { name: 'Submit for approval' }).click();
  const line = head.getByRole('row', { name: /Repairs and upkeep/ });
  await line.getByText('120 %').waitFor();
  await manager
    .getByRole('row', { name: /12层走廊灯具/ })
    .getByRole('button', { name: 'Refuse' })
    .click();
  await manager.getByRole('dialog').getByLabel('Reason').fill('下月再办');
  await manager.getByRole('dialog').getByRole('button', { name: 'Refuse' }).click();
  await line.getByText('0 %', { exact: true }).waitFor();
});

test('what finance supplies is published by the manager on the customer’s page, where anybody reads it [FEE-04, REPT-23]', async () => {
  const { world } = house;
  const finance = await hire(world, 'finance', 'planning_finance_officer');
  const id = await world.act(finance, openAccounts, '2026-08-01');
  const line = { name: '物业服务费', amount: 48_600_000, note: '' };
  await world.act(finance, writeAccountLine, id, { ...line, side: 'income' });
  await world.act(finance, writeAccountLine, id, { ...line, name: '电梯维保', amount: 5_230_050, side: 'expenditure' });
  await world.act(finance, supplyAccounts, id, { remark: '' });
  const manager = await house.sit('manager', `/budget/accounts/${id}`);
  await manager.getByRole('button', { name: 'Approve and publish' }).click();
  await manager.getByText('许经理', { exact: false }).first().waitFor();
  assert.deepEqual(await hindrances(manager), []);

  const owner = await house.come('/c', { phone: true });
  await owner.getByText('2026, quarter 3').click();
  await owner.getByRole('row', { name: '电梯维保 ¥52,300.50' }).waitFor();
  await owner.getByText('Published by 许经理', { exact: false }).waitFor();
  assert.deepEqual(await hindrances(owner), []);
});
