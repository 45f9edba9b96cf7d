import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apologise } from '../../src/ticket/commands/add-note.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
after(() => house?.close());

test('the handling form of a complaint comes out on paper: time, matter, receiver and what was said [COMP-04]', async () => {
  const { world } = house;
  const over = {
    title: '楼上夜间装修',
    need: '孩子睡不着',
    fields: { about: 'renovation', wanted_solution: '八点后停工' },
  };
  const ticket = await takeInMatter(world, 'complaint', over);
  await world.act('desk', apologise, ticket.id, { text: '给您添麻烦了' });
  const page = await house.sit('desk', `/tickets/${ticket.id}`, { language: 'zh-hans' });
  const print = page.getByRole('button', { name: '打印处理单' });
  await print.waitFor();
  await page.evaluate(() => {
    window.print = () => {
      document.title = document.getElementById('print-root')?.textContent ?? '';
    };
  });
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
    '八点后停工',
    '给您添麻烦了',
  ])
    assert.ok(paper.includes(part), part);
  assert.deepEqual(house.complaints, []);
});
