import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { clock } from '../../src/attendance/commands/clock.ts';
import { planShift } from '../../src/attendance/commands/plan-shifts.ts';
import { publishWeek } from '../../src/attendance/commands/publish-week.ts';
import { planShiftInput } from '../../src/attendance/inputs.ts';
import { newId } from '../../src/kernel/id.ts';
import { openTicket } from '../../src/ticket/commands/open-ticket.ts';
import { openTicketInput } from '../../src/ticket/inputs.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

/** Sending somebody in an emergency, judging a contractor, papers of a formality, and material: on the screens. */

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-09-28T10:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house.close());

async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, 'nothing is wider than the telephone');
  assert.deepEqual(await hindrances(page), []);
}

test('the supervisor sends the plumber, who says on his telephone that he has it and what he did', async () => {
  const { world } = house;
  const id = newId<'shift'>(world.clock.now());
  const shift = { id, personId: world.people.plumber, day: '2026-09-28', from: '09:00', to: '18:00' };
  await world.act('manager', planShift, planShiftInput.parse(shift));
  await world.act('manager', publishWeek, { week: '2026-09-28' });
  await world.act('plumber', clock, { sort: 'in' });

  const page = await house.sit('supervisor', '/emergency', { language: 'en' });
  await page.getByText('1 of 1 are free').waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('This is needed').waitFor();
  await page.getByLabel('What to do').fill('先关总阀');
  await page.getByLabel('Where, in words').fill('3 栋水泵房');
  await page.getByRole('button', { name: 'in 30 minutes' }).click();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('0 of 1 are free').waitFor();
  await page.getByText('In hand: 先关总阀').waitFor();

  const sent = await house.sit('plumber', '/emergency?view=orders', { language: 'zh-hans', phone: true });
  await sent.getByText('先关总阀').first().click();
  await fits(sent);
  await sent.getByRole('button', { name: '接令' }).click();
  await sent.getByRole('button', { name: '完成', exact: true }).click();
  await sent.getByRole('dialog').last().getByRole('textbox').fill('总阀已关，水已排');
  await sent.getByRole('dialog').last().getByRole('button', { name: '完成', exact: true }).click();
  await sent.getByText('总阀已关，水已排').waitFor();
  await page.getByText('1 of 1 are free').waitFor();
  assert.deepEqual(house.complaints, []);
});

test('the head keeps a contractor, finds a point not conform, and looks again until it is mended', async () => {
  const page = await house.sit('service_head', '/contractors', { language: 'en' });
  await page.getByText('No contractor is kept').waitFor();
  await page.getByRole('button', { name: 'New contractor' }).first().click();
  await page.getByLabel('Name of the firm').fill('洁净保洁公司');
  await page.getByRole('combobox', { name: 'What it does here' }).press('ArrowDown');
  await page.getByRole('option', { name: 'Cleaning' }).click();
  await page.keyboard.press('Escape');
  await page.getByLabel('In charge').selectOption({ label: '杨部长' });
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: '洁净保洁公司' }).waitFor();

  await page.keyboard.press('n');
  for (const name of ['Public areas clean', 'Waste taken away in time'])
    await page.getByRole('group', { name }).getByText('Pass', { exact: true }).click();
  await page.getByRole('group', { name: 'People at their posts' }).getByText('Not conform', { exact: true }).click();
  await page.getByRole('button', { name: 'Record the check' }).click();
  await page.getByText('This is needed').first().waitFor();
  await page.getByLabel('What is not conform').fill('地下车库少一人');
  await page.getByLabel('Improvement asked').fill('按约定配足人员');
  await page.reload();
  await page.getByRole('heading', { name: '洁净保洁公司' }).waitFor();
  await page.keyboard.press('n');
  assert.equal(await page.getByLabel('What is not conform').inputValue(), '地下车库少一人', 'half typed, it is there');
  await page.getByRole('button', { name: /^in 3 days/ }).click();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Record the check' }).click();
  await page.getByText('To be mended', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('group').getByText('Mended', { exact: true }).click();
  await page.getByLabel('Result').fill('人员已到位');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('Mended in time').first().waitFor();
  assert.deepEqual(house.complaints, []);
});

test('an assistant looks at the papers, the supervisor decides, and the paper is issued under the number of the house', async () => {
  const { world } = house;
  const id = newId<'ticket'>(world.clock.now());
  const matter = {
    id,
    kind: 'management_formality',
    title: '更换门头招牌',
    channel: 'counter',
    customerId: world.customers.chen,
    placeId: world.places.flat1202,
    fields: { formality: 'shop_sign', purpose: '更换门头招牌' },
  };
  await world.act('assistant', openTicket, openTicketInput.parse(matter));
  const page = await house.sit('assistant', `/tickets/${id}`, { language: 'en', phone: true });
  await page.getByText('What to do', { exact: true }).click();
  await page.getByRole('button', { name: 'Look at papers' }).click();
  await page.getByRole('button', { name: 'All in order' }).click();
  await fits(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('All papers are in order').waitFor();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Decision of the supervisor').first().waitFor();
  await page.getByText('not signed yet').waitFor({ state: 'detached' });

  const above = await house.sit('supervisor', `/tickets/${id}`, { language: 'zh-hant' });
  await above.getByRole('button', { name: '審批', exact: true }).click();
  await above.getByRole('dialog').getByText('通過', { exact: true }).click();
  await above.getByRole('dialog').getByRole('button', { name: '審批', exact: true }).click();
  await page.getByRole('button', { name: 'Issue', exact: true }).click();
  await page.getByText('The house numbers it itself.').waitFor();
  await page.getByRole('button', { name: /^Issue: / }).click();
  await page.getByText('Issued with the number SX-2026-001.').waitFor();
  assert.deepEqual(house.complaints, []);
});

test('material is asked for on a telephone, approved by the manager as no plan holds it, received and issued', async () => {
  const page = await house.sit('supervisor', '/materials?view=stock', { language: 'en' });
  await page.getByRole('button', { name: 'Add a material' }).first().click();
  await page.getByLabel('What it is called').fill('打印纸');
  await page.getByLabel('What is counted').fill('箱');
  await page.getByLabel('Cost kind').selectOption({ index: 1 });
  await page.getByLabel('Price of one').fill('150');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('打印纸').first().waitFor();

  const desk = await house.sit('desk', '/materials', { language: 'zh-hans', phone: true });
  await desk.getByRole('button', { name: '申请物料' }).first().click();
  await desk.getByRole('dialog').getByLabel('物料').selectOption({ label: '打印纸（箱）' });
  await desk.getByLabel('数量').fill('2');
  await desk.getByLabel('用途').fill('打印月报');
  await desk.getByLabel('需用日期').fill('2026-10-12');
  await fits(desk);
  await desk.getByRole('button', { name: '提交申请' }).click();
  await desk.getByText('申请已提交', { exact: false }).waitFor();

  const above = await house.sit('manager', '/materials?view=requests', { language: 'en' });
  await above.getByText('打印月报').first().click();
  await above.getByRole('button', { name: 'Decide' }).click();
  await above.getByRole('group', { name: 'Decision' }).getByText('Approve', { exact: true }).click();
  await above.getByRole('button', { name: 'Decide' }).click();

  await page.goto(`${house.address}/materials?view=requests`);
  await page.getByText('打印月报').first().click();
  await page.getByRole('button', { name: 'Receive material' }).click();
  await page.getByLabel('How many').fill('2');
  await page.getByLabel('Delivered by').fill('晨光文具');
  await page.getByLabel('Paid for all of it').fill('0');
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Receive material' }).click();
  await page.getByText('Received.').waitFor();
  await page.getByText('打印月报').first().click();
  await page.getByRole('button', { name: 'Issue', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue', exact: true }).click();
  await page.getByText('Issued.').waitFor();
  assert.deepEqual(house.complaints, []);
});
