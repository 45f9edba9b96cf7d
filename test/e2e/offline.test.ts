import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, arrive } from '../../src/work-order/commands/take-steps.ts';
import { mend, settle, takeInMatter, visitsOf } from '../story.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00', keepsPages: true });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

/** A grey dot, as a camera would give it. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * The connection breaks as the answer comes back, so many times: the server has done it, and the browser does not know. Answers
 * with a wait for the last of them.
 */
async function loseAnswers(page: Page, address: string, times: number): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = times;
  await page.route(address, async (route: Route) => {
    if (left === 0) return route.fallback();
    left -= 1;
    await route.fetch();
    await route.abort('connectionreset');
    if (left === 0) resolve();
  });
  return () => promise;
}

/** The page is closed before there is a connection again: what comes next on the same device is another. */
async function putAway(page: Page): Promise<Page> {
  const next = await page.context().newPage();
  await page.close();
  await next.context().setOffline(false);
  return next;
}

/** How often the journal holds an event of this type about this subject. */
function timesOf(type: string, subjectId: string): Promise<number> {
  return house.world.read(async (tx) => {
    const rows = await tx
      .selectFrom('event')
      .select('seq')
      .where('type', '=', type)
      .where('subject_id', '=', subjectId)
      .execute();
    return rows.length;
  });
}

describe('a worker in a basement reports done', () => {
  const FILES = ['photo.jpg', 'signature.png'];

  /** An order of the plumber's, who stands in the flat. */
  async function onTheSpot(): Promise<{ id: string; page: Page }> {
    const { world } = house;
    const ticket = await takeInMatter(world, 'leak');
    const order = await world.act('desk', issueWorkOrder, ticket.id, {
      departmentId: world.departments['engineering'],
      personId: world.people.plumber,
      task: '上门维修',
    });
    await world.act('plumber', acceptWorkOrder, order.id, {});
    await world.act('plumber', arrive, order.id, {});
    const page = await house.sit('plumber', `/work-orders/${order.id}`, { phone: true });
    await page.getByRole('button', { name: 'Report done' }).click();
    await page.getByRole('textbox', { name: 'What was found' }).waitFor();
    return { id: order.id, page };
  }

  async function fillIn(page: Page): Promise<void> {
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

  /** Reports without a connection; the report waits on the telephone. */
  async function reportOffline(page: Page): Promise<void> {
    await page.context().setOffline(true);
    await fillIn(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('will be sent', { exact: true }).waitFor();
  }

  async function reported(id: string) {
    const order = await house.world.read((tx) =>
      tx
        .selectFrom('work_order')
        .selectAll()
        .where('id', '=', id as never)
        .executeTakeFirstOrThrow(),
    );
    const files = await house.world.read((tx) =>
      tx.selectFrom('file').select('name').where('subject_id', '=', id).execute(),
    );
    return { order, files: files.map((file) => file.name).toSorted() };
  }

  test('without a connection: what waits is said, and once there is one it is sent, once, with photo and signature', async () => {
    const { id, page } = await onTheSpot();
    await reportOffline(page);
    await page.getByText(/Connection lost\. What you type is kept.*3 actions will be sent/).waitFor();
    assert.equal((await reported(id)).order.stage, 'arrived');
    await page.context().setOffline(false);
    await page.getByText('Hose replaced').waitFor();
    await page.getByText('will be sent').first().waitFor({ state: 'hidden' });
    const { order, files } = await reported(id);
    assert.deepEqual([order.stage, order.measures, order.signed_by], ['done', 'Hose replaced', '陈先生']);
    assert.deepEqual(files, FILES);
    assert.equal(await timesOf('work_order.done', id), 1);
  });

  test('the telephone is put away and opened again later: what waited is sent all the same', async () => {
    const { id, page: before } = await onTheSpot();
    await reportOffline(before);
    const page = await putAway(before);
    await page.goto(`${house.address}/my-work`);
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.goto(`${house.address}/work-orders/${id}`);
    await page.getByText('Hose replaced').waitFor();
    const { order, files } = await reported(id);
    assert.deepEqual([order.stage, files], ['done', FILES]);
    assert.equal(await timesOf('work_order.done', id), 1);
  });

  test('the telephone passes into other hands first: nothing is sent in their name, and it waits for its own', async () => {
    const { id, page: before } = await onTheSpot();
    await reportOffline(before);
    const page = await putAway(before);
    await house.passOn(page, 'desk');
    await page.goto(`${house.address}/my-work`);
    await page.getByRole('heading', { name: 'My work' }).waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.getByText('will be sent').count(), 0);
    assert.equal((await reported(id)).order.stage, 'arrived');
    await house.passOn(page, 'plumber');
    await page.goto(`${house.address}/work-orders/${id}`);
    await page.getByText('Hose replaced').waitFor();
    const { order, files } = await reported(id);
    assert.deepEqual([order.stage, order.signed_by, files], ['done', '陈先生', FILES]);
  });

  test('half typed without a connection, and the page is loaded again: everything stands there still', async () => {
    const { id, page: before } = await onTheSpot();
    await before.context().setOffline(true);
    await fillIn(before);
    const page = await putAway(before);
    await page.goto(`${house.address}/work-orders/${id}?step=finish`);
    await page.getByText('What you had typed is back.').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'What was done' }).inputValue(), 'Hose replaced');
    await page.getByRole('img', { name: 'Photo 1' }).waitFor();
    await page.getByRole('img', { name: 'Signed' }).waitFor();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('Hose replaced').waitFor();
    const { order, files } = await reported(id);
    assert.deepEqual([order.stage, order.signed_by, files], ['done', '陈先生', FILES]);
  });

  test('the answer is lost on its way: it is sent again, and done once', async () => {
    const { id, page } = await onTheSpot();
    await loseAnswers(page, '**/finish', 2);
    await fillIn(page);
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByText('Hose replaced').waitFor();
    await page.getByText('will be sent').first().waitFor({ state: 'hidden' });
    assert.equal(await timesOf('work_order.done', id), 1);
    assert.deepEqual((await reported(id)).files, FILES);
  });
});

describe('a return visit is recorded as the connection breaks', () => {
  async function onTheLine(): Promise<{ id: string; page: Page }> {
    const ticket = await takeInMatter(house.world, 'leak');
    await mend(house.world, ticket);
    await settle(house.world, ticket);
    const [visit] = await visitsOf(house.world, ticket.id);
    const page = await house.sit('desk', `/return-visits/${visit!.id}`);
    await page.getByLabel('Opinion').waitFor();
    return { id: visit!.id, page };
  }

  async function fillIn(page: Page): Promise<void> {
    await page.getByText('Satisfied', { exact: true }).click();
    await page.getByLabel('Opinion').fill('Quick and clean');
  }

  const record = (page: Page) => page.getByRole('button', { name: 'Record the visit' });

  async function answers(id: string) {
    return house.world.read((tx) =>
      tx
        .selectFrom('return_visit')
        .select(['state', 'opinion', 'satisfaction'])
        .where('id', '=', id as never)
        .execute(),
    );
  }

  test('without a connection: a sentence says that it is kept, and pressed again it is recorded, once', async () => {
    const { id, page } = await onTheLine();
    await page.context().setOffline(true);
    await fillIn(page);
    await record(page).click();
    await page.getByText('The server cannot be reached. What you typed is kept').waitFor();
    assert.equal(await page.getByLabel('Opinion').inputValue(), 'Quick and clean');
    await page.context().setOffline(false);
    await record(page).click();
    await page.getByText('The visit is recorded').first().waitFor();
    assert.deepEqual(await answers(id), [{ state: 'made', opinion: 'Quick and clean', satisfaction: 4 }]);
    assert.equal(await timesOf('return_visit.made', id), 1);
  });

  test('the page is loaded again before it could be sent: nothing typed is lost', async () => {
    const { id, page: before } = await onTheLine();
    await before.context().setOffline(true);
    await fillIn(before);
    await record(before).click();
    await before.getByText('The server cannot be reached. What you typed is kept').waitFor();
    const page = await putAway(before);
    await page.goto(`${house.address}/return-visits/${id}`);
    await page.getByText('What you had typed is back.').waitFor();
    assert.equal(await page.getByLabel('Opinion').inputValue(), 'Quick and clean');
    await record(page).click();
    await page.getByText('The visit is recorded').first().waitFor();
    assert.deepEqual(await answers(id), [{ state: 'made', opinion: 'Quick and clean', satisfaction: 4 }]);
  });

  test('the answer is lost on its way: the visit is recorded, once, and shown as made', async () => {
    const { id, page } = await onTheLine();
    await loseAnswers(page, '**/make', 2);
    await fillIn(page);
    await record(page).click();
    await page.getByText('Quick and clean').waitFor();
    await record(page).waitFor({ state: 'hidden' });
    assert.deepEqual(await answers(id), [{ state: 'made', opinion: 'Quick and clean', satisfaction: 4 }]);
    assert.equal(await timesOf('return_visit.made', id), 1);
  });

  test('every answer is lost and the page is loaded again: it shows the visit as made', async () => {
    const { id, page } = await onTheLine();
    const allLost = await loseAnswers(page, '**/make', 4);
    await fillIn(page);
    await record(page).click();
    await allLost();
    await page.goto(`${house.address}/return-visits/${id}`);
    await page.getByText('Quick and clean').waitFor();
    assert.equal(await record(page).count(), 0);
    assert.equal(await timesOf('return_visit.made', id), 1);
  });
});

test('nothing was complained of', () => {
  assert.deepEqual(house.complaints, []);
});
