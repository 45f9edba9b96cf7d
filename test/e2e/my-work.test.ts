import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { mergeTickets } from '../../src/merging/commands/merge-tickets.ts';
import { mergeInput } from '../../src/merging/inputs.ts';
import { answerOffer } from '../../src/ticket/commands/answer-offer.ts';
import { offerTicket } from '../../src/ticket/commands/offer-ticket.ts';
import { answerOfferInput, offerInput } from '../../src/ticket/inputs.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { takeInMatter } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import { PEOPLE } from '../world-seed.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
let ticket: Ticket;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  ticket = await takeInMatter(house.world, 'leak', { title: '厨房漏水' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

const headers = () => ({ 'x-huiyin': '1', origin: house.address });
const answer = (page: Page) => page.getByRole('textbox', { name: 'Answer' });
const kept = (page: Page) =>
  page.waitForResponse((one) => one.url().includes('/api/drafts/') && one.request().method() === 'PUT' && one.ok());
const stands = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => [...document.querySelectorAll('textarea')].some((field) => field.value === wanted),
    text,
  );

/** Types an answer and waits until the server keeps it. */
async function begin(page: Page, text: string): Promise<void> {
  await answer(page).waitFor();
  const done = kept(page);
  await answer(page).pressSequentially(text);
  await done;
}

test('a half-typed answer survives a reload, another device, and the hand-over to a colleague, who sees who began it', async () => {
  const desk = await house.sit('desk', `/tickets/${ticket.id}`);
  await begin(desk, '师傅下午三点');
  await desk.reload();
  await stands(desk, '师傅下午三点');
  const phone = await house.sit('desk', `/tickets/${ticket.id}`, { phone: true });
  await stands(phone, '师傅下午三点');
  await phone.getByText('What you had typed is back.').first().waitFor();
  await phone.close();
  const { world } = house;
  const toId = world.people.desk2;
  await world.act('desk', offerTicket, ticket.id, offerInput.parse({ toId, reason: '换班' }));
  await world.act('desk2', answerOffer, ticket.id, answerOfferInput.parse({ accept: true }));
  const next = await house.sit('desk2', `/tickets/${ticket.id}`);
  await stands(next, '师傅下午三点');
  await next.getByText(`${PEOPLE.desk[0]} began this`, { exact: false }).waitFor();
  assert.deepEqual(await hindrances(next), []);
  const done = kept(next);
  await answer(next).press('End');
  await answer(next).pressSequentially('到');
  await done;
  await next.reload();
  await stands(next, '师傅下午三点到');
  await next.getByRole('button', { name: 'Record the answer' }).click();
  await next.getByText('师傅下午三点到').first().waitFor();
  const subject = encodeURIComponent(`ticket/${ticket.id}/answers`);
  const left = async () => (await desk.request.get(`${house.address}/api/drafts/${subject}`)).json();
  // the screen shows what was written before it has told the server to let go of the draft
  for (let tries = 0; tries < 40 && (await left()) !== null; tries += 1) await desk.waitForTimeout(250);
  assert.equal(await left(), null, 'what was sent does not come back to whoever began it');
});

test('what is typed while the server is being told of the words before stands there after a reload, and is told then', async () => {
  const { world } = house;
  const { id } = await takeInMatter(world, 'leak', { title: '卫生间漏水' });
  const page = await house.sit('desk', `/tickets/${id}`);
  const subject = encodeURIComponent(`ticket/${id}/answers`);
  const told = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  await page.context().route('**/api/drafts/**', async (route, request) => {
    if (request.method() !== 'PUT') return route.fallback();
    told.resolve();
    await go.promise;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await answer(page).pressSequentially('下午');
  await told.promise;
  await answer(page).pressSequentially('三点');
  const stored = async () => (await page.request.get(`${house.address}/api/drafts/${subject}`)).json();
  go.resolve();
  while ((await stored()) === null) await page.waitForTimeout(50);
  assert.equal((await stored()).text.includes('三点'), false, 'the server has the words before only');
  await page.context().unrouteAll();
  const done = kept(page);
  const read = page.waitForResponse((one) => one.url().includes(subject) && one.request().method() === 'GET');
  await page.reload();
  await read;
  await done;
  await stands(page, '下午三点');
  assert.equal(JSON.parse((await stored()).text).text, '下午三点');
});

test('a half-typed answer goes on with the ticket into which its own is merged', async () => {
  const { world } = house;
  const into = await takeInMatter(world, 'leak', { title: '阳台漏水' });
  const from = await takeInMatter(world, 'leak', { title: '阳台又漏水' });
  const page = await house.sit('desk', `/tickets/${from.id}`);
  await begin(page, '已联系楼上');
  await world.act('supervisor', mergeTickets, into.id, mergeInput.parse({ fromIds: [from.id] }));
  await page.goto(`${house.address}/tickets/${into.id}`);
  await stands(page, '已联系楼上');
});

test('what others did since I looked is marked in my list and on the timeline, on every device, until I have looked', async () => {
  const { world } = house;
  const matter = await takeInMatter(world, 'leak', { title: '走廊漏水' });
  const supervisor = await house.sit('supervisor', '/my-work');
  const say = async (text: string) => {
    const said = await supervisor.request.post(`${house.address}/api/tickets/${matter.id}/notes`, {
      headers: { ...headers(), 'idempotency-key': crypto.randomUUID() },
      data: { text },
    });
    assert.ok(said.ok(), await said.text());
  };
  const page = await house.sit('desk', '/tickets');
  const row = () => page.getByRole('row', { name: /走廊漏水/ });
  const mark = () => row().getByText('New since you last looked');
  const seen = () => page.waitForResponse((one) => one.url().endsWith(`/tickets/${matter.id}/seen`) && one.ok());
  await row().waitFor();
  assert.equal(await mark().count(), 0);
  const first = seen();
  await row().click();
  await first;
  await say('请带水泵');
  await page.goto(`${house.address}/tickets`);
  await mark().waitFor();
  assert.deepEqual(await hindrances(page), []);
  const phone = await house.sit('desk', '/tickets', { phone: true });
  await phone
    .getByRole('row', { name: /走廊漏水/ })
    .getByText('New since you last looked')
    .waitFor();
  const second = phone.waitForResponse((one) => one.url().endsWith(`/tickets/${matter.id}/seen`) && one.ok());
  await phone.goto(`${house.address}/tickets/${matter.id}`);
  await phone.getByText('New since you last looked').waitFor();
  await second;
  await page.reload();
  await row().waitFor();
  assert.equal(await mark().count(), 0, 'looked at on the phone, it is not new at the desk');
  const again = await house.sit('desk', `/tickets/${matter.id}`);
  await again.getByText('请带水泵').waitFor();
  assert.equal(await again.getByText('New since you last looked').count(), 0);
});

test('on a telephone, too, the row says who is looking', async () => {
  const matter = await takeInMatter(house.world, 'leak', { title: '车库漏水' });
  await house.sit('supervisor', `/tickets/${matter.id}`);
  const phone = await house.sit('manager', '/tickets', { phone: true });
  await phone
    .getByRole('row', { name: /车库漏水/ })
    .getByText(`${PEOPLE.supervisor[0]} is looking`)
    .waitFor();
});

test('what I am given stands in my work by itself, whatever it is, and is opened by its key', async () => {
  const page = await house.sit('desk', '/my-work');
  await page.getByRole('row', { name: /走廊漏水/ }).waitFor();
  const supervisor = await house.sit('supervisor', '/day-plan');
  const given = await supervisor.request.post(`${house.address}/api/work-items`, {
    headers: { ...headers(), 'idempotency-key': crypto.randomUUID() },
    data: { title: '更新公告栏', personId: house.world.people.desk, dueAt: '2026-11-16T09:40:00+08:00' },
  });
  assert.ok(given.ok(), await given.text());
  const row = page.getByRole('row', { name: /更新公告栏/ });
  await row.getByText('Item of the day plan', { exact: true }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  await row.focus();
  await page.getByRole('button', { name: 'Promise a reply' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/day-plan');
});

test('a view says how many tickets it shows', async () => {
  const page = await house.sit('desk', '/tickets?unanswered=true&kind=leak');
  await page.getByRole('button', { name: 'Save this view' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the view' }).fill('漏水待回');
  await dialog.getByRole('button', { name: 'Save this view' }).click();
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^漏水待回\s*[1-9]/ });
  await link.waitFor();
  assert.deepEqual(await hindrances(page), []);
});

const ways = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link');

test('the rail opens and closes by group with the keyboard, shows eight at most, and stays as it was left', async () => {
  const page = await house.sit('manager', '/my-work');
  const group = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name });
  await group('Work').waitFor();
  assert.deepEqual(
    [await group('Work').getAttribute('aria-expanded'), await group('Quality').getAttribute('aria-expanded')],
    ['true', 'false'],
  );
  assert.ok((await ways(page).count()) <= 8);
  await group('Quality').focus();
  await page.keyboard.press('Enter');
  await ways(page).filter({ hasText: 'Notices' }).waitFor();
  assert.equal(await group('Work').getAttribute('aria-expanded'), 'false');
  assert.deepEqual(
    await ways(page).filter({ hasText: 'My work' }).getAttribute('aria-current'),
    'page',
    'where one stands is shown all the same',
  );
  assert.ok((await ways(page).count()) <= 8);
  assert.deepEqual(await hindrances(page), []);
  await page.reload();
  await group('Quality').waitFor();
  assert.equal(await group('Quality').getAttribute('aria-expanded'), 'true');
});

test('nobody has to scroll for the rail at eight hundred pixels, and the sheet of a telephone has the same groups', async () => {
  for (const who of ['manager', 'admin'] satisfies PersonKey[]) {
    const page = await house.sit(who, '/my-work');
    await page.setViewportSize({ width: 1280, height: 800 });
    const rail = page.getByRole('navigation', { name: 'Main' });
    await rail.getByRole('link').first().waitFor();
    assert.ok((await ways(page).count()) <= 8, who);
    const [inner, outer] = await rail.evaluate((one) => [one.scrollHeight, one.clientHeight]);
    assert.ok(inner! <= outer!, who);
    await page.close();
  }
  const phone = await house.sit('manager', '/my-work', { phone: true });
  await phone.getByRole('button', { name: 'More' }).click();
  const sheet = phone.getByRole('dialog', { name: 'More' });
  await sheet.getByRole('button', { name: 'Figures' }).click();
  await sheet.getByRole('link', { name: 'Board' }).click();
  await phone.waitForURL('**/board');
  assert.deepEqual(house.complaints, []);
});
