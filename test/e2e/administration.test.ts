import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openTicket } from '../../src/ticket/commands/open-ticket.ts';
import { openTicketInput } from '../../src/ticket/inputs.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
});
afterEach((story) => house.leave(story));
after(() => house?.close());

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const part = (page: Page, section: string, name: string) =>
  region(page, section).getByRole('group', { name, exact: true }).first();
/** Opens the fold of one thing in a list. */
const unfold = (page: Page, section: string, name: string) =>
  part(page, section, name).locator('summary').first().click();

async function apply(page: Page, why: string): Promise<void> {
  await page.getByRole('button', { name: 'What would it change?' }).click();
  await page.getByLabel('Why').fill(why);
  await page.getByRole('button', { name: 'Apply as a new version' }).click();
}

const leaking = (placeId: string) => ({
  kind: 'leak',
  title: '厨房漏水',
  channel: 'phone',
  callerName: '陈先生',
  placeId,
  fields: { leak_from: 'pipe' },
});

async function lift(): Promise<string> {
  const { world } = house;
  const input = {
    kind: 'repair_safety',
    title: '电梯停运',
    channel: 'phone',
    callerName: '陈先生',
    placeId: world.places.flat1202,
    fields: { facility: 'lift' },
  };
  return (await world.act('desk', openTicket, openTicketInput.parse(input))).id;
}

describe('the administrator', () => {
  test('a field made required when entering a stage is asked for as the ticket is taken there', async () => {
    const page = await house.sit('admin', '/administration/kinds');
    await page.getByRole('link', { name: 'Leak' }).click();
    await region(page, 'Fields').waitFor();
    await unfold(page, 'Fields', 'Damage done');
    const damage = part(page, 'Fields', 'Damage done');
    await damage.getByText(/Needed by stages/).click();
    await damage.getByRole('group', { name: 'Before it comes to' }).getByLabel('Being repaired').check();
    assert.deepEqual(await hindrances(page), []);
    await page.reload();
    await page.getByRole('button', { name: 'What would it change?' }).waitFor();
    await apply(page, 'Damage is known before anybody repairs');
    await page.getByText('Version 2 holds for what is opened from now on.').first().waitFor();
    const { world } = house;
    const { id } = await world.act('desk', openTicket, openTicketInput.parse(leaking(world.places.flat1202)));
    const desk = await house.sit('desk', `/tickets/${id}`);
    await desk.getByRole('button', { name: 'Being repaired' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Being repaired' }).click();
    await dialog.getByText('This is needed').waitFor();
    await dialog.getByLabel('Damage done').fill('地板泡水');
    await dialog.getByRole('button', { name: 'Being repaired' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.getByText('地板泡水').first().waitFor();
  });

  test('what has to be brought is set for a kind; the desk reads it on the matter, and who was named looks at it', async () => {
    const page = await house.sit('admin', '/administration/kinds/leak');
    await page.getByRole('button', { name: 'Add a paper' }).click();
    await unfold(page, 'What has to be brought', 'paper_1');
    const paper = part(page, 'What has to be brought', 'paper_1');
    await paper.getByText('The name is needed in every language.').first().waitFor();
    await paper.getByLabel('Name: 简体中文').fill('不动产权证');
    await paper.getByLabel('Name: 繁體中文').fill('不動產權證');
    await paper.getByLabel('Name: English').fill('Title deed');
    const named = part(page, 'What has to be brought', 'Title deed');
    await named.getByLabel('How it is brought').selectOption({ label: 'copy' });
    await named.getByLabel('Asked only where').selectOption({ label: 'Where the water comes from' });
    await named.getByLabel('holds').selectOption({ label: 'Pipe or tap' });
    assert.deepEqual(await hindrances(page), []);
    await apply(page, 'The insurer wants it');
    await page
      .getByText(/holds for what is opened from now on/)
      .first()
      .waitFor();
    const { world } = house;
    const id = await world.act('desk', openTicket, openTicketInput.parse(leaking(world.places.flat1202)));
    const desk = await house.sit('desk', `/tickets/${id.id}`);
    await desk.getByText('Title deed').first().waitFor();
    await desk.getByText('copy').first().waitFor();
    assert.equal(await desk.getByRole('button', { name: 'Look at papers' }).isEnabled(), false);
    const supervisor = await house.sit('supervisor', `/tickets/${id.id}`);
    await supervisor.getByRole('button', { name: 'Look at papers' }).click();
    await supervisor.getByRole('button', { name: 'All in order' }).click();
    await supervisor.getByRole('button', { name: 'Save' }).click();
    await supervisor.getByText('All papers are in order').waitFor();
  });

  test('removing a stage in use demands where its tickets go; they are taken over, and the version is put back', async () => {
    await lift();
    const page = await house.sit('admin', '/administration/kinds/repair_safety');
    await region(page, 'Stages').waitFor();
    await page.getByRole('button', { name: 'Remove: Registered' }).click();
    await page
      .getByText(/the first stage must be a new one/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    // a second beginning takes the place of the first
    await page.getByRole('button', { name: 'Move down: Registered' }).waitFor();
    await replaceFirstStage(page);
    await page.getByLabel('They are taken over to this one').check({ force: true });
    await page.getByRole('button', { name: 'What would it change?' }).click();
    await page.getByText(/1 open ticket is taken over/).waitFor();
    await page.getByLabel('Why').fill('One name for all repairs');
    await page.getByRole('button', { name: 'Apply as a new version' }).click({ force: true });
    await page
      .getByText(/which is not there any more: say where they go/)
      .first()
      .waitFor();
    await page.getByLabel(/Registered: 1 ticket goes to/).selectOption({ label: 'Taken in' });
    await page.getByRole('button', { name: 'What would it change?' }).click();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Apply as a new version' }).click();
    await region(page, 'Taking over to new versions').getByText('Done').waitFor();
    await region(page, 'Taking over to new versions').getByText('1 of 1').waitFor();
    await page.getByRole('button', { name: 'Put back version 1' }).click();
    await part(page, 'Stages', 'Registered').waitFor();
    await page.getByLabel(/Taken in: 1 ticket goes to/).selectOption({ label: 'Registered' });
    await apply(page, 'Back as it was');
    await page.getByText('Version 3 holds for what is opened from now on.').first().waitFor();
  });

  test('a post says who gains and loses what before it is saved, wants the reason, and its former state comes back', async () => {
    const page = await house.sit('admin', '/administration/posts');
    await page.getByRole('table', { name: 'Posts' }).getByRole('link', { name: 'Electrician' }).click();
    await page.getByLabel('See board and figures').selectOption({ index: 3 });
    await region(page, 'What it gives and takes')
      .getByText(/See board and figures: not at all →/)
      .waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('This is needed').first().waitFor();
    await page.getByLabel('Why').fill('He reads the figures');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Electrician' }).click();
    await page.getByRole('button', { name: 'Put back version 1' }).click();
    await region(page, 'What it gives and takes')
      .getByText(/→ not at all/)
      .waitFor();
  });

  test('own words stand on every screen once they are applied, and the journal tells of all of it', async () => {
    const page = await house.sit('admin', '/administration/words');
    await page.getByLabel('Find words').fill('Places');
    await page.getByLabel('In all that is found, put').fill('Premises');
    await page.getByRole('button', { name: /^Replace in/ }).click();
    assert.deepEqual(await hindrances(page), []);
    await apply(page, 'As the house says');
    await page.getByText('Every screen speaks version 1 from now on.').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'House', exact: true }).click();
    await page.getByRole('link', { name: 'Premises' }).waitFor();
    await page.getByRole('navigation', { name: 'Administration' }).getByRole('link', { name: 'Journal' }).click();
    const journal = page.getByRole('table', { name: 'Journal' });
    await journal.getByRole('row', { name: /Words changed/ }).waitFor();
    await journal
      .getByRole('row', { name: /Post changed.*He reads the figures/ })
      .getByText('1 value')
      .click();
    await journal.getByText(/rights\.report\.see: – →/).waitFor();
    assert.deepEqual(await hindrances(page), []);
  });

  test('the configuration is taken out, changed by hand, tried and brought in', async () => {
    const page = await house.sit('admin', '/administration/configuration', { dark: true });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download the configuration' }).click(),
    ]);
    const read = JSON.parse(await readFile(await download.path(), 'utf8'));
    read.parts.settings.undoSeconds = 7;
    const buffer = Buffer.from(JSON.stringify(read));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'changed.json', mimeType: 'application/json', buffer });
    await page.getByRole('row', { name: /settings\.undoSeconds/ }).waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.getByLabel('Why').fill('Seven seconds are enough');
    await page.getByRole('button', { name: 'Make it so' }).click();
    await page.getByText('1 value was changed').first().waitFor();
  });

  test('who looked is listed of a customer, on a telephone in Chinese too', async () => {
    const desk = await house.sit('desk', `/customers/${house.world.customers.chen}`);
    await desk.getByRole('heading', { name: '陈先生' }).waitFor();
    const page = await house.sit('manager', `/customers/${house.world.customers.chen}`, {
      phone: true,
      language: 'zh-hans',
    });
    await page.getByRole('heading', { name: '陈先生' }).waitFor();
    await page.waitForTimeout(4_000);
    await page.getByRole('link', { name: '查看谁查阅过该客户资料' }).click();
    await page.getByRole('table', { name: '查阅记录' }).getByText('王前台').first().waitFor();
    assert.deepEqual(await hindrances(page), []);
    await page.goto(`${house.address}/administration/kinds/leak`);
    await page.getByRole('region', { name: '字段', exact: true }).waitFor();
    assert.deepEqual(await hindrances(page), []);
  });

  test('nothing was complained of', () => {
    assert.deepEqual(house.complaints, []);
  });
});

/** Names a new first stage, gives it the ways of the former one, and takes that away. */
async function replaceFirstStage(page: Page): Promise<void> {
  const stages = region(page, 'Stages');
  await stages.getByRole('button', { name: 'Add a stage' }).click();
  const made = stages.getByRole('group', { name: /^stage_/ }).first();
  await made.getByLabel('Name: English').fill('Taken in');
  const taken = stages.getByRole('group', { name: 'Taken in', exact: true }).first();
  await taken.getByLabel('Name: 简体中文').fill('已收到');
  await taken.getByLabel('Name: 繁體中文').fill('已收到');
  await taken.getByLabel('What clocks and figures see').selectOption('new');
  for (const next of ['Work order issued', 'Being repaired', 'Repaired, to be visited', 'Cancelled'])
    await taken.getByLabel(next, { exact: true }).check();
  for (let place = 0; place < 11; place += 1) await stages.getByRole('button', { name: 'Move up: Taken in' }).click();
  await stages.getByRole('button', { name: 'Remove: Registered' }).click();
}
