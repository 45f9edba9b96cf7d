import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { beginCurrentMeetings } from '../../src/meeting/commands/begin-dues.ts';
import { callMeeting } from '../../src/meeting/commands/call-meeting.ts';
import { callInput } from '../../src/meeting/inputs.ts';
import { readMeeting } from '../../src/meeting/page.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-17T09:00:00+08:00' });
  await house.world.act(null, beginCurrentMeetings);
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('on a telephone half-typed minutes survive a reload, and the chair signs the record [MEET-01]', async () => {
  const { world } = house;
  const id = await world.act(
    'service_head',
    callMeeting,
    callInput.parse({
      sort: 'department_meeting',
      title: '周例会',
      startsAt: '2026-11-17T08:30:00+08:00',
      room: '二楼',
      personIds: [world.people.desk],
      agenda: ['投诉回顾'],
    }),
  );
  const page = await house.sit('service_head', `/papers/meetings/${id}`, { language: 'en', phone: true });
  const minutes = page.getByLabel('What was said');
  await minutes.fill('渗水投诉三件');
  await page.reload();
  await minutes.waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some((field) => field.value === '渗水投诉三件'),
  );
  await page.getByLabel('Decided').fill('当日回访');
  await page.getByRole('button', { name: 'Keep the record' }).click();
  const signed = page.waitForResponse((answer) => answer.url().endsWith('/close') && answer.ok());
  await page.getByRole('button', { name: 'Sign the record' }).click();
  await signed;
  await page.getByText('Signed', { exact: true }).first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, 'nothing is wider than the telephone');
  const held = await world.ask('manager', readMeeting, id);
  assert.deepEqual(
    [held.state, held.came, held.points[0]!.minutes, held.points[0]!.decision],
    ['closed', 2, '渗水投诉三件', '当日回访'],
  );
});

test('a draft is passed to review and comes back final, with its number [DOCS-01]', async () => {
  const desk = await house.sit('desk', '/papers?view=documents', { language: 'zh-hans' });
  await desk.getByRole('button', { name: '拟写文件' }).first().click();
  const form = desk.getByRole('dialog');
  await form.getByLabel('事由').fill('节日值班安排');
  await form.getByLabel('种类').selectOption({ label: '通知' });
  await form.getByLabel('归档类别').selectOption({ label: '行政档案' });
  await form.getByLabel('正文').fill('前台每班两人。');
  await form.getByRole('button', { name: '保存草稿' }).click();
  await desk.getByRole('button', { name: '送审' }).click();
  await form.getByLabel('送审岗位').selectOption({ label: '物业服务中心经理' });
  await desk.getByRole('dialog').getByRole('button', { name: '送审' }).click();
  await desk.getByText('审核中').first().waitFor();
  const manager = await house.sit('manager', new URL(desk.url()).pathname, { language: 'zh-hans' });
  await manager.getByRole('button', { name: '同意定稿' }).click();
  await manager.getByRole('dialog').getByRole('button', { name: '同意定稿' }).click();
  await manager.getByText('TZ-2026-001').first().waitFor();
  assert.equal(await manager.getByRole('button', { name: '修改草稿' }).count(), 0);
  assert.deepEqual(house.complaints, []);
});
