import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import excel from 'exceljs';
import { sql } from 'kysely';
import { parse } from 'csv-parse/sync';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../test/desk-server.ts';
import { hire, takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { PersonKey } from '../../test/world-seed.ts';
import { newId } from '../kernel/id.ts';
import { domainRoutes } from '../routes.ts';
import { beginCurrentSurveys } from '../survey/commands/begin-surveys.ts';
import type { Edge } from '../platform/http/edge.ts';
import { csvCell } from '../platform/sheets/csv.ts';
import { customers as customerList } from './lists/customers.ts';
import { LISTS } from './lists.ts';
import { exchangeRoutes } from './routes.ts';
import { takeOut } from './take-out.ts';

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...deskRoutes, ...exchangeRoutes]);
  await takeInMatter(world, 'leak', { title: '=cmd|calc, 3-1202 "厨房"' });
  await takeInMatter(world, 'complaint');
  await world.act(null, beginCurrentSurveys);
  const [round] = await world.read((tx) => tx.selectFrom('survey_round').select('id').execute());
  for (const list of ['survey-receivers', 'survey-answers']) NEEDED[list] = { survey: round!.id };
});
after(async () => {
  await desk.close();
  await world.drop();
});

const id = () => newId<'list_taken_out'>(world.clock.now());

async function csv(who: PersonKey, list: string, query: Record<string, string> = {}) {
  const asked = id();
  const { status, bytes, headers } = await desk.take(who, 'POST', `/lists/${list}/take-out`, {
    id: asked,
    format: 'csv',
    query,
  });
  assert.equal(status, 200, bytes.toString());
  const text = bytes.toString();
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return { asked, text, rows, headers };
}

describe('cells of CSV', () => {
  const cases: [Parameters<typeof csvCell>[0], string][] = [
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['said "no"', '"said ""no"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-5', "'-5"],
    ['@sum', "'@sum"],
    [-5, '-5'],
    [null, ''],
    [{ wall: '2026-11-21T19:06:53' }, '2026-11-21 19:06:53'],
    [{ day: '2026-11-21' }, '2026-11-21'],
  ];
  for (const [cell, written] of cases)
    test(`${JSON.stringify(cell)} is ${written}`, () => assert.equal(csvCell(cell), written));
});

test('tickets as CSV: marked as UTF-8, in the words of the reader, at the time on his wall, no cell a formula', async () => {
  const { text, rows, headers } = await csv('desk', 'tickets');
  assert.ok(text.startsWith('\uFEFF单号,事项,类型,阶段,'), text.slice(0, 40));
  assert.ok(text.endsWith('\r\n'));
  assert.match(
    String(headers['content-disposition']),
    /filename\*=UTF-8''%E5%8F%97%E7%90%86%E5%8D%95%202026-09-28\.csv/,
  );
  assert.equal(headers['cache-control'], 'no-store');
  assert.deepEqual(rows.map((row) => row['事项']).toSorted(), ['\'=cmd|calc, 3-1202 "厨房"', '厨房漏水']);
  assert.equal(rows[0]!['受理时间'], '2026-09-28 09:00:00');
  assert.equal(rows[0]!['受理渠道'], '来电');
});

test('narrowed as on the screen, and in the language of whoever reads', async () => {
  await world.read((tx) => tx.selectFrom('ticket').select('id').execute());
  await world.database.transact(world.organisation.schema, (tx) =>
    tx.updateTable('person').set({ language: 'en' }).where('id', '=', world.people.supervisor).execute(),
  );
  const { rows } = await csv('supervisor', 'tickets', { kind: 'complaint' });
  assert.deepEqual(
    rows.map((row) => row['Kind']),
    ['Complaint'],
  );
  assert.deepEqual(Object.keys(rows[0]!).slice(0, 3), ['Number', 'Matter', 'Kind']);
});

/** What some lists must be asked with. */
const NEEDED: Record<string, Record<string, string>> = {
  'board-clocks': { which: 'due' },
  wages: { month: '2026-09' },
  'visit-share-complaints': { from: '2026-09-01T00:00:00+08:00', until: '2026-10-01T00:00:00+08:00' },
};
const RIGHTS_OF_HOUSE = new Set<string>(['audit.see', 'people.edit']);

test('every list can be taken out, and says in each language what stands above its columns', async () => {
  const { body } = await desk.get('manager', '/lists');
  assert.deepEqual(
    body['items'].map((list: { key: string }) => list.key),
    // nobody but its keeper is offered the wage table
    LISTS.filter(({ admits }) => admits !== 'wage.see').map(({ key }) => key),
  );
  const keeper = await hire(world, 'keeper', 'administration_supervisor');
  for (const list of LISTS) {
    const above = RIGHTS_OF_HOUSE.has(list.admits) ? 'admin' : 'manager';
    const { text } = await csv(list.admits === 'wage.see' ? keeper : above, list.key, NEEDED[list.key] ?? {});
    const head = text.slice(1, text.indexOf('\r\n'));
    assert.deepEqual(
      head.split(','),
      list.columns.map(({ name }) => name['zh-hans']),
      list.key,
    );
  }
});

/** Read page by page, and yet not taken out so: why. */
const NOT_TAKEN = {
  search: 'finds while one types',
  readTimeline: 'one matter: its form is printed',
  importRows: 'a file of its own: the refused rows',
  listPlaces: 'a branch of the tree; taken out whole as `places`',
  listActs: 'a file of its own',
  retentionRuns: 'a file of its own',
  readFigureRecords: 'a file of its own',
  legalHolds: 'some few at a time, in force or lifted; what went is the report',
  listStillNamed: 'passages that name somebody erased: decided where they stand, and in no file',
  listPublicArticles: 'what anybody may read; whoever works here takes out `articles`',
  listTakenOut: 'the record of what was taken out',
  listImports: 'the record of what was brought in',
  listNotifications: 'what one was told himself',
  listReminders: 'what one wants to be told himself',
  listMembers: 'files of staff stay in their place, for whom they concern',
  listMemberLooks: 'who looked into one file: beside it',
  listAssessments: 'files of staff',
  listStaffRecords: 'files of staff',
  listMoves: 'files of staff',
  listDistributions: 'what one act gave to whom; whose each customer is goes out as `customers-in-charge`',
  myCompliments: 'what was said of oneself; whoever counts takes out `compliments`',
} satisfies Record<string, string>;

test('every list of the API that is read page by page can be taken out, or it is said why not', () => {
  const taken = new Set(LISTS.map(({ query }) => query));
  const missing = domainRoutes
    .filter(
      ({ method, query }) =>
        method === 'GET' && query !== undefined && 'after' in ((query as { shape?: object }).shape ?? {}),
    )
    .filter(({ name, query }) => !taken.has(query as never) && !(name in NOT_TAKEN))
    .map(({ name }) => name);
  assert.deepEqual(missing, []);
});

test('a list is read page by page: 450 customers come whole, each once', async () => {
  await world.database.transact(world.organisation.schema, async (tx) => {
    for (let no = 0; no < 450; no += 1)
      await tx
        .insertInto('customer')
        .values({
          id: newId(world.clock.now()),
          kind: 'person',
          name: `住户${no}`,
          note: null,
          created_at: world.clock.now(),
          erased_at: null,
        })
        .execute();
  });
  const { rows } = await csv('desk', 'customers');
  const names = rows.map((row) => row['姓名']!).filter((name) => name.startsWith('住户'));
  assert.equal(names.length, 450);
  assert.equal(new Set(names).size, 450);
});

test('numbers are masked for whom they are masked on the screen', async () => {
  await world.database.transact(world.organisation.schema, (tx) =>
    sql`update post set rights = rights - 'customer.see_phone' where key <> 'front_desk_clerk'`.execute(tx),
  );
  let masked = 0;
  for (const who of Object.keys(world.people) as PersonKey[]) {
    const { status, body } = await desk.get(who, `/customers?place=${world.places.flat1202}`);
    if (status !== 200) continue;
    const shown = new Map<string, string>(
      body['items'].map((one: { name: string; phone: string }) => [one.name, one.phone]),
    );
    for (const row of (await csv(who, 'customers', { place: world.places.flat1202 })).rows) {
      const name = row['姓名'] ?? row['Name']!;
      if (shown.has(name))
        assert.equal((row['电话'] ?? row['Phone']!).replace(/^'/, ''), shown.get(name) ?? '', `${who}: ${name}`);
    }
    masked += [...shown.values()].filter((phone) => phone?.includes('*')).length;
  }
  assert.ok(masked > 0, 'nobody sees a masked number');
});

test('as XLSX: header in sight, moments are moments and numbers numbers', async () => {
  const { status, bytes } = await desk.take('desk', 'POST', '/lists/tickets/take-out', { id: id(), format: 'xlsx' });
  assert.equal(status, 200);
  const book = new excel.Workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets[0]!;
  assert.equal(sheet.name, '受理单');
  assert.deepEqual([sheet.views[0]!.state, (sheet.views[0] as { ySplit: number }).ySplit], ['frozen', 1]);
  const opened = sheet.getRow(1).values as string[];
  const at = opened.indexOf('受理时间');
  const cell = sheet.getRow(2).getCell(at).value as Date;
  assert.equal(cell.toISOString(), '2026-09-28T09:00:00.000Z', 'the time on the wall');
  assert.equal(typeof sheet.getRow(2).getCell(1).value, 'number');
  assert.equal(sheet.rowCount, 3);
});

test('who took what, and how many rows, is recorded for whoever keeps the people', async () => {
  const { asked } = await csv('desk', 'tickets', { kind: 'leak' });
  const mine = await desk.get('desk', `/lists/taken-out/${asked}`);
  assert.deepEqual([mine.body['rows'], mine.body['state']], [1, 'done']);
  assert.equal((await desk.get('desk2', `/lists/taken-out/${asked}`)).status, 404);
  const { body } = await desk.get('admin', '/lists/taken-out?list=tickets');
  const line = body['items'].find((one: { id: string }) => one.id === asked);
  assert.deepEqual([line.person.id, line.list, line.format, line.rows], [world.people.desk, 'tickets', 'csv', 1]);
  assert.equal((await desk.get('desk', '/lists/taken-out')).status, 403);
  const [event] = await world.events({ subjectId: asked });
  assert.equal(event!.type, 'list.taken_out');
  assert.deepEqual(event!.data, { list: 'tickets', format: 'csv', rows: 1, state: 'done' });
});

test('what somebody typed to search by does not stay', async () => {
  const { asked } = await csv('desk', 'customers', { q: '陈', kind: 'person' });
  const row = await world.read((tx) =>
    tx.selectFrom('list_taken_out').select('narrowed').where('id', '=', asked).executeTakeFirstOrThrow(),
  );
  assert.deepEqual(row.narrowed, { kind: 'person' });
});

test('refused: an unknown list, a filter it does not have, the same again, and who may not see it', async () => {
  const ask = async (who: PersonKey, list: string, body: object) => {
    const { status, bytes } = await desk.take(who, 'POST', `/lists/${list}/take-out`, { format: 'csv', ...body });
    return [status, JSON.parse(bytes.toString()).code];
  };
  assert.deepEqual(await ask('desk', 'nothing', { id: id() }), [404, 'list.unknown']);
  const narrowed = { id: id(), query: { colour: 'red' } };
  assert.deepEqual(await ask('desk', 'tickets', narrowed), [422, 'list.cannot_be_narrowed_so']);
  const { asked } = await csv('desk', 'tickets');
  assert.deepEqual(await ask('desk', 'tickets', { id: asked }), [409, 'list.taken_out_already']);
  assert.deepEqual(await ask('plumber', 'summaries', { id: id() }), [403, 'right.missing']);
});

test('broken off on the way: what had gone by then is recorded', async () => {
  const asked = id();
  const run = <Result>(work: (context: never) => Promise<Result>) =>
    world.act('desk', (context) => work(context as never));
  const edge = { now: world.clock.now(), read: run, transact: run } as unknown as Edge;
  const file = await takeOut(edge, customerList, { id: asked, format: 'csv', query: {} });
  const chunks = file.chunks[Symbol.asyncIterator]() as AsyncGenerator<Buffer>;
  await chunks.next();
  await chunks.next();
  await chunks.next();
  await chunks.return(undefined);
  const row = await world.read((tx) =>
    tx
      .selectFrom('list_taken_out')
      .select(['rows', 'state', 'ended_at'])
      .where('id', '=', asked)
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual([row.rows, row.state], [200, 'stopped']);
  assert.ok(row.ended_at);
});
