import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { tellInput } from '../../src/ticket/inputs.ts';
import { settle, takeInMatter, visitsOf } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('the handling form of a complaint comes out on paper: time, matter, receiver and what was said; its five steps stand on the screen [COMP-04, COMP-13, COMP-14]', async () => {
  const { world } = house;
  const over = {
    title: '楼上夜间装修',
    need: '孩子睡不着',
    fields: { about: 'renovation', wanted_solution: '八点后停工' },
  };
  const ticket = await takeInMatter(world, 'complaint', over);
  await settle(world, ticket);
  await world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '今后八点停工' }));
  const [visit] = await visitsOf(world, ticket.id);
  const made = { reachedWhom: '陈太太', satisfaction: 4, happenedAt: world.clock.now() };
  await world.act('desk', makeVisit, visit!.id, makeVisitInput.parse(made));
  await world.act('desk', closeTicket, ticket.id, {});
  const page = await house.sit('desk', `/tickets/${ticket.id}`, { language: 'zh-hans' });
  const print = page.getByRole('button', { name: '打印处理单' });
  await print.waitFor();
  await page.evaluate(() => {
    window.print = () => {
      document.title = document.getElementById('print-root')?.textContent ?? '';
    };
  });
  const steps = await page.locator('ol li[data-done]').allInnerTexts();
  assert.deepEqual(
    steps.map((step) => step.split('\n')),
    ['接待', '受理', '跟进', '反馈', '回访'].map((name) => [name, '已完成']),
  );
  assert.deepEqual(await hindrances(page), []);
  await print.click();
  await page.waitForFunction(() => document.title.includes('客户事项处理单'));
  const paper = await page.title();
  for (const part of [
    String(ticket.number),
    '王前台',
    '陈先生',
    '楼上夜间装修',
    '孩子睡不着',
    '停止夜间施工',
    '给您添麻烦了',
    '邻居夜间施工',
    '装修管理规定第 8 条',
    '接受',
    '今后八点停工',
    '已处理完毕',
    '4 · 满意',
  ])
    assert.ok(paper.includes(part), part);
  assert.ok(paper.split('2026').length > 4, 'when it came in, what was said, when he was told, and when it was closed');
  assert.match(paper, /受理时间.{0,12}2026/, 'its time');
  assert.deepEqual(house.complaints, []);
});
