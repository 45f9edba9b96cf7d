import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { installPlans } from '../../src/round/commands/install-plans.ts';
import { giveItem } from '../../src/work-plan/commands/give-items.ts';
import { giveItemInput } from '../../src/work-plan/inputs.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T08:45:00+08:00' });
  const { world } = house;
  await world.act(null, installPlans);
  await takeInMatter(world, 'leak');
  await world.act(
    'supervisor',
    giveItem,
    giveItemInput.parse({
      title: '更新公告栏',
      personId: world.people.assistant,
      dueAt: '2026-11-16T11:00:00+08:00',
    }),
  );
});
afterEach((story) => house.leave(story));
after(() => house?.close());

const line = (page: Page, name: string) => page.getByRole('listitem', { name });
const noHindrance = async (page: Page) => assert.deepEqual(await hindrances(page), []);

test('an assistant walks the waiting area on a phone, a missing item opens its task at once [RECP-06]', async () => {
  const page = await house.sit('assistant', '/rounds', { phone: true });
  await page.getByRole('region', { name: 'To be walked by you' }).waitFor();
  await noHindrance(page);
  await page
    .getByRole('region', { name: 'To be walked by you' })
    .getByRole('link', { name: /Waiting area/ })
    .click();
  await line(page, 'Pens').waitFor();
  await page.getByRole('button', { name: 'Complete the round' }).click({ force: true });
  await page.getByText('5 lines have no result yet').first().waitFor();
  for (const name of ['Clean and tidy', 'Free material', 'Magazines and reading matter'])
    await line(page, name).getByRole('button', { name: 'In order', exact: true }).tap();
  await line(page, 'Pens').getByRole('button', { name: 'Not in order' }).tap();
  await line(page, 'Pens').getByRole('textbox', { name: 'What is missing or wrong' }).fill('只剩一支');
  await noHindrance(page);
  await line(page, 'Pens').getByRole('button', { name: 'Report it: a follow-up is opened' }).tap();
  await line(page, 'Pens')
    .getByRole('link', { name: /Follow-up \d+ · Missing/ })
    .waitFor();

  await page.context().setOffline(true);
  await line(page, 'Business-card holders').getByRole('button', { name: 'In order', exact: true }).tap();
  await line(page, 'Business-card holders').getByText('will be sent').waitFor();
  await page.getByRole('button', { name: 'Complete the round' }).tap();
  await page.getByText('Completed; it will be sent when there is a connection.').waitFor();
  await page.context().setOffline(false);
  await page.getByText(/Completed by 吕助理/).waitFor();
  const done = await house.world.read((tx) =>
    tx.selectFrom('round').selectAll().where('done_at', 'is not', null).execute(),
  );
  assert.deepEqual([done.length, done[0]!.faults], [1, 1]);
});

test('the letters of the box become cases, and only then the opening is complete [CHAN-10]', async () => {
  const page = await house.sit('assistant', '/rounds', { phone: true, dark: true });
  await page
    .getByRole('link', { name: /Owners.*contact box/ })
    .first()
    .click();
  const box = line(page, 'Opened; letters in it');
  const empty = box.getByRole('button', { name: 'Empty', pressed: true });
  assert.equal(await empty.count(), 0);
  await box.getByRole('button', { name: 'Empty' }).tap();
  await empty.waitFor();
  await box.getByRole('button', { name: 'There are letters' }).tap();
  assert.equal(await empty.count(), 0, 'the box cannot be both');
  await box.getByRole('textbox', { name: 'Letters in the box' }).fill('1');
  await box.getByRole('button', { name: 'Note it down' }).tap();
  await line(page, 'Box and lock sound').getByRole('button', { name: 'In order', exact: true }).tap();
  await page.getByRole('button', { name: 'Turn a letter into a case' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Turn a letter into a case' });
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('suggestion');
  await dialog.getByRole('textbox', { name: 'Matter' }).fill('增设自行车架');
  await dialog.getByRole('textbox', { name: 'From whom' }).fill('3 栋李女士');
  await dialog.getByRole('textbox', { name: 'Suggestion' }).fill('3 栋旁增设自行车架');
  await noHindrance(page);
  await dialog.getByRole('button', { name: 'Take it in' }).tap();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: /增设自行车架/ }).waitFor();
  await page.getByRole('button', { name: 'Complete the round' }).tap();
  await page.getByText(/Completed by 吕助理/).waitFor();
  await noHindrance(page);
});

test('going off duty the desk is asked for its shift, hands it over, and the next accepts it', async () => {
  const page = await house.sit('desk', '/front-desk');
  await page.getByRole('switch', { name: 'On duty' }).click();
  const asked = page.getByRole('dialog', { name: 'Hand the shift over first?' });
  await noHindrance(page);
  await asked.getByRole('button', { name: 'Hand the shift over' }).click();
  await page.getByRole('textbox', { name: 'What the next must know' }).fill('两点电梯公司到');
  const remark = page.getByRole('textbox', { name: /Remark on .*厨房漏水/ });
  await remark.fill('业主在家等');
  await noHindrance(page);
  await page.reload();
  await page.getByText('两点电梯公司到').waitFor();
  await page.getByRole('combobox', { name: 'Handed over to' }).selectOption({ label: '李前台' });
  await page.getByRole('button', { name: 'Hand it over' }).click();
  await page.getByRole('heading', { name: /Handover of/ }).waitFor();
  const address = new URL(page.url()).pathname;

  const next = await house.sit('desk2', address);
  await next.getByText('业主在家等').waitFor();
  await next.getByRole('textbox', { name: 'Question or remark' }).fill('几点回电？');
  await noHindrance(next);
  await next.getByRole('button', { name: 'I have the shift' }).click();
  await next.getByText('几点回电？').waitFor();
  await next.goto(`${house.address}/shift-notes`);
  await next.getByRole('row', { name: /两点电梯公司到/ }).waitFor();
  await noHindrance(next);
});

test('the day board: an assistant is done, the supervisor checks with a remark [ASGN-07]', async () => {
  const page = await house.sit('assistant', '/day-plan', { phone: true });
  await page.getByRole('button', { name: 'I have read it' }).tap();
  await page.getByRole('button', { name: 'Done', exact: true }).tap();
  const dialog = page.getByRole('dialog', { name: '更新公告栏' });
  await dialog.getByRole('textbox', { name: 'What came of it' }).fill('已更新');
  await dialog.getByRole('button', { name: 'Done', exact: true }).tap();
  await page.getByText('Done, to be checked').waitFor();
  await noHindrance(page);

  const above = await house.sit('supervisor', '/day-plan');
  await above.getByRole('button', { name: 'Check', exact: true }).click();
  const check = above.getByRole('dialog', { name: '更新公告栏' });
  await check.getByText('In order').click();
  await check.getByRole('textbox', { name: 'Remark' }).fill('清楚');
  await check.getByRole('button', { name: 'Note the check down' }).click();
  await above.getByText(/Checked by 何主管.*清楚/).waitFor();
  await noHindrance(above);
});

test('shares of what fell due hinder nobody before anything did', async () => {
  const page = await house.sit('manager', '/rounds?view=shares');
  await page.getByText(/Nothing fell due/).waitFor();
  await noHindrance(page);
  assert.deepEqual(house.complaints, []);
});
