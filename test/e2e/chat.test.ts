import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
let shop: Server;
let shopAddress: string;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  const script = `${house.address}/chat.js`;
  const policy = `default-src 'none'; script-src ${house.address}; connect-src ${house.address}; style-src 'none'; base-uri 'none'`;
  shop = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.setHeader('content-security-policy', policy);
    answer.end(
      `<!doctype html><html lang="zh-CN"><head><title>Shop</title><meta name="viewport" content="width=device-width"></head>
       <body><main><h1>Shop</h1><p>Goods.</p></main><script src="${script}" async></script></body></html>`,
    );
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopAddress = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
after(async () => {
  shop?.close();
  await house?.close();
});

const said = (page: Page) => page.getByRole('log').getByRole('listitem');

test('the administrator adds a chat; a visitor of the page and a colleague speak, and nothing is lost or doubled whatever breaks [CHAN-04]', async () => {
  const admin = await house.sit('admin', '/administration/channels');
  await admin.getByRole('button', { name: 'Add a chat' }).first().click();
  await admin.getByRole('textbox', { name: 'Name' }).fill('Online');
  await admin.getByRole('textbox', { name: /^Pages elsewhere/ }).fill(shopAddress);
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: /^Add a chat/ })
    .click();
  await admin.getByRole('link', { name: 'Online' }).click();
  await admin.getByText('chat.js').waitFor();
  await admin.close();

  const desk = await house.sit('desk', '/messages');
  await desk.getByRole('switch', { name: 'I take no chats' }).click();
  await desk.getByRole('switch', { name: 'I take chats' }).waitFor();
  const visitor = await house.come('/c');
  await visitor.getByRole('button', { name: 'Chat with us' }).click();
  await visitor.getByRole('textbox', { name: 'What can we do' }).fill('When is the lift mended?');
  await visitor.getByRole('textbox', { name: 'Your name (if' }).fill('Lin');
  assert.deepEqual(await hindrances(visitor), []);
  await visitor.getByRole('button', { name: 'Start the chat' }).click();
  await visitor.getByText('You are number 1').waitFor();
  await desk.getByText('A visitor waits for you').waitFor();
  assert.deepEqual(await hindrances(desk), []);
  await desk.getByRole('button', { name: /^Accept/ }).click();
  await visitor.getByText('You are speaking with').waitFor();
  const answer = desk.getByRole('textbox', { name: /^Answer to/ });
  await answer.fill('By four this afternoon.');
  await answer.press('Enter');
  await said(visitor).filter({ hasText: 'By four' }).waitFor();
  await visitor.getByRole('textbox', { name: 'Your message' }).pressSequentially('G');
  await desk.getByText('The visitor is writing').waitFor();

  // one answer is lost on its way back: the server has the line, the browser does not know
  let lost = 0;
  await visitor.route('**/api/public/chat/lines', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await visitor.getByRole('textbox', { name: 'Your message' }).fill('Good.');
  await visitor.getByRole('textbox', { name: 'Your message' }).press('Enter');
  await desk.getByRole('group', { name: 'Messages' }).getByText('Good.').waitFor();
  // without a network, and the page loaded anew before there is one again
  await visitor.context().setOffline(true);
  await visitor.getByRole('textbox', { name: 'Your message' }).fill('Written offline.');
  await visitor.getByRole('textbox', { name: 'Your message' }).press('Enter');
  await visitor.getByText('Sending').first().waitFor();
  await visitor.context().setOffline(false);
  await visitor.reload();
  await desk.getByRole('group', { name: 'Messages' }).getByText('Written offline.').waitFor();
  await visitor.getByText('You are speaking with').waitFor();
  await visitor.waitForFunction(() => {
    const root = [...document.querySelectorAll('div')].find((one) => one.shadowRoot)?.shadowRoot;
    return root?.querySelectorAll('.log li').length === 4 && !root.querySelector('[data-pending]');
  });
  assert.equal(lost, 1);
  const texts = await said(visitor).locator('p').allInnerTexts();
  assert.deepEqual(texts, ['When is the lift mended?', 'By four this afternoon.', 'Good.', 'Written offline.']);

  await visitor.getByRole('button', { name: 'End the chat' }).click();
  await visitor.getByRole('radio', { name: 'Very good' }).check();
  assert.deepEqual(await hindrances(visitor), []);
  await visitor.getByRole('button', { name: 'Send rating' }).click();
  await visitor.getByText('Your rating is here').waitFor();
  await desk.getByText('The visitor gave it 5 of 5').waitFor();
  assert.deepEqual(await hindrances(desk), []);
});

test('by one line in a page with a strict policy the chat stands there, in the page’s language, by the keyboard alone', async () => {
  const page = await house.come('/c', { phone: true });
  const blocked: string[] = [];
  page.on('console', (line) => line.type() === 'error' && blocked.push(line.text()));
  await page.goto(shopAddress);
  const launch = page.getByRole('button', { name: '在线咨询' });
  await launch.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: /在线咨询/ }).waitFor();
  await dialog.getByRole('textbox', { name: '请问有什么可以帮您？' }).fill('有货吗？');
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: '开始咨询' }).press('Enter');
  await dialog.getByText('您排在第').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await launch.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one), true);
  await page.reload();
  await page.getByRole('log').getByText('有货吗？').waitFor();
  assert.deepEqual(blocked, [], 'the policy of the page was kept to');
});

test('before it opens it weighs 30 kB at most', () => {
  const bytes = gzipSync(readFileSync(join(import.meta.dirname, '../../dist/web/chat.js'))).length;
  assert.ok(bytes <= 30_000, `${bytes} bytes`);
});
