import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Id } from '../../src/kernel/id.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { tellInput } from '../../src/ticket/inputs.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { issueNoticeInput } from '../../src/rectification/inputs.ts';
import { mend, settle, takeInMatter, ticketNow, visitsOf } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house?.close());

/** Somebody of engineering is sent to flat 1202; the order waits to be accepted, or has been. */
async function sent(title: string, who: 'plumber' | 'fitter' = 'plumber', accepted = false) {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak', { title });
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people[who],
    task: title,
  });
  if (accepted) await world.act(who, acceptWorkOrder, order.id, {});
  return { ticket, order };
}

function orderNow(id: Id<'work_order'>) {
  return house.world.read((tx) =>
    tx.selectFrom('work_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  );
}

/** Waits until the server has what the screen said. */
async function until<Result>(read: () => Promise<Result>, fits: (result: Result) => boolean): Promise<Result> {
  for (let tries = 0; tries < 100; tries += 1) {
    const result = await read();
    if (fits(result)) return result;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error('it did not come to that');
}

const dialog = (page: Page) => page.getByRole('dialog');

describe('the dispatcher', () => {
  test('goes through what waits with J, sends somebody with A in a free window, and may take it back [ASGN-03, WORK-06]', async () => {
    const { world } = house;
    const ticket = await takeInMatter(world, 'leak', { title: '卫生间渗水' });
    const page = await house.sit('supervisor', '/dispatch');
    await page.getByRole('row', { name: /卫生间渗水/ }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    const form = dialog(page);
    await form.getByRole('button', { name: /proposed/, pressed: true }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await form.getByRole('button', { name: /冯师傅/ }).click();
    await form.getByRole('button', { name: /tomorrow 09:00/ }).click();
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText(/goes to 冯师傅/).waitFor();
    await page.getByRole('row', { name: new RegExp(`${ticket.number}-1 .*冯师傅`) }).waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('row', { name: new RegExp(`${ticket.number} 卫生间渗水`) }).waitFor();
  });

  test('is told whose appointment stands in the way, before and after pressing [WORK-06]', async () => {
    const first = await takeInMatter(house.world, 'leak', { title: '先约的' });
    const second = await takeInMatter(house.world, 'leak', { title: '后约的' });
    const slot = { fromAt: '2026-09-29T01:00:00.000Z', untilAt: '2026-09-29T03:00:00.000Z' } as never;
    await house.world.act('desk', issueWorkOrder, first.id, {
      departmentId: house.world.departments['engineering'],
      personId: house.world.people.electrician,
      task: '查线路',
      appointment: slot,
    });
    const page = await house.sit('supervisor', '/dispatch');
    await page.getByRole('row', { name: /后约的/ }).click();
    const form = dialog(page);
    await form.getByRole('button', { name: /褚电工/ }).click();
    await form.getByRole('button', { name: /tomorrow 09:00/ }).and(page.locator('[data-taken]')).waitFor();
    await form.getByLabel('From').fill('2026-09-29T10:00');
    await form.getByLabel('Until').fill('2026-09-29T11:30');
    await form.getByText(new RegExp(`Taken by ${first.number}`)).waitFor();
    await form.getByRole('button', { name: 'Send', exact: true }).click();
    await form.getByRole('alert').getByText(new RegExp(`clashes with ${first.number}`)).waitFor();
    assert.equal((await ticketNow(house.world, second.id)).stage_class, 'new');
  });

  test('urges an order, and takes another back with the reason', async () => {
    const { order } = await sent('要催的');
    const page = await house.sit('desk', `/work-orders/${order.id}`);
    await page.getByRole('button', { name: /^Urge/ }).click();
    await dialog(page).getByLabel('What to say').fill('客户又打电话来了');
    await dialog(page).getByRole('button', { name: 'Urge' }).click();
    await page.getByText(/^Urged:/).waitFor();
    const urgings = await house.world.read((tx) =>
      tx.selectFrom('urging').select(['to_id', 'words']).where('work_order_id', '=', order.id).execute(),
    );
    assert.deepEqual(urgings, [{ to_id: house.world.people.plumber, words: '客户又打电话来了' }]);
    await page.getByRole('button', { name: 'Take back' }).click();
    await dialog(page).getByLabel('Why it is not needed any more').fill('客户自己修好了');
    await dialog(page).getByRole('button', { name: 'Take back' }).click();
    await page.getByText(/^Taken back:/).waitFor();
    assert.equal((await orderNow(order.id)).stage, 'cancelled');
  });

  test('narrows the work orders by a sentence that stands in the address', async () => {
    await sent('列表里的', 'fitter');
    const page = await house.sit('desk', '/work-orders');
    await page.getByRole('row', { name: /列表里的/ }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: '褚电工' }).click();
    await page.waitForURL(/person=/);
    await page.getByRole('row', { name: /列表里的/ }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'given to 褚电工', exact: true }).waitFor();
  });
});

describe('the one sent, with a telephone', () => {
  test('accepts, goes, arrives, and reports with taps, a photo and a signature [WORK-11]', async () => {
    const { order } = await sent('水管爆了');
    const page = await house.sit('plumber', '/worker', { phone: true });
    await page.getByRole('heading', { name: 'My orders' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('link', { name: /水管爆了/ }).click();
    await page.getByRole('link', { name: 'Call 13800001202' }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('button', { name: 'On the way', exact: true }).click();
    await page.getByRole('button', { name: 'Arrived', exact: true }).click();
    await page.getByRole('button', { name: 'Report done' }).click();
    await page.getByRole('button', { name: 'Part worn out' }).click();
    await page.getByRole('button', { name: 'Part replaced' }).click();
    await page.getByRole('button', { name: 'Tested, works' }).click();
    await page.getByRole('button', { name: '45 min' }).click();
    await takePhoto(page);
    await page.getByRole('button', { name: '陈先生 signs' }).click();
    await draw(page);
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('45 min on the spot').waitFor();
    const done = await orderNow(order.id);
    assert.deepEqual(
      [done.stage, done.findings, done.measures, done.minutes, done.signed_by],
      ['done', 'Part worn out', 'Part replaced; Tested, works', 45, '陈先生'],
    );
    const files = await house.world.read((tx) =>
      tx.selectFrom('file').select(['id', 'type']).where('subject_id', '=', order.id).execute(),
    );
    assert.deepEqual(files.map((file) => file.type).sort(), ['image/jpeg', 'image/png']);
    assert.ok(files.some((file) => file.id === done.signature_id));
  });

  test('half a report survives a reload, its photo and signature too', async () => {
    const { order } = await sent('写了一半', 'plumber', true);
    const page = await house.sit('plumber', `/work-orders/${order.id}?step=finish`, { phone: true });
    await page.getByLabel('What was found').fill('阀门关不紧');
    await takePhoto(page);
    await draw(page);
    await page.getByRole('img', { name: 'Signed' }).waitFor();
    await page.reload();
    await page.getByText('What you had typed is back.').waitFor();
    assert.equal(await page.getByLabel('What was found').inputValue(), '阀门关不紧');
    await page.getByRole('img', { name: 'Photo 1' }).waitFor();
    await page.getByRole('img', { name: 'Signed' }).waitFor();
  });

  test('goes on without a connection: what waits is shown, and is sent once, from when it happened', async () => {
    const { order } = await sent('地下室水泵', 'plumber', true);
    const page = await house.sit('plumber', '/worker', { phone: true });
    await page.getByRole('link', { name: /地下室水泵/ }).click();
    await page.getByRole('button', { name: 'On the way', exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'On the way', exact: true }).click();
    await page.getByRole('button', { name: 'Arrived', exact: true }).click();
    await page.getByText('will be sent', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Report done' }).click();
    await page.getByLabel('What was found').fill('水泵空转');
    await page.getByRole('button', { name: 'Tested, works' }).click();
    await takePhoto(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('4 actions will be sent').waitFor();
    assert.equal((await orderNow(order.id)).stage, 'accepted');
    await page.waitForTimeout(2_000);
    await page.context().setOffline(false);
    const done = await until(
      () => orderNow(order.id),
      (one) => one.stage === 'done',
    );
    assert.equal(done.findings, '水泵空转');
    const events = await house.world.events({ subjectId: order.id });
    const late = events.filter(({ type }) => /set_out|arrived|done$/.test(type));
    assert.deepEqual(
      late.map(({ type }) => type),
      ['work_order.set_out', 'work_order.arrived', 'work_order.done'],
    );
    for (const { happenedAt, recordedAt } of late) assert.ok(happenedAt < recordedAt, 'reported later than it happened');
    await page.getByText('actions will be sent').waitFor({ state: 'detached' });
  });

  test('finds nobody at home and agrees a second appointment', async () => {
    const { order } = await sent('敲门没人', 'plumber', true);
    const page = await house.sit('plumber', `/work-orders/${order.id}`, { phone: true });
    await page.getByRole('button', { name: 'Other steps' }).click();
    await dialog(page).getByRole('button', { name: 'Nobody opened' }).click();
    await page.getByRole('button', { name: 'Phoned, no answer' }).click();
    await page.getByRole('button', { name: /tomorrow 14:00/ }).click();
    await page.getByRole('button', { name: 'Report nobody opened' }).click();
    await page.getByRole('button', { name: 'On the way', exact: true }).waitFor();
    await page.getByText(/tomorrow 14:00/).waitFor();
    assert.equal((await orderNow(order.id)).stage, 'no_access');
  });

  test('refuses with a reason, and the next screen offers nothing more', async () => {
    const { order } = await sent('不归我们');
    const page = await house.sit('plumber', `/work-orders/${order.id}?step=refuse`, { phone: true });
    await page.getByRole('button', { name: 'Not our work' }).click();
    await page.getByRole('button', { name: 'Refuse the order' }).click();
    await page.getByRole('heading', { name: 'Reason' }).waitFor();
    const refused = await until(
      () => orderNow(order.id),
      (one) => one.stage === 'refused',
    );
    assert.equal(refused.ended_reason, 'Not our work');
  });
});

/** A small picture where the camera would have put one. */
async function takePhoto(page: Page): Promise<void> {
  const picture = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    canvas.getContext('2d')?.fillRect(5, 5, 20, 10);
    return canvas.toDataURL('image/png').split(',')[1]!;
  });
  const buffer = Buffer.from(picture, 'base64');
  await page.locator('input[type=file]').setInputFiles({ name: 'leak.png', mimeType: 'image/png', buffer });
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
}

async function draw(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: 'Sign here' });
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 100, { steps: 5 });
  await page.mouse.up();
}

describe('return visits', () => {
  async function due(kind: string, title: string) {
    const ticket = await takeInMatter(house.world, kind, { title });
    if (kind !== 'complaint') await mend(house.world, ticket);
    await settle(house.world, ticket);
    await house.world.act('desk', tellCustomer, ticket.id, tellInput.parse({ text: '修好了' }));
    const [visit] = await visitsOf(house.world, ticket.id);
    return { ticket, visit: visit! };
  }

  test('the caller sees what was done, marks it by key, and new demands and a fault go their ways [VISIT-06, VISIT-09, VISIT-10]', async () => {
    const { ticket, visit } = await due('leak', '回访用的漏水');
    const page = await house.sit('desk', '/return-visits');
    await page.getByRole('row', { name: /回访用的漏水/ }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('row', { name: /回访用的漏水/ }).click();
    await page.getByText('软管老化 → 更换软管').waitFor();
    await page.getByRole('link', { name: /Call .*13800001202/ }).waitFor();
    await page.keyboard.press('4');
    await page.getByRole('button', { name: 'Satisfied', pressed: true }).waitFor();
    await page.getByLabel('Opinion').fill('师傅很细心');
    await page.getByRole('button', { name: 'Add a demand' }).click();
    const demand = page.getByRole('group', { name: 'Demand 1' });
    await demand.getByLabel('Kind').selectOption({ label: 'Request' });
    await demand.getByLabel('In one line').fill('想办停车卡');
    await demand.getByRole('radio', { name: 'Parking' }).check({ force: true });
    await page.getByLabel('Something is not right').check();
    await page.getByLabel('What is not right').fill('墙面没有复原');
    await page.getByLabel('Promise a reply').check();
    await page.getByLabel('What will be answered').fill('何时粉刷');
    await page.getByRole('button', { name: 'tomorrow, same time' }).click();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Record the visit' }).click();
    await page.getByText('The visit is recorded').waitFor();
    await page.getByText(/Reply promised: 何时粉刷/).waitFor();
    await page.getByRole('link', { name: /^New ticket/ }).waitFor();
    await page.getByRole('link', { name: /^Notice/ }).waitFor();
    const [made] = await visitsOf(house.world, ticket.id);
    assert.deepEqual([made!.state, made!.satisfaction, made!.fault], ['made', 4, '墙面没有复原']);
    assert.equal(made!.id, visit.id);
  });

  test('nobody answers: it counts; a complaint may not be declined, and the button says so [VISIT-08]', async () => {
    const { visit } = await due('complaint', '投诉要回访');
    const page = await house.sit('desk', `/return-visits/${visit.id}`);
    const decline = page.getByRole('button', { name: /^Declined/ });
    assert.equal(await decline.getAttribute('aria-disabled'), 'true');
    await decline.click({ force: true });
    await page.getByText(/^Declined: /).first().waitFor();
    await page.keyboard.press('n');
    await dialog(page).getByRole('button', { name: 'Line busy' }).click();
    await dialog(page).getByRole('button', { name: 'Not reached' }).click();
    await page.getByText('Attempt 1 of 5 recorded').waitFor();
    await page.getByText('1 of 5', { exact: true }).waitFor();
  });

  test('the head signs the slip and says what the customer was told [VISIT-11]', async () => {
    const { ticket, visit } = await due('leak', '要签字的漏水');
    const desk = await house.sit('desk', `/return-visits/${visit.id}`);
    await desk.getByRole('button', { name: /Very satisfied/ }).click();
    await desk.getByLabel('Criticism').fill('来晚了');
    await desk.getByRole('button', { name: 'Record the visit' }).click();
    await desk.getByText('The visit is recorded').waitFor();
    const page = await house.sit('maintenance', '/return-visits?view=sign');
    await page.getByRole('row', { name: /要签字的漏水/ }).click();
    await page.getByRole('button', { name: 'Sign the slip' }).click();
    await page.getByText('say what was told').waitFor();
    await page.getByLabel('What the customer was told').fill('已道歉并说明原因');
    await page.getByRole('button', { name: 'Sign the slip' }).click();
    await page.getByText('The slip is signed').waitFor();
    const [signed] = await visitsOf(house.world, ticket.id);
    assert.equal(signed!.result_told_by_head, '已道歉并说明原因');
    const record = await house.sit('manager', '/return-visits?view=record&period=today');
    await record.getByRole('row', { name: /要签字的漏水/ }).waitFor();
  });
});

describe('rectification notices', () => {
  test('signed for, answered, sent back with a reason, answered again, verified', async () => {
    const { world } = house;
    const id = await world.act(
      'manager',
      issueNotice,
      issueNoticeInput.parse({ departmentId: world.departments['engineering'], findings: '工具房钥匙无人登记' }),
    );
    const head = await house.sit('maintenance', '/notices');
    await head.getByRole('row', { name: /工具房钥匙/ }).waitFor();
    assert.deepEqual(await hindrances(head), []);
    await head.keyboard.press('j');
    await head.keyboard.press('y');
    await head.getByText('1 notice is signed for').waitFor();
    await answer(head, '已补登记');
    const manager = await house.sit('manager', `/notices/${id}`);
    assert.deepEqual(await hindrances(manager), []);
    await manager.getByRole('button', { name: 'Do not accept' }).click();
    await dialog(manager).getByLabel('Why not').fill('没有说明以后怎么办');
    await dialog(manager).getByRole('button', { name: 'Do not accept' }).click();
    await manager.getByText('没有说明以后怎么办').waitFor();
    await head.reload();
    await answer(head, '每班交接时核对', false);
    await manager.reload();
    await manager.getByRole('button', { name: 'Accept', exact: true }).click();
    await manager.getByText(/is verified$/).waitFor();
    const notice = await world.read((tx) =>
      tx.selectFrom('rectification').select(['verdict', 'reply']).where('id', '=', id).executeTakeFirstOrThrow(),
    );
    assert.deepEqual(notice, { verdict: 'accepted', reply: '每班交接时核对' });
  });

  async function answer(page: Page, words: string, open = true): Promise<void> {
    if (open) await page.getByRole('row', { name: /工具房钥匙/ }).click();
    await page.getByLabel('What was done about it').fill(words);
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByText('The answer is sent').waitFor();
  }

  test('supervision finds something and chooses the way [ESCL-03]', async () => {
    const page = await house.sit('manager', '/notices?view=findings');
    await page.getByText('Nothing was found in this period').waitFor();
    await page.getByRole('button', { name: /^Record a finding/ }).click();
    const form = dialog(page);
    await form.getByLabel('To which department').selectOption({ label: 'Security' });
    await form.getByLabel('Findings').fill('巡更记录缺两班');
    await form.getByRole('radio', { name: 'notice to the department' }).check({ force: true });
    assert.deepEqual(await hindrances(page), []);
    await form.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByRole('row', { name: /巡更记录缺两班.*notice to the department · \d+ Issued/ }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await dialog(page).getByLabel('Why it is withdrawn').fill('记录找到了');
    await dialog(page).getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText(/is withdrawn$/).waitFor();
  });
});

describe('everywhere', () => {
  const screens = ['/dispatch', '/work-orders', '/return-visits', '/return-visits?view=record', '/notices', '/worker'];
  for (const language of ['zh-hans', 'zh-hant'] as const)
    test(`no raw words and nothing that hinders, in ${language}, dark, on a telephone`, async () => {
      const page = await house.sit('manager', '/dispatch', { language, phone: true, dark: true });
      for (const path of screens) {
        await page.goto(house.address + path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        assert.doesNotMatch(await page.locator('body').innerText(), /\b[a-z]+_?[a-z]*\.[a-z_]+[a-z]\b/, path);
        assert.deepEqual(await hindrances(page), [], path);
      }
    });

  test('the browser complained of nothing', () => assert.deepEqual(house.complaints, []));
});
