import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { Webhook as Receiver } from 'standardwebhooks';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { takeInMatter } from '../story.ts';
import { hindrances } from './browser.ts';
import type { House } from './house.ts';
import { openHouse } from './house.ts';

let house: House;
before(async () => {
  house = await openHouse({ at: '2026-11-16T09:00:00+08:00', privateWebhooks: true });
  await takeInMatter(house.world, 'leak');
  await takeInMatter(house.world, 'complaint');
});
afterEach((story) => house.leave(story));
after(() => house?.close());

test('a list is taken out as it is narrowed on the screen', async () => {
  const page = await house.sit('desk', '/tickets?kind=leak');
  await page.getByRole('button', { name: 'Take out' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take out: Tickets' });
  await dialog.waitFor();
  assert.deepEqual(await hindrances(page), []);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'CSV' }).click(),
  ]);
  await page.getByText('1 row taken out.').waitFor();
  const text = await readFile(await file.path(), 'utf8');
  assert.match(file.suggestedFilename(), /^Tickets 2026-11-16\.csv$/);
  assert.equal(text.trim().split('\r\n').length, 2);
  assert.match(text, /Leak/);
});

test('another system is connected, hears a test, and its delivery is seen and sent again', async () => {
  const heard: { raw: string; headers: Record<string, string> }[] = [];
  const server = createServer((request, response) => {
    let raw = '';
    request.on('data', (piece) => (raw += piece));
    request.on('end', () => {
      heard.push({ raw, headers: request.headers as Record<string, string> });
      response.writeHead(200).end('thank you');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/huiyin`;
  const page = await house.sit('admin', '/administration/webhooks');
  await page.getByRole('heading', { name: 'No other system is connected' }).waitFor();
  await page.getByRole('button', { name: 'Connect a system' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a system' });
  await dialog.getByLabel('Name').fill('Accounting');
  await dialog.getByLabel('Address').fill(url);
  await dialog.getByRole('checkbox', { name: 'A ticket was closed' }).check();
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: 'Connect a system' }).click();
  const secret = await dialog.getByText(/^whsec_/).innerText();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await page.getByRole('link', { name: 'Accounting' }).click();
  await page.getByRole('heading', { name: 'Nothing was sent yet' }).waitFor();
  await page.getByRole('button', { name: 'Send a test' }).click();
  const log = page.getByRole('table', { name: 'Sent in the last 30 days' });
  await log.getByText('Delivered').waitFor();
  assert.ok(heard[0]!.headers['webhook-signature']!.includes(signature(secret, heard[0]!)));
  assert.deepEqual(await hindrances(page), []);
  await log.getByRole('button', { name: 'Test' }).click();
  const delivery = page.getByRole('dialog', { name: 'Delivery' });
  await delivery.getByText('thank you').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await delivery.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('1 delivery is sent again.').waitFor();
  const began = performance.now();
  while (heard.length < 2 && performance.now() - began < 10_000) await page.waitForTimeout(50);
  assert.equal(heard[1]?.headers['webhook-id'], heard[0]!.headers['webhook-id']);
  server.closeAllConnections();
  server.close();
});

type Heard = { raw: string; headers: Record<string, string> };
/** By the library itself; the house's clock is not the machine's, so that the time is taken from the delivery. */
const signature = (secret: string, { raw, headers }: Heard) => {
  const at = { getTime: () => Number(headers['webhook-timestamp']) * 1000 } as Date;
  return new Receiver(secret).sign(headers['webhook-id']!, at, raw);
};

test('a list is brought in: looked at, a refused row explained, taken in and taken back', async () => {
  const page = await house.sit('desk', '/customers');
  await page.getByRole('button', { name: 'Bring in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bring in: Customers' });
  await dialog.getByRole('link', { name: 'Example (CSV)' }).waitFor();
  assert.deepEqual(await hindrances(page), []);
  const file = 'Name,Phone,Place,Born\r\nAnna Berg,13700000077,3-1202,1980\r\nOtto Lang,137****0078,9-999,1981\r\n';
  await dialog
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'residents.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('heading', { name: 'Columns' }).waitFor();
  assert.equal(await page.getByLabel('Phone', { exact: true }).inputValue(), '1');
  await page.getByLabel('Note').selectOption({ label: 'Born' });
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Look at what would come of it' }).click();
  await page.getByText('1 row adds something, 0 change something. 1 row is refused and stays out.').waitFor();
  const refused = page.getByRole('row', { name: /Otto Lang/ });
  await refused.getByText('This number is masked; write all of it.').waitFor();
  await refused.getByText('There is no place “9-999”.').waitFor();
  assert.deepEqual(await hindrances(page), []);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the refused rows' }).click(),
  ]);
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n');
  assert.equal(lines[0], 'Name,Phone,Place,Born,Why');
  assert.match(lines[1]!, /^Otto Lang,137\*{4}0078,9-999,1981,.*This number is masked/);
  await page.getByRole('button', { name: 'Take in' }).click();
  await page.getByText('Taken in', { exact: true }).waitFor();
  const anna = () =>
    house.world.read((tx) => tx.selectFrom('customer').select('note').where('name', '=', 'Anna Berg').execute());
  assert.deepEqual(await anna(), [{ note: '1980' }]);
  await page.getByRole('button', { name: 'Take the import back' }).click();
  const ask = page.getByRole('dialog', { name: 'Take the whole import back?' });
  assert.deepEqual(await hindrances(page), []);
  await ask.getByRole('button', { name: 'Take the import back' }).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
  assert.deepEqual(await anna(), []);
  assert.deepEqual(await hindrances(page), []);
});

test('the old register of matters is brought in from the page of files: what is open goes on, what was touched stays', async () => {
  const page = await house.sit('admin', '/imports');
  await page.getByRole('button', { name: 'Bring in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bring in' });
  await dialog.getByLabel('What is in the file?').selectOption({ label: 'Tickets' });
  await dialog.getByText(/One without is opened: its clocks run from when it was received/).waitFor();
  assert.deepEqual(await hindrances(page), []);
  const file = [
    'Number,Matter,Opened,Closed,Kind,Caller,Accountable,Outcome',
    'R-1,Lift rattles,2026-11-02 10:00,,Complaint,Anna Berg,何主管,Mechanic called',
    'R-2,Card handed out,2026-10-02 10:00,2026-10-02 10:10,Request,Otto Lang,,Done',
    'R-3,Noise at night,2026-11-12 23:00,,Party,Otto Lang,Nobody,',
    'R-4,Bill is wrong,2026-11-13 09:00,,Complaint,Eva Kern,,',
  ].join('\r\n');
  await dialog
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('heading', { name: 'Columns' }).waitFor();
  await page.getByRole('button', { name: 'Look at what would come of it' }).click();
  await page.getByText('3 rows add something, 0 change something. 1 row is refused and stays out.').waitFor();
  const refused = page.getByRole('row', { name: /Noise at night/ });
  await refused.getByText('There is no kind “Party”.').waitFor();
  await refused.getByText('Nobody called “Nobody” works here.').waitFor();
  assert.deepEqual(await hindrances(page), []);
  await page.getByRole('button', { name: 'Take in' }).click();
  await page.getByText('Taken in', { exact: true }).waitFor();
  const tickets = await house.sit('supervisor', '/tickets?late=true');
  await tickets.getByText('Lift rattles').first().click();
  await tickets.getByText('Mechanic called').waitFor();
  await tickets.goto(`${house.address}/notifications`);
  await tickets.getByText(/brought in an open matter you answer for; 1 late already/).waitFor();
  const [touched] = await house.world.read((tx) =>
    tx.selectFrom('ticket').select('id').where('imported_from', '=', 'list:R-1').execute(),
  );
  await house.world.act('supervisor', addNote, touched!.id, { text: 'Called her', mentions: [] });
  await page.getByRole('button', { name: 'Take the import back' }).click();
  const ask = page.getByRole('dialog', { name: 'Take the whole import back?' });
  await ask.getByRole('button', { name: 'Take the import back' }).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
  const kept = page.getByRole('row', { name: /Lift rattles/ });
  await kept.getByText('It has been changed since; taking it back would undo that too.').waitFor();
  assert.deepEqual(await hindrances(page), []);
  const left = await house.world.read((tx) =>
    tx.selectFrom('ticket').select('imported_from').where('imported_from', 'like', 'list:R-%').execute(),
  );
  assert.deepEqual(left, [{ imported_from: 'list:R-1' }]);
});

test("one's calendar gets a secret address in one's account, is read without signing in, and ends there", async () => {
  const page = await house.sit('maintenance', '/account');
  const calendars = page.getByRole('table', { name: 'Calendar' });
  const own = calendars.getByRole('row', { name: /Your own/ });
  await own.getByRole('button', { name: 'Make an address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar address' });
  const address = await dialog.getByText(/\.ics$/).innerText();
  assert.deepEqual(await hindrances(page), []);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\nVERSION:2\.0/);
  await own.getByRole('button', { name: 'End it' }).click();
  const ask = page.getByRole('dialog', { name: 'End this calendar address?' });
  await ask.getByRole('button', { name: 'End it' }).click();
  await own.getByRole('button', { name: 'Make an address' }).waitFor();
  assert.equal((await fetch(address)).status, 404);
  assert.deepEqual(await hindrances(page), []);
});

test('nothing was complained of', () => {
  assert.deepEqual(house.complaints, []);
});
