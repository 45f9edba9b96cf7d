import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { epochOf, plus, systemClock } from '../../src/kernel/time.ts';
import { headersOf } from '../../src/webhook/webhook.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

const SECRET = 'the-password-of-the-mailbox';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('a mailbox is added, tried out with what its servers said, switched off and ended; its secret is never shown again', async () => {
  const page = await house.sit('admin', '/administration/channels');
  await page.getByRole('heading', { name: 'No channels yet' }).waitFor();
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const form = page.getByRole('dialog', { name: 'Add a channel' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Service');
  await form.getByRole('textbox', { name: 'Address', exact: true }).fill('service@huiyin.example');
  for (const way of ['Receiving (IMAP)', 'Sending (SMTP)']) {
    const server = form.getByRole('group', { name: way });
    await server.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1');
    await server.getByRole('textbox', { name: 'Port' }).fill('9');
  }
  await form.getByRole('textbox', { name: 'User name' }).fill('service');
  await form.getByLabel('Password', { exact: false }).first().fill(SECRET);
  assert.deepEqual(await hindrances(page), []);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  assert.deepEqual([kept.includes('service@huiyin.example'), kept.includes(SECRET)], [true, false]);
  await page.reload();
  await page.getByRole('button', { name: 'Add a channel' }).click();
  assert.equal(
    await form.getByRole('textbox', { name: 'Address', exact: true }).inputValue(),
    'service@huiyin.example',
  );
  const password = form.getByLabel('Password', { exact: false }).first();
  assert.equal(await password.inputValue(), '', 'half-typed work survives a reload, a password does not');
  await password.fill(SECRET);
  await form.getByRole('button', { name: 'Add a channel' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Service', exact: true }).click();

  await page.getByRole('button', { name: 'Try it out' }).click();
  const tried = page.getByRole('dialog', { name: 'Try it out' });
  await tried.getByText('Nothing comes in').waitFor();
  await tried.getByText('Nothing goes out').waitFor();
  assert.match(await tried.innerText(), /ECONNREFUSED|refused/i, 'what was said stands there');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Change/ }).click();
  const change = page.getByRole('dialog', { name: 'Change' });
  assert.equal(await change.getByLabel('Password', { exact: false }).first().inputValue(), '');
  await change.getByRole('textbox', { name: 'Name', exact: true }).fill('Service desk');
  await change.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Service desk' }).waitFor();
  assert.equal((await page.content()).includes(SECRET), false);

  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('Switched off').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('heading', { name: 'No channels yet' }).waitFor();
});

test('a connector is added: where it calls and its secret are shown once; a new one is made, and a group stands with its members [CHAN-09]', async () => {
  const page = await house.sit('admin', '/administration/channels');
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const form = page.getByRole('dialog', { name: 'Add a channel' });
  await form
    .getByRole('combobox', { name: 'Sort' })
    .selectOption({ label: 'Connector (QQ, Wangwang, Telegram and others)' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('QQ');
  await form.getByRole('textbox', { name: 'Account' }).fill('10001');
  await form.getByRole('textbox', { name: 'Address for answers' }).fill('https://connector.example/huiyin');
  assert.deepEqual(await hindrances(page), []);
  await form.getByRole('button', { name: 'Add a channel' }).click();
  const secret = (await form.getByText(/^whsec_/).textContent())!;
  const hook = (await form.getByText(/\/api\/hooks\//).textContent())!;
  await form.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('link', { name: 'QQ', exact: true }).click();
  await page.getByText('Nothing came in yet').waitFor();
  assert.equal((await page.content()).includes(secret), false);

  const body = JSON.stringify({
    id: '1',
    conversation: 'room',
    from: { id: 'w', name: '王姐' },
    text: '电梯怎么又停了？',
    group: {
      name: '3 栋业主群',
      members: [
        { id: 'w', name: '王姐' },
        { id: 'g', name: '管家', sort: 'staff' },
      ],
    },
  });
  const now = plus(house.world.clock.now(), epochOf(systemClock.now()) - house.began);
  const handed = await fetch(hook, { method: 'POST', body, headers: headersOf('1', now, body, [secret]) });
  assert.equal(handed.status, 200, await handed.text());
  await page.getByText('In order').waitFor();
  await page.getByRole('button', { name: 'New secret' }).click();
  const ask = page.getByRole('dialog', { name: 'New secret' });
  await ask.getByRole('button', { name: 'New secret' }).click();
  assert.notEqual(await ask.getByText(/^whsec_/).textContent(), secret);
  await ask.getByRole('button', { name: 'I have kept it' }).click();

  const desk = await house.sit('desk', '/messages');
  await desk.getByText('3 栋业主群').click();
  await desk.getByRole('heading', { name: 'Members (2)' }).waitFor();
  await desk.getByText('管家 Ours').waitFor();
  await desk.getByRole('button', { name: 'Answer this' }).click();
  await desk.getByText('Answering 王姐: 电梯怎么又停了？').waitFor();
  await desk.getByRole('button', { name: 'Change the group' }).click();
  const group = desk.getByRole('dialog', { name: 'Change the group' });
  await group.getByRole('combobox', { name: 'Tone' }).selectOption({ label: 'Friendly' });
  assert.deepEqual(await hindrances(desk), []);
  await group.getByRole('button', { name: 'Save' }).click();
  await desk.getByText('Tone: Friendly').waitFor();
  assert.deepEqual(house.complaints, []);
});
