import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import exceljs from 'exceljs';
import { chargeOne } from '../../src/charge/commands/charge-one.ts';
import { chargeOneInput } from '../../src/charge/inputs.ts';
import { begin, takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;

/** The Monday after a week of complaints, which are taken in on a clock set back. */
before(async () => {
  house = await openHouse({ at: '2026-09-14T09:00+08:00' });
  const { world } = house;
  world.at('2026-09-07T09:00+08:00');
  await begin(world);
  for (const about of ['noise', 'noise', 'parking'])
    await takeInMatter(world, 'complaint', { title: `投诉${about}`, fields: { about, wanted_solution: '安静' } });
  const piece = { item: 'paid_service', amount: 1_250, customerId: world.customers.chen };
  await world.act('desk', chargeOne, chargeOneInput.parse(piece));
  world.at('2026-09-14T09:00+08:00');
});
afterEach((story) => house.leave(story));
after(() => house?.close());

describe('figures', () => {
  test('a number opens the records it counts, and a record its matter; the period before stands beside it [STAT-01]', async () => {
    const page = await house.sit('manager', '/figures?length=week&day=2026-09-07');
    const all = page.getByRole('table', { name: 'All figures of the period' });
    const row = all.getByRole('row', { name: /^Complaints/ });
    await row.getByText('+3 worse').waitFor();
    await row.getByRole('link', { name: '3, records of Complaints' }).click();
    const records = page.getByRole('table', { name: 'Records' });
    await records.getByRole('link', { name: /投诉parking/ }).waitFor();
    assert.equal(await records.getByRole('row').count(), 4, 'its head and three complaints');
    assert.deepEqual(await hindrances(page), []);
    await page.getByText('How is this counted?').first().click();
    await page.getByText('Complaints opened in the period; duplicates are not counted.').waitFor();
    await records.getByRole('link', { name: /投诉parking/ }).click();
    await page.getByRole('heading', { name: /投诉parking/ }).waitFor();
    await page.goBack();
    await records.waitFor();
  });

  test('a figure is cut and drawn; the arrow keys say its points, the table says the same [STAT-01]', async () => {
    const page = await house.sit('manager', '/figures?length=week&day=2026-09-07&measure=complaints');
    const chart = page.getByRole('slider', { name: /Complaints, drawn/ });
    await chart.focus();
    await chart.press('ArrowRight');
    await page.getByText('7 Sept 2026: 3', { exact: false }).waitFor();
    await page.getByLabel('Cut by').selectOption('department');
    await page
      .getByRole('table', { name: 'Complaints', exact: true })
      .getByRole('rowheader', { name: 'Customer service' })
      .waitFor();
    assert.deepEqual(await hindrances(page), []);
  });

  test('the vital few causes are said in words; they come out as a spreadsheet [STAT-03]', async () => {
    const page = await house.sit('manager', '/figures?view=causes&length=week&day=2026-09-07', { dark: true });
    const row = page.getByRole('table', { name: 'Causes of complaints' }).getByRole('row', { name: /^Noise/ });
    await row.getByText('vital').waitFor();
    await row.getByText('66.7%').first().waitFor();
    await page.getByText('100 (3 of 3)').first().waitFor();
    assert.deepEqual(await hindrances(page), []);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'XLSX' }).click();
    const book = new exceljs.Workbook();
    await book.xlsx.load(readFileSync(await (await coming).path()) as never);
    const cells = book.worksheets[0]!.getSheetValues().flat().map(String);
    assert.ok(cells.includes('Noise') && cells.includes('vital'), cells.join(' '));
  });

  test('the overview has every part of the business, with the money that customers owe for its work [STAT-02]', async () => {
    const page = await house.sit('manager', '/figures?view=parts&length=week&day=2026-09-07', {
      phone: true,
      language: 'zh-hans',
    });
    await page
      .getByRole('table', { name: '各业务部分' })
      .getByText('工程维修部')
      .or(page.getByText('中心合计'))
      .first()
      .waitFor();
    const owed = page.getByRole('link', { name: /12\.50.*应收未收/ });
    await owed.first().waitFor();
    assert.equal(await owed.count(), 2, 'of its department, and of the whole');
    assert.deepEqual(await hindrances(page), []);
    await owed.first().click();
    await page.getByText('有偿服务费').first().waitFor();
  });

  test('a screen on a wall needs nobody: an address with a token that only looks', async () => {
    const page = await house.sit('manager', '/board');
    await page.getByRole('button', { name: 'Screen on a wall' }).click();
    const dialog = page.getByRole('dialog', { name: 'Screen on a wall' });
    await dialog.getByRole('button', { name: 'Make the address' }).click();
    const address = await dialog.getByLabel('Address, shown only now').inputValue();
    assert.match(address, /\/wall\?language=en&theme=dark#token=/);
    const browser = page.context().browser()!;
    const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    await wall.clock.install();
    // more departments than are read from afar
    await wall.route('**/api/board', async (route) => {
      const answer = await route.fetch();
      const board = await answer.json();
      const more = board.departments.map((one: { id: string }) => ({ ...one, id: `${one.id}-2` }));
      await route.fulfill({
        response: answer,
        json: {
          ...board,
          departments: [
            ...board.departments,
            ...more,
            ...more.map((one: { id: string }) => ({ ...one, id: `${one.id}-3` })),
          ],
        },
      });
    });
    const heard = wall.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await wall.goto(address.replace('language=en', 'language=zh-hant'));
    await wall.getByRole('heading', { name: '看板' }).waitFor();
    const open = wall.locator('dd').first();
    assert.equal(await open.textContent(), '3');
    assert.ok(!wall.url().includes('token'), 'the token is out of sight');
    assert.equal(await wall.evaluate(() => document.documentElement.dataset['mantineColorScheme']), 'dark');
    assert.deepEqual(await hindrances(wall), []);
    const desk = await house.sit('desk', '/front-desk');
    const taken = await desk.request.post(`${house.address}/api/tickets`, {
      headers: { 'x-huiyin': '1', origin: house.address },
      data: {
        kind: 'complaint',
        title: '夜间噪音',
        channel: 'phone',
        customerId: house.world.customers.chen,
        fields: { about: 'noise' },
      },
    });
    assert.equal(taken.status(), 201, await taken.text());
    await heard;
    await wall.waitForFunction(() => document.querySelector('dd')?.textContent === '4', undefined, { timeout: 15_000 });
    await wall.getByText('第 1 / ', { exact: false }).waitFor();
    await wall.getByRole('button', { name: '暫停翻頁' }).click();
    await wall.clock.runFor(60_000);
    await wall.getByText('第 1 / ', { exact: false }).waitFor();
    await wall.getByRole('button', { name: '繼續翻頁' }).click();
    await wall.clock.runFor(13_000);
    await wall.getByText('第 2 / ', { exact: false }).waitFor();
    await wall.reload();
    await wall.getByRole('heading', { name: '看板' }).waitFor();
    const wrote = await wall.evaluate(async () => {
      const token = localStorage.getItem('huiyin.wall_token');
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-huiyin': '1' };
      const body = JSON.stringify({ kind: 'consultation', title: 'x', channel: 'phone', fields: { question: 'x' } });
      return (await fetch('/api/tickets', { method: 'POST', headers, body })).status;
    });
    assert.equal(wrote, 403);
    await wall.context().close();
  });

  test('on Monday the manager completes the report of the week, signs and sends it; above him it is read [STAT-01]', async () => {
    const { world } = house;
    const { id } = await world.read((tx) =>
      tx
        .selectFrom('summary')
        .select('id')
        .where('about', '=', 'service')
        .where('begins', '=', '2026-09-07')
        .executeTakeFirstOrThrow(),
    );
    const page = await house.sit('manager', `/summaries/${id}`);
    await page.getByRole('table', { name: 'The service in figures' }).getByText('Complaints').first().waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByLabel('Work summary').fill('A quiet week');
    await page.getByLabel('Why promises were late').fill('Nobody answered the complaints');
    await page.getByLabel('Signature: your full name').fill('somebody else');
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await page.getByText('Sign with your own name', { exact: false }).first().waitFor();
    await page.getByLabel('Signature: your full name').fill('许经理');
    await page.getByRole('button', { name: 'Sign and send' }).click();
    await page.getByText('Signed and sent.').first().waitFor();
    const above = await house.sit('office', `/summaries/${id}`);
    await above.getByText('许经理,', { exact: false }).first().waitFor();
    await above.getByText('A quiet week').waitFor();
  });

  test('nothing was complained of', () => {
    assert.deepEqual(house.complaints, []);
  });
});
