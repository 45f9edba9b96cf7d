import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { codeAt, stepAt } from '../../src/auth/totp.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { OidcWorld } from '../oidc-world.ts';
import { openOidc } from '../oidc-world.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse, PASSWORD } from './house.ts';

let house: House;
let oidc: OidcWorld;
before(async () => {
  // a provider and an authenticator app read their own clocks
  house = await openHouse({ at: systemClock.now() });
  const redirect = `${house.address}/sign-in/returned`;
  const accounts = { desk: { sub: 'desk', preferred_username: 'desk' } };
  oidc = await openOidc({ clientId: 'huiyin', secret: null, redirect, accounts });
});
afterEach((story) => house.leave(story));
after(async () => {
  await oidc?.stop();
  await house?.close();
});

test('a second factor is set up, asked for at the door, and a backup code stands in for a lost telephone', async () => {
  const page = await house.sit('supervisor', '/account');
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Show the square' }).click();
  await dialog.getByRole('img', { name: 'Square to read with an authenticator app' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  const secret = (await dialog.getByText(/^[A-Z2-7]{32}$/).textContent())!;
  await dialog
    .getByRole('textbox', { name: 'Code the app shows' })
    .fill(await codeAt(secret, stepAt(systemClock.now())));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await dialog.getByRole('list', { name: 'Backup codes' }).waitFor();
  const codes = await dialog.getByRole('list', { name: 'Backup codes' }).getByRole('listitem').allTextContents();
  assert.equal(codes.length, 10);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('Backup codes left').waitFor();

  const enter = async () => {
    await page.context().clearCookies();
    await page.goto(`${house.address}/sign-in`);
    await page.getByRole('textbox', { name: 'User name' }).fill('supervisor');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Second step' }).waitFor();
  };
  await enter();
  assert.deepEqual(await hindrances(page), []);
  const box = page.getByRole('textbox', { name: 'Code from your app' });
  assert.equal(await box.getAttribute('autocomplete'), 'one-time-code');
  await page.reload();
  await page.getByRole('heading', { name: 'Second step' }).waitFor();
  await box.fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('The code is wrong').first().waitFor();
  await box.fill(await codeAt(secret, stepAt(systemClock.now()) + 1));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();

  await enter();
  await page.getByRole('button', { name: 'Use a backup code' }).click();
  await page.getByRole('textbox', { name: 'Backup code' }).fill(codes[0]!.toLowerCase());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'My work' }).waitFor();
});

test('the administrator adds a provider; its button at the door leads in and back', async () => {
  const page = await house.sit('admin', '/administration/security');
  await page.getByRole('button', { name: 'Add a provider' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name on the button' }).fill('Estate ID');
  await dialog.getByRole('textbox', { name: 'Issuer' }).fill(oidc.issuer);
  await dialog.getByRole('textbox', { name: 'Client id' }).fill('huiyin');
  await dialog.getByText('user name', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Try the address' }).click();
  await page.getByText('It answers as it should.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('table', { name: 'Single sign-on' }).getByText('Estate ID').waitFor();
  assert.deepEqual(await hindrances(page), []);

  await page.context().clearCookies();
  await page.goto(`${house.address}/sign-in`);
  await page.getByRole('button', { name: 'Sign in with Estate ID' }).click();
  await page.getByRole('link', { name: 'desk' }).click();
  // in his own language, which is not the one at the door
  await page.waitForURL('**/my-work');
  const session = await page.request.get(`${house.address}/api/session`);
  assert.equal((await session.json()).person.username, 'desk');
});

test('personal data: a rule is tried and turned on, and nothing hinders anybody on its page', async () => {
  const page = await house.sit('admin', '/administration/privacy', { dark: true });
  const row = page.getByRole('row', { name: /What was said in calls and visits/ });
  await row.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Days/ }).fill('365');
  await dialog.getByRole('button', { name: 'What would go?' }).click();
  await dialog.getByText('Nothing would go.').waitFor();
  await dialog.getByRole('textbox', { name: 'Why it is changed' }).fill('agreed with the owners');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row.getByText('365 days').waitFor();
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});
