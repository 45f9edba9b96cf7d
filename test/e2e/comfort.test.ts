import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { keepMacro } from '../../src/macro/commands/keep-macro.ts';
import { macroInput } from '../../src/macro/inputs.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { cancelInput } from '../../src/ticket/inputs.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { PEOPLE } from '../world-seed.ts';
import { takeInMatter, ticketNow } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
let first: Ticket;
let second: Ticket;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00' });
  const { world } = house;
  first = await takeInMatter(world, 'leak', { title: '厨房漏水' });
  second = await takeInMatter(world, 'leak', { title: '厨房又漏水' });
  const steps = [
    { do: 'note', text: '{customer}:{title}' },
    { do: 'answer', text: '师傅马上到', channel: 'phone' },
  ];
  await world.act('desk', keepMacro, macroInput.parse({ name: '师傅马上到', steps }));
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('two tickets about one leak are merged, as was said before, and it is taken back', async () => {
  const page = await house.sit('supervisor', `/tickets/${second.id}`);
  await page.getByRole('button', { name: 'Merge' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Merge' });
  await dialog.getByRole('combobox', { name: 'With' }).fill(String(first.number));
  await page.getByRole('option', { name: new RegExp(String(first.number)) }).click();
  const said = dialog.getByRole('region', { name: 'What merging does' });
  await said.getByText(`${first.number} becomes part of it`, { exact: false }).waitFor();
  await said.getByText('These promises go on').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText(`merged ${first.number} into it`).first().waitFor();
  assert.equal((await ticketNow(house.world, first.id)).closed_as, 'duplicate');
  await page.getByRole('button', { name: 'Take it back out' }).click();
  await page.getByText('Taken back: both stand as they stood.').waitFor();
  assert.equal((await ticketNow(house.world, first.id)).closed_at, null);
});

test('a macro shows what it would do before it does it, by one key', async () => {
  const page = await house.sit('desk', `/tickets/${first.id}`);
  await page.getByRole('button', { name: 'Macro' }).first().waitFor();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Macro' });
  await dialog.getByText('师傅马上到').first().click();
  const shown = dialog.getByRole('region', { name: 'What it would do' });
  await shown.getByText('answered the customer').waitFor();
  assert.equal((await ticketNow(house.world, first.id)).answered_at, null, 'shown, not done');
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: 'Do all of it' }).click();
  await dialog.waitFor({ state: 'hidden' });
  assert.notEqual((await ticketNow(house.world, first.id)).answered_at, null);
});

test('a colleague is named in a note by pinyin and hears of it', async () => {
  const page = await house.sit('desk', `/tickets/${second.id}`);
  await page.getByRole('tab', { name: /Internal note/ }).click();
  await page.getByRole('textbox', { name: 'Internal note' }).fill('请看');
  await page.getByRole('button', { name: 'Mention' }).click();
  await page.getByRole('combobox', { name: 'Whom to mention' }).fill(PEOPLE.supervisor[0].slice(0, 1));
  await page.getByRole('option', { name: new RegExp(PEOPLE.supervisor[0]) }).click();
  assert.deepEqual(await hindrances(page), []);
  const kept = page.waitForResponse((answer) => answer.url().endsWith(`/tickets/${second.id}/notes`) && answer.ok());
  await page.getByRole('button', { name: 'Add the note' }).click();
  // the text stands in the field before it stands on the timeline
  await kept;
  await page.getByText(`@${PEOPLE.supervisor[0]}`).first().waitFor();
  const [sight] = await house.world.read((tx) =>
    tx
      .selectFrom('ticket_sight')
      .select('told')
      .where('ticket_id', '=', second.id)
      .where('person_id', '=', house.world.people.supervisor)
      .execute(),
  );
  assert.equal(sight?.told, true);
});

test('snoozed, it leaves my list, and the list says that something is put off', async () => {
  const page = await house.sit('desk', `/tickets/${second.id}`);
  await page.getByRole('button', { name: 'Snooze' }).first().waitFor();
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Snooze' });
  await dialog.getByRole('button', { name: 'in 2 h' }).click();
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`${house.address}/my-work`);
  await page.getByRole('link', { name: 'one put off' }).waitFor();
  assert.equal(await page.getByRole('row', { name: /厨房又漏水/ }).count(), 0);
});

test('two see each other type, on the ticket and in the list, until the tab is closed', async () => {
  const one = await house.sit('desk', `/tickets/${first.id}`);
  const other = await house.sit('supervisor', `/tickets/${first.id}`);
  const list = await house.sit('manager', '/tickets');
  await one.getByText(`${PEOPLE.supervisor[0]} is looking`).waitFor();
  await other.getByRole('textbox', { name: 'Answer' }).pressSequentially('您好');
  await one.getByText(`${PEOPLE.supervisor[0]} is writing`).waitFor();
  await list
    .getByRole('row', { name: /厨房漏水/ })
    .getByText(`${PEOPLE.supervisor[0]} is writing`)
    .waitFor();
  await one.getByText(`${PEOPLE.supervisor[0]} has unsent words`).waitFor();
  await other.close();
  await one
    .getByText(PEOPLE.supervisor[0], { exact: false })
    .filter({ hasText: /unsent|writing|looking/ })
    .waitFor({ state: 'hidden' });
});

test('one act on several: the one refused says why, and the rest is taken back', async () => {
  const { world } = house;
  const gone = await takeInMatter(world, 'leak', { title: '阳台漏水' });
  const page = await house.sit('supervisor', '/tickets');
  await page.getByRole('row', { name: /阳台漏水/ }).waitFor();
  for (const title of [/厨房漏水/, /阳台漏水/])
    await page.getByRole('row', { name: title }).getByRole('checkbox').check();
  await page.keyboard.press('b');
  const dialog = page.getByRole('dialog', { name: '2 tickets chosen' });
  await dialog.getByText('Watch', { exact: true }).click();
  assert.deepEqual(await hindrances(page), []);
  // meanwhile somebody hands one to a person and ends it
  await world.act('supervisor', cancelTicket, gone.id, cancelInput.parse({ as: 'withdrawn', reason: '误报' }));
  await dialog.getByText('Hand over', { exact: true }).click();
  await dialog.getByRole('combobox', { name: 'To whom' }).click();
  await page.getByRole('option', { name: PEOPLE.desk2[0] }).first().click();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('换班');
  await dialog.getByRole('button', { name: 'Do it on all' }).click();
  await dialog.getByText('Done on 1 of 2').waitFor();
  await dialog.getByText(/is closed. Reopen it first/).waitFor();
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await dialog.getByText('Taken back on 1 of 1').waitFor();
  assert.equal((await ticketNow(world, first.id)).offered_to_id, null);
});

test('what most callers want is one key at the front desk, and all of it can be changed', async () => {
  const page = await house.sit('desk', '/front-desk');
  await page.getByRole('button', { name: /Lift stopped/ }).waitFor();
  await page
    .locator('main')
    .first()
    .click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('r');
  await page.getByRole('button', { name: /Repair of a safety facility/, pressed: true }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'In one line' }).inputValue(), 'The lift has stopped');
  assert.deepEqual(await hindrances(page), []);
  assert.deepEqual(house.complaints, []);
});
