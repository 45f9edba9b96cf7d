import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Channel } from '../../src/channel/port.ts';
import { addCustomer } from '../../src/customer/commands/add-customer.ts';
import { addCustomerInput } from '../../src/customer/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { mailboxOf, writes } from '../conversation-world.ts';
import { PEOPLE } from '../world-seed.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
let mailbox: Channel;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  mailbox = await mailboxOf(house.world);
  const emails = [{ address: 'wang@example.com' }];
  const places = [{ placeId: house.world.places.flat1202, relation: 'owner' }];
  await house.world.act('desk', addCustomer, addCustomerInput.parse({ name: '王小明', emails, places }));
});
afterEach((story) => house.leave(story));
after(() => house?.close());

const thread = (page: Page) => page.getByRole('group', { name: 'Messages' });
const answerField = (page: Page) => page.getByRole('textbox', { name: /^Answer to/ });

/** Opens the conversation of that line from the list. */
async function opens(page: Page, who: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: who }).click();
  await thread(page).waitFor();
}

test('the desk finds who waits longest, makes a matter of what he wrote, answers, takes it back and answers again [CHAN-02]', async () => {
  const { world } = house;
  await writes(world, mailbox, {
    from: 'wang@example.com',
    text: '厨房水管漏水，请派人来。',
    subject: '水管漏水',
    html: '<p>厨房<b>水管</b>漏水</p><img src="https://elsewhere.example/seen.png">',
  });
  await writes(world, mailbox, { from: 'li@example.com', text: '停车费多少？', subject: '停车费' });
  const page = await house.sit('desk', '/my-work');
  await page.getByRole('link', { name: /^Messages/ }).click();
  await page.getByRole('heading', { name: 'Messages', level: 1 }).waitFor();
  const rows = page.getByRole('grid').getByRole('row');
  await rows.filter({ hasText: '停车费' }).waitFor();
  assert.match(await rows.nth(1).innerText(), /王小明/, 'who has waited longest comes first, by the name we know');
  assert.match(await page.getByRole('link', { name: /^Messages/ }).innerText(), /2/, 'the rail counts who waits');
  assert.deepEqual(await hindrances(page), []);
  await opens(page, '王小明');
  await page.getByRole('button', { name: 'As it was sent' }).click();
  await page.getByRole('dialog').frameLocator('iframe').getByText('水管').waitFor();
  await page.getByRole('button', { name: 'Fetch the pictures' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });

  await page.getByRole('complementary').getByRole('button', { name: 'Open a matter' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^\S*\s*Leak/ }).click();
  assert.equal(
    await dialog.getByRole('textbox', { name: 'What the caller needs' }).inputValue(),
    '厨房水管漏水，请派人来。',
  );
  assert.deepEqual(await hindrances(page), []);
  assert.match(await dialog.getByRole('combobox', { name: 'Place' }).inputValue(), /1202/, 'where he lives');
  await dialog.getByText('Pipe or tap').click();
  await dialog.getByRole('button', { name: 'Save and promise' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /水管漏水/ })
    .waitFor();

  await answerField(page).fill('明天派师傅来');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const going = page.getByRole('group', { name: 'Take back' });
  await going.getByText(/Goes out in \d+ s/).waitFor();
  await going.getByRole('button', { name: 'Take back' }).click();
  await thread(page).getByText('Taken back, never sent').waitFor();
  assert.equal(await answerField(page).inputValue(), '明天派师傅来', 'its words are in the field again');
  await answerField(page).fill('今天下午派师傅来');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await going.getByText(/Goes out in/).waitFor();
  await thread(page).getByText('今天下午派师傅来').waitFor();
  assert.equal(await answerField(page).inputValue(), '');

  await page
    .getByRole('complementary')
    .getByRole('link', { name: /水管漏水/ })
    .click();
  await page.getByRole('button', { name: 'Answer by mail' }).click();
  await thread(page).getByText('今天下午派师傅来').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).fill('停车费多少');
  await page.getByRole('option', { name: /停车费/ }).click();
  await thread(page).getByText('停车费多少？').waitFor();
  assert.deepEqual(house.complaints, []);
});

test('whoever began to answer before a colleague did is told so, reads it, and loses no word', async () => {
  const { world } = house;
  const { conversationId, messageId } = await writes(world, mailbox, {
    from: 'chen@example.com',
    text: '电梯坏了',
    subject: '电梯',
  });
  const page = await house.sit('desk', `/messages/${conversationId}`);
  const other = await house.sit('supervisor', '/messages?view=open');
  await answerField(page).pressSequentially('马上派人');
  await other
    .getByRole('row')
    .filter({ hasText: '电梯' })
    .getByText(`${PEOPLE.desk[0]} is writing`)
    .waitFor({ state: 'attached' });
  await page.waitForTimeout(1_000);
  await page.reload();
  await page.waitForFunction((words) => document.querySelector('textarea')?.value === words, '马上派人');
  await answersBy(other, conversationId, { seen: messageId, text: '维保单位已在路上' });
  const told = page.getByRole('alert').filter({ hasText: 'has answered meanwhile' });
  await told.getByText('维保单位已在路上').waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByText('Somebody has answered meanwhile. Nothing was sent; read it first.').waitFor();
  assert.equal(await answerField(page).inputValue(), '马上派人', 'what was written is kept');
  await told.getByRole('button', { name: 'I have read it' }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page
    .getByRole('group', { name: 'Take back' })
    .getByText(/Goes out in/)
    .waitFor();
  assert.deepEqual(house.complaints, []);
});

/** Through the API, as whoever sits before that page: the form has a story of its own above. */
async function answersBy(page: Page, id: Id<'conversation'>, answer: { seen: string; text: string }): Promise<void> {
  const { address, world } = house;
  const sent = await page.request.post(`${address}/api/conversations/${id}/answers`, {
    headers: { 'x-huiyin': '1', origin: address, 'idempotency-key': newId(world.clock.now()) },
    data: { id: newId<'message'>(world.clock.now()), ...answer },
  });
  assert.ok(sent.ok(), await sent.text());
}

test('spam is closed with one press and opened again where that was a mistake; who writes is said once and known', async () => {
  const { world } = house;
  await writes(world, mailbox, { from: 'win@example.com', text: '您中奖了', subject: '中奖' });
  const page = await house.sit('desk', '/messages', { language: 'zh-hans' });
  await page.getByRole('row').filter({ hasText: '中奖' }).click();
  await page.getByRole('button', { name: /^结束会话/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '垃圾邮件' }).click();
  await page.waitForURL(/\/messages$/);
  await page.getByRole('row').filter({ hasText: '中奖' }).waitFor({ state: 'hidden' });
  await page.goto(`${house.address}/messages?view=closed`);
  await page.getByRole('row').filter({ hasText: '中奖' }).click();
  await page.getByRole('button', { name: '重新打开' }).click();
  await page.getByRole('button', { name: /^结束会话/ }).waitFor();
  await page.getByRole('button', { name: '新建客户' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '姓名' }).fill('赵先生');
  await page.getByRole('dialog').getByRole('button', { name: '新建客户' }).click();
  await page.getByRole('complementary').getByRole('link', { name: '赵先生' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});

test('on a telephone, in the dark: read, answered, and what became of each message said in words', async () => {
  const { world } = house;
  const { conversationId } = await writes(world, mailbox, {
    from: 'auto@example.com',
    text: '本人外出',
    quoted: '> 原来的话',
    subject: '自动回复',
    sort: 'automatic',
  });
  const page = await house.sit('desk', `/messages/${conversationId}`, { phone: true, dark: true });
  await thread(page)
    .getByText(/Written by a machine/)
    .waitFor();
  assert.equal(await page.getByText('原来的话').isVisible(), false, 'what is quoted is folded');
  await page.getByText('Show what is quoted').tap();
  await page.getByText('原来的话').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByText('Who and what', { exact: true }).tap();
  await page.getByText('Nobody has said yet who this is.').waitFor();
  assert.deepEqual(await hindrances(page), []);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${width} px`);
  assert.deepEqual(house.complaints, []);
});
