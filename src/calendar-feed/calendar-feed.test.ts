import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { guardedBy } from '../auth/guarded.ts';
import { leave } from '../organisation/commands/leave.ts';
import { issueWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { setAppointment } from '../work-order/commands/set-appointment.ts';
import { cancelWorkOrder } from '../work-order/commands/take-steps.ts';
import { calendarFeedRoutes } from './routes.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, calendarFeedRoutes({ guarded: guardedBy(world.database) }));
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function make(who: PersonKey, departmentId?: string): Promise<string> {
  const { status, body } = await desk.send(who, 'POST', '/me/calendars', departmentId ? { departmentId } : {});
  assert.equal(status, 201, JSON.stringify(body));
  return `/${body['path']}`;
}

type Entry = Record<string, string>;

/** Reads it back as RFC 5545 has it: lines unfolded, properties without their parameters, texts unescaped. */
function parsed(text: string): { properties: Entry; entries: Entry[] } {
  assert.ok(text.endsWith('END:VCALENDAR') || text.endsWith('END:VCALENDAR\r\n'));
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(!/[^\r]\n/.test(text), 'lines end with CRLF');
  const properties: Entry = {};
  const entries: Entry[] = [];
  let open: Entry | null = null;
  for (const line of text.replaceAll('\r\n ', '').split('\r\n')) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (!name) continue;
    if (line === 'BEGIN:VEVENT') open = {};
    else if (line === 'END:VEVENT') {
      entries.push(open!);
      open = null;
    } else (open ?? properties)[name] = value!.replaceAll(/\\([,;\\])/g, '$1');
  }
  for (const entry of entries)
    for (const needed of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'SUMMARY', 'STATUS'])
      assert.ok(entry[needed] !== undefined, `${needed} of ${JSON.stringify(entry)}`);
  assert.equal(new Set(entries.map((entry) => entry['UID'])).size, entries.length);
  return { properties, entries };
}

async function read(path: string) {
  const { status, bytes, headers } = await desk.take('guard', 'GET', path);
  assert.equal(status, 200, bytes.toString());
  assert.match(String(headers['content-type']), /^text\/calendar; charset=utf-8/);
  assert.equal(headers['cache-control'], 'no-store');
  return { text: bytes.toString(), ...parsed(bytes.toString()) };
}

const isAppointment = (entry: Entry): boolean => entry['UID']!.startsWith('work-order-');

describe('a calendar', () => {
  let order: string;
  let path: string;
  before(async () => {
    const ticket = await takeInMatter(world, 'leak');
    const issued = await world.act('desk', issueWorkOrder, ticket.id, {
      departmentId: world.departments['engineering'],
      personId: world.people.plumber,
      task: '上门查漏',
    });
    order = issued.id;
    await world.act('desk', setAppointment, order, {
      fromAt: '2026-09-28T07:30:00.000Z' as never,
      untilAt: '2026-09-28T08:30:00.000Z' as never,
      note: '陈先生 13800001202',
    });
    path = await make('plumber');
  });

  test('holds the appointment at its time, with number, kind and place, and neither names nor telephones', async () => {
    const { properties, entries, text } = await read(path);
    assert.deepEqual([properties['VERSION'], properties['X-WR-TIMEZONE']], ['2.0', 'Asia/Shanghai']);
    const [entry] = entries.filter(isAppointment);
    assert.deepEqual([entry!['DTSTART'], entry!['DTEND']], ['20260928T073000Z', '20260928T083000Z']);
    assert.match(entry!['SUMMARY']!, /^\d+-1 · .*漏.* · 3-1202$/);
    assert.deepEqual([entry!['LOCATION'], entry!['STATUS']], ['3栋1202', 'CONFIRMED']);
    assert.ok(!/陈先生|1380000/.test(text));
  });

  test('moved, it is the same entry of a higher sequence; cancelled, it says so', async () => {
    const [before] = (await read(path)).entries.filter(isAppointment);
    await world.act('desk', setAppointment, order, {
      fromAt: '2026-09-29T07:30:00.000Z' as never,
      untilAt: '2026-09-29T08:30:00.000Z' as never,
      note: '',
    });
    const [moved, another] = (await read(path)).entries.filter(isAppointment);
    assert.equal(another, undefined);
    assert.deepEqual([moved!['UID'], moved!['DTSTART']], [before!['UID'], '20260929T073000Z']);
    assert.ok(Number(moved!['SEQUENCE']) > Number(before!['SEQUENCE']));
    await world.act('desk', cancelWorkOrder, order, { reason: '客户取消', version: undefined });
    const [cancelled] = (await read(path)).entries.filter(isAppointment);
    assert.deepEqual([cancelled!['UID'], cancelled!['STATUS']], [before!['UID'], 'CANCELLED']);
    assert.ok(Number(cancelled!['SEQUENCE']) > Number(moved!['SEQUENCE']));
  });

  test('of whoever owes something holds the promise at its due time; names only where the rule lets them', async () => {
    const own = await make('desk');
    const due = await world.read((tx) =>
      tx
        .selectFrom('commitment')
        .select(['id', 'due_at'])
        .where('owner_id', '=', world.people.desk)
        .where('settled_at', 'is', null)
        .execute(),
    );
    assert.ok(due.length > 0);
    const { entries } = await read(own);
    for (const { id, due_at } of due) {
      const entry = entries.find((one) => one['UID']!.startsWith(`promise-${id}@`));
      assert.equal(entry!['DTEND'], due_at.replaceAll(/[-:]|\.\d+/g, ''));
    }
    assert.ok(!(await read(own)).text.includes('DESCRIPTION'));
    assert.equal((await desk.send('desk', 'PUT', '/calendar-rule', { names: true })).body['code'], 'right.missing');
    assert.equal((await desk.send('admin', 'PUT', '/calendar-rule', { names: true })).status, 200);
    const named = (await read(own)).text;
    assert.match(named, /DESCRIPTION:陈先生/);
    assert.ok(!named.includes('13800001202'));
    await desk.send('admin', 'PUT', '/calendar-rule', { names: false });
  });
});

describe('its address', () => {
  test('is kept as a digest, is another once made again, and nothing once ended', async () => {
    const first = await make('electrician');
    const secret = /calendar-feeds\/(.+)\.ics/.exec(first)![1]!;
    const kept = await world.read((tx) => tx.selectFrom('calendar_feed').select('hash').execute());
    assert.ok(secret.length >= 43 && kept.every(({ hash }) => hash !== secret));
    await read(first);
    await read(first.replace('.ics', ''));
    const second = await make('electrician');
    assert.equal((await desk.take('guard', 'GET', first)).status, 404);
    await read(second);
    const { body } = await desk.get('electrician', '/me/calendars');
    assert.equal(body['items'].length, 1);
    assert.equal(body['items'][0].lastUsedAt, world.clock.now());
    assert.equal((await desk.send('desk', 'DELETE', `/me/calendars/${body['items'][0].id}`)).status, 404);
    await read(second);
    await desk.send('electrician', 'DELETE', `/me/calendars/${body['items'][0].id}`);
    assert.equal((await desk.take('guard', 'GET', second)).status, 404);
  });

  test('of a department is for its head only, and holds what all of it has', async () => {
    const { body } = await desk.get('maintenance', '/me/calendars');
    const [headed] = body['departments'];
    const refused = await desk.send('plumber', 'POST', '/me/calendars', { departmentId: headed.id });
    assert.equal(refused.body['code'], 'calendar_feed.not_its_head');
    await takeInMatter(world, 'leak');
    const { entries } = await read(await make('maintenance', headed.id));
    assert.ok(entries.length > 0);
    const others = await read(
      await make('cleaning', (await desk.get('cleaning', '/me/calendars')).body['departments'][0].id),
    );
    assert.deepEqual(others.entries, []);
  });

  test('of whoever has left is not there', async () => {
    const path = await make('lift');
    await read(path);
    await world.act('admin', leave, world.people.lift, { reason: 'resigned', successorId: world.people.fitter });
    assert.equal((await desk.take('guard', 'GET', path)).status, 404);
  });

  test('cannot be guessed at for long', async () => {
    const wrong = () => desk.take('guard', 'GET', `/calendar-feeds/${'x'.repeat(43)}.ics`);
    for (let at = 0; at < 5; at += 1) assert.equal((await wrong()).status, 404);
    const refused = await wrong();
    assert.deepEqual([refused.status, refused.headers['retry-after'] !== undefined], [429, true]);
  });
});
