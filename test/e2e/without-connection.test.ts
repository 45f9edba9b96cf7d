import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page, Request, Route } from 'playwright-core';
import { systemClock } from '../../src/kernel/time.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, cancelWorkOrder } from '../../src/work-order/commands/take-steps.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse, PASSWORD } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00', keepsPages: true });
});
afterEach(async (story) => {
  house.line!.mend();
  await house.leave(story);
});
after(() => house?.close());

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

type Sent = { id: string; page: Page };

/** The plumber has accepted an order, has read it on his telephone, and the telephone has kept the page itself. */
async function accepted(): Promise<Sent> {
  const { world } = house;
  const ticket = await takeInMatter(world, 'leak');
  const order = await world.act('desk', issueWorkOrder, ticket.id, {
    departmentId: world.departments['engineering'],
    personId: world.people.plumber,
    task: '上门维修',
  });
  await world.act('plumber', acceptWorkOrder, order.id, {});
  const page = await house.sit('plumber', '/worker', { phone: true });
  await page.getByRole('heading', { name: 'My orders' }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.goto(`${house.address}/work-orders/${order.id}`);
  await page.getByRole('button', { name: 'On the way' }).waitFor();
  await page.waitForLoadState('networkidle');
  return { id: order.id, page };
}

/** The line is cut, and the browser knows: what Chromium alone emulates begins a moment after a page is loaded again. */
async function goOffline(page: Page): Promise<void> {
  house.line!.cut();
  await page.context().setOffline(true);
}

async function goOnline(page: Page): Promise<void> {
  house.line!.mend();
  await page.context().setOffline(false);
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Report done' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'tap.png', mimeType: 'image/png', buffer: PHOTO });
  await page.getByRole('img', { name: 'Photo 1' }).waitFor();
  await page.getByRole('textbox', { name: 'What was found' }).fill('Hose worn through');
  await page.getByRole('textbox', { name: 'What was done' }).fill('Hose replaced');
  await page.getByRole('img', { name: 'Sign here' }).scrollIntoViewIfNeeded();
  const box = (await page.getByRole('img', { name: 'Sign here' }).boundingBox())!;
  await page.mouse.move(box.x + 30, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('img', { name: 'Signed' }).waitFor();
  await page.getByLabel('Name of who signs').fill('陈先生');
}

/** Sets out, arrives, and reports done with photo and signature: all of it without a connection. */
async function threeActs(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'On the way' }).click();
  await page.getByRole('button', { name: 'Arrived' }).click();
  await fillIn(page);
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByText('will be sent', { exact: true }).waitFor();
}

/** What the journal holds of an order, in its order, with when each happened and when it was recorded. */
function journalOf(id: string) {
  return house.world.read((tx) =>
    tx
      .selectFrom('event')
      .select(['type', 'happened_at', 'recorded_at'])
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute(),
  );
}

async function stateOf(id: string) {
  return house.world.read(async (tx) => {
    const order = await tx
      .selectFrom('work_order')
      .selectAll()
      .where('id', '=', id as never)
      .executeTakeFirstOrThrow();
    const files = await tx.selectFrom('file').select('name').where('subject_id', '=', id).orderBy('name').execute();
    return { ...order, files: files.map(({ name }) => name) };
  });
}

/** Loses the next answer to a request of this address on its way back: the server has done it, the telephone never hears of it. */
async function loseOneAnswer(page: Page, address: string): Promise<{ lost: () => number }> {
  let lost = 0;
  await page.context().route(address, async (route: Route, request: Request) => {
    if (lost > 0 || request.method() !== 'POST') return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  return { lost: () => lost };
}

const UNSENT = ['On the way', 'Arrived', 'Photo for', 'Photo for', 'Done'];

describe('where there is no connection at all', () => {
  test('three acts, the page loaded again, a connection, one answer lost: each done once, at the time it happened', async () => {
    const { id, page } = await accepted();
    await goOffline(page);
    await threeActs(page);
    const acted = Date.parse(systemClock.now());
    await page.reload();
    await page.getByText('will be sent', { exact: true }).waitFor();
    await page.getByText(/Connection lost\. .*What you see is as of .*5 actions will be sent/).waitFor();
    assert.equal((await stateOf(id)).stage, 'accepted', 'nothing has reached the server');
    await page.getByRole('link', { name: 'Not sent yet' }).click();
    const lines = page.getByRole('table', { name: 'Will be sent' }).getByRole('rowheader');
    await lines.first().waitFor();
    assert.equal(await lines.count(), UNSENT.length);
    for (const [at, words] of UNSENT.entries()) assert.match(await lines.nth(at).innerText(), new RegExp(`^${words}`));
    assert.equal(await page.getByRole('img', { name: 'Picture' }).count(), 2);
    await page.getByText('Hose replaced').waitFor();
    assert.deepEqual(await hindrances(page), []);

    // what was done is told later: the journal shall say when it was done, not when it was told
    await page.waitForTimeout(3_000);
    const { lost } = await loseOneAnswer(page, '**/arrive');
    await goOnline(page);
    await page.getByText('Nothing waits on this device').waitFor();
    assert.equal(lost(), 1);

    const { stage, measures, signed_by, files, signature_id } = await stateOf(id);
    assert.deepEqual([stage, measures, signed_by], ['done', 'Hose replaced', '陈先生']);
    assert.deepEqual(files, ['photo.jpg', 'signature.png']);
    assert.ok(signature_id);
    const journal = (await journalOf(id)).filter(({ type }) => /on_the_way|set_out|arrived|done/.test(type));
    assert.deepEqual(
      journal.map(({ type }) => type),
      ['work_order.set_out', 'work_order.arrived', 'work_order.done'],
    );
    const skew = Date.parse(house.world.clock.now()) - house.began;
    for (const { type, happened_at, recorded_at } of journal) {
      assert.ok(Date.parse(recorded_at) - Date.parse(happened_at) > 2_900, `${type} counts from when it was told`);
      assert.ok(Math.abs(Date.parse(happened_at) - skew - acted) < 60_000, `${type} happened at ${happened_at}`);
    }
    const times = journal.map(({ happened_at }) => happened_at);
    assert.deepEqual(times, times.toSorted(), 'in the order in which they were done');
    await page.goto(`${house.address}/work-orders/${id}`);
    await page.getByText('Hose replaced').waitFor();
  });

  test('the list of orders and another order of today are there after the page is loaded again', async () => {
    const { id, page } = await accepted();
    await page.goto(`${house.address}/worker`);
    await page.getByRole('heading', { name: 'My orders' }).waitFor();
    await page.waitForLoadState('networkidle');
    await goOffline(page);
    await page.reload();
    await page.getByRole('heading', { name: 'My orders' }).waitFor();
    await page.locator(`a[href$="/work-orders/${id}"]`).click();
    await page.getByRole('button', { name: 'On the way' }).click();
    await page.getByText('will be sent', { exact: true }).waitFor();
  });

  test('the order is cancelled meanwhile: each act says why it was not accepted, and nothing of it is lost', async () => {
    const { id, page } = await accepted();
    await goOffline(page);
    await threeActs(page);
    await house.world.act('desk', cancelWorkOrder, id, { reason: '住户改期' });
    await goOnline(page);
    await page.getByText('3 actions were not accepted.').waitFor();
    await page.goto(`${house.address}/unsent`);
    const refused = page.getByRole('table', { name: 'Not accepted' });
    await refused.getByText('Hose replaced').waitFor();
    assert.equal(await refused.getByText(/was cancelled/).count(), 3, await refused.innerText());
    assert.equal((await stateOf(id)).stage, 'cancelled');
    await refused.getByRole('button', { name: 'Give up' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
    await page.getByText('2 actions were not accepted.').waitFor();
    await page.reload();
    await page.getByText('2 actions were not accepted.').waitFor();
  });

  test('sent, and the connection lost before the screen could read it again: the step stays taken, over a reload too', async () => {
    const { id, page } = await accepted();
    await page.getByRole('button', { name: 'On the way' }).click();
    await page.getByRole('button', { name: 'Arrived' }).waitFor();
    const answered = page.waitForResponse('**/arrive');
    await page.context().route('**/api/**', (route, request) =>
      // loaded again, who sits there is heard, and then nothing more
      request.method() === 'GET' && !request.url().endsWith('/session')
        ? route.abort('internetdisconnected')
        : route.fallback(),
    );
    await page.getByRole('button', { name: 'Arrived' }).click();
    await answered;
    await page.getByRole('button', { name: 'Report done' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Report done' }).waitFor();
    assert.equal(await page.getByText('will be sent', { exact: true }).count(), 0, 'it was sent');
    assert.equal((await stateOf(id)).stage, 'arrived');
    await page.context().unroute('**/api/**');
    await page.waitForResponse(`**/api/work-orders/${id}`);
    await page.getByRole('button', { name: 'Report done' }).waitFor();
    assert.equal((await journalOf(id)).filter(({ type }) => type === 'work_order.arrived').length, 1);
  });

  test('a photo too large is refused and stays on the device; the report goes without it', async () => {
    const { id, page } = await accepted();
    await page
      .context()
      .route('**/api/files?*photo.jpg*', (route) =>
        route.fulfill({ status: 413, json: { code: 'body.too_large', message: '', params: {} } }),
      );
    await page.getByRole('button', { name: 'On the way' }).click();
    await page.getByRole('button', { name: 'Arrived' }).click();
    await goOffline(page);
    await fillIn(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('will be sent', { exact: true }).waitFor();
    await goOnline(page);
    await page.getByText('1 action was not accepted.').waitFor();
    await page.goto(`${house.address}/unsent`);
    await page.getByRole('table', { name: 'Not accepted' }).getByRole('img', { name: 'Picture' }).waitFor();
    await page.getByRole('button', { name: 'Send again' }).waitFor();
    const state = await stateOf(id);
    assert.deepEqual([state.stage, state.files], ['done', ['signature.png']]);
  });

  test('the device has no room left: it says so, and what this page holds is sent all the same', async () => {
    const { id, page } = await accepted();
    await goOffline(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: 'On the way' }).click();
    await page.getByText(/This device has no room left: “On the way/).waitFor();
    await goOnline(page);
    await page.getByText('will be sent').first().waitFor({ state: 'hidden' });
    assert.equal((await stateOf(id)).stage, 'on_the_way');
  });

  test('the session has ended meanwhile: the door says what waits, and signed in again it is sent', async () => {
    const { id, page } = await accepted();
    await goOffline(page);
    await threeActs(page);
    await page.context().clearCookies();
    await goOnline(page);
    await page.getByText('5 actions wait on this device.').waitFor();
    assert.equal((await stateOf(id)).stage, 'accepted');
    await page.getByLabel('User name').fill('plumber');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Hose replaced').waitFor();
    await page.getByText('will be sent').first().waitFor({ state: 'hidden' });
    assert.equal((await stateOf(id)).stage, 'done');
  });

  test('signed out without a connection: nothing that was read is left, and the session ends once there is one', async () => {
    const { id, page } = await accepted();
    await goOffline(page);
    await page.getByRole('button', { name: 'On the way' }).click();
    await page.getByText('will be sent', { exact: true }).waitFor();
    await page.goto(`${house.address}/worker`);
    await page.getByRole('heading', { name: 'My orders' }).waitFor();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('User name').waitFor();
    const left = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          indexedDB.open('huiyin-kept').addEventListener('success', (event) => {
            const { result } = event.target as IDBOpenDBRequest;
            const count = result.transaction('read').objectStore('read').count();
            count.addEventListener('success', () => done(count.result));
          });
        }),
    );
    assert.equal(left, 0);
    await page.goto(`${house.address}/work-orders/${id}`);
    await page.getByLabel('User name').waitFor();
    await page.getByText('1 action waits on this device.').waitFor();
    await goOnline(page);
    await page.goto(`${house.address}/work-orders/${id}`);
    await page.getByLabel('User name').waitFor();
    assert.equal((await stateOf(id)).stage, 'accepted');
    assert.equal((await page.request.get(`${house.address}/api/session`)).status(), 401);
  });
});

test('nothing was complained of', () => {
  assert.deepEqual(house.complaints, []);
});
