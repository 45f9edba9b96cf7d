import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

const SECRET = 'the-password-of-the-mailbox';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach(() => house.leave());
after(() => house?.close());

test('a mailbox is added, tried out with what its servers said, switched off and ended; its secret is never shown again', async () => {
  const page = await house.sit('admin', '/administration/channels');
  await page.getByRole('heading', { name: 'No mailboxes yet' }).waitFor();
  await page.getByRole('button', { name: 'Add a mailbox' }).click();
  const form = page.getByRole('dialog', { name: 'Add a mailbox' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Service');
  await form.getByRole('textbox', { name: 'Address' }).fill('service@huiyin.example');
  for (const way of ['Receiving (IMAP)', 'Sending (SMTP)']) {
    const server = form.getByRole('group', { name: way });
    await server.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1');
    await server.getByRole('textbox', { name: 'Port' }).fill('9');
  }
  await form.getByRole('textbox', { name: 'User name' }).fill('service');
  await form.getByLabel('Password', { exact: false }).first().fill(SECRET);
  assert.deepEqual(await hindrances(page), []);
  await form.getByRole('button', { name: 'Add a mailbox' }).click();
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
  await page.getByRole('heading', { name: 'No mailboxes yet' }).waitFor();
  assert.deepEqual(house.complaints, []);
});
