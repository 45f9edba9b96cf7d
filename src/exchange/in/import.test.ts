import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import excel from 'exceljs';
import { sql } from 'kysely';
import type { Desk } from '../../../test/desk-server.ts';
import { deskOf, deskRoutes } from '../../../test/desk-server.ts';
import { importDesk, NONE } from '../../../test/import-desk.ts';
import { hire, takeInMatter } from '../../../test/story.ts';
import type { World } from '../../../test/world.ts';
import { freshWorld } from '../../../test/world.ts';
import type { PersonKey } from '../../../test/world-seed.ts';
import { changeCustomer } from '../../customer/commands/change-customer.ts';
import { csvOf } from '../../platform/sheets/csv.ts';
import { readSheet } from '../../platform/sheets/read-sheet.ts';
import { LIST_KEYS } from './keys.ts';
import { forgetOldImports } from '../commands/forget-imports.ts';
import { exchangeRoutes } from '../routes.ts';
import { workOnImports } from '../runner.ts';

let world: World;
let desk: Desk;
let imports: ReturnType<typeof importDesk>;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...deskRoutes, ...exchangeRoutes]);
  imports = importDesk(world, desk);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const gb18030 = Buffer.from('d0d5c3fb2cb5e7bbb00acdf5d0a1c3f72c31333730303030303031310a', 'hex');

const count = async (table: string): Promise<number> =>
  (await world.read((tx) => sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)))
    .rows[0]!.n;

async function sheet(bytes: Buffer): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readSheet(bytes)) rows.push(row);
  return rows;
}

describe('files are read as they are', () => {
  test('CSV in UTF-8 with its mark, in GB18030, with semicolons, and a defused cell', async () => {
    assert.deepEqual(await sheet(Buffer.from("\uFEFF姓名,电话\r\n王小明,'+86 137\r\n")), [
      ['姓名', '电话'],
      ['王小明', '+86 137'],
    ]);
    assert.deepEqual(await sheet(gb18030), [
      ['姓名', '电话'],
      ['王小明', '13700000011'],
    ]);
    assert.deepEqual(await sheet(Buffer.from('Name;Phone\n"a;b";1')), [
      ['Name', 'Phone'],
      ['a;b', '1'],
    ]);
  });

  test('a workbook: numbers, days and moments as they are shown, empty rows counted', async () => {
    const book = new excel.Workbook();
    const page = book.addWorksheet('a');
    page.getRow(1).values = ['Phone', 'Since', 'At', 'Sum'];
    page.getRow(3).values = [13700000011, new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T09:30:00Z')];
    page.getRow(3).getCell(4).value = { formula: '1+1', result: 2 };
    assert.deepEqual(await sheet(Buffer.from(await book.xlsx.writeBuffer())), [
      ['Phone', 'Since', 'At', 'Sum'],
      [],
      ['13700000011', '2026-03-01', '2026-03-01 09:30:00', '2'],
    ]);
  });

  test('what is neither, empty, or of the Excel before 2007 says so', async () => {
    for (const [bytes, code] of [
      [Buffer.alloc(0), 'import.file_empty'],
      [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'import.file_is_xls'],
      [Buffer.from('PK\u0003\u0004nonsense'), 'import.file_unreadable'],
    ] as const)
      await assert.rejects(sheet(bytes), { code });
    assert.equal((await imports.send('desk', 'customers', Buffer.from(',,\n1,2,3'))).page['code'], 'import.no_headers');
    assert.equal((await imports.send('desk', 'customers', [['姓名']])).page['code'], 'import.file_empty');
  });
});

describe('customers', () => {
  const file = [
    ['客户编号', '客户姓名*', '联系电话', '房号', '身份', '所属单位', '类型', '入住日期'],
    ['C-1', '南山科技', '0755-88001111', '', '', '', '单位', ''],
    ['C-2', '王小明', '13700000011', '3栋1202', '业主', '南山科技', '个人', '2024/3/1'],
    ['', '王小明', '13700000011', '3-1102', '租户', '', '', ''],
    ['', '陈先生', '13800001202', '3-1202', '业主', '', '', ''],
    ['', '无名', '137****0011', '9-9999', '房东', '', '', '2024-02-31'],
    ['', '只有名字', '', '', '', '', '', ''],
    ['', '', '13700000012', '', '', '', '', ''],
  ];

  test('a look writes nothing, the taking does; a second sending of the same file changes nothing', async () => {
    const before = await count('customer');
    const first = await imports.send('desk', 'customers', file);
    assert.deepEqual(first.page['mapping'], {
      externalId: 0,
      name: 1,
      phone: 2,
      place: 3,
      relation: 4,
      memberOf: 5,
      kind: 6,
      since: 7,
    });
    assert.equal(first.page['rows'], 7);
    const looked = await imports.work('desk', first.id, 'preview', first.page['mapping']);
    assert.deepEqual(
      [looked.state, looked.counts],
      ['previewed', { ...NONE, new: 2, changed: 1, same: 1, refused: 3 }],
    );
    assert.equal(await count('customer'), before);
    assert.equal(await count('external_id'), 0);
    const taken = await imports.work('desk', first.id, 'run');
    assert.deepEqual([taken.state, taken.counts], ['done', { ...NONE, new: 2, changed: 1, same: 1, refused: 3 }]);
    assert.equal(await count('customer'), before + 2);
    const again = await imports.bring('desk', 'customers', file);
    assert.deepEqual(again.taken, { ...NONE, same: 4, refused: 3 });
    assert.equal(await count('customer'), before + 2);
  });

  test('through the ordinary command: numbers in one form, places with their days, found by search, told in the journal', async () => {
    const { body } = await desk.get('desk', `/customers?q=${encodeURIComponent('13700000011')}`);
    assert.deepEqual(
      body['items'].map((row: any) => [row.name, row.places.map((place: any) => `${place.code} ${place.relation}`)]),
      [['王小明', ['3-1102 tenant', '3-1202 owner']]],
    );
    const id = body['items'][0].id as string;
    const { rows } = await world.read((tx) =>
      sql<{ since: string; digits: string; name: string }>`select cp.since, f.digits, g.name from customer_place cp
        join customer_phone f using (customer_id) join customer_member m on m.member_id = cp.customer_id
        join customer g on g.id = m.group_id where cp.customer_id = ${id} and cp.since is not null`.execute(tx),
    );
    assert.deepEqual(rows, [{ since: '2024-03-01', digits: '+8613700000011', name: '南山科技' }]);
    const events = await world.events({ subjectId: id });
    assert.deepEqual(
      events.map(({ type, actorId }) => [type, actorId === world.people.desk]),
      [
        ['customer.added', true],
        ['customer.changed', true],
      ],
    );
  });

  test('each refused row says why at its cell, and what changes says what stood there', async () => {
    const { id } = await imports.bring('desk', 'customers', file);
    const refused = await imports.rowsOf('desk', id, 'refused');
    assert.deepEqual(
      refused.map(({ line, why }) => [line, why.map((one: any) => [one.field, one.code])]),
      [
        [
          6,
          [
            ['relation', 'import.no_such_choice'],
            ['since', 'import.day_unreadable'],
            ['place', 'import.place_unknown'],
            ['phone', 'import.phone_masked'],
          ],
        ],
        [7, [['phone', 'import.nothing_to_know_by']]],
        [8, [['name', 'import.missing']]],
      ],
    );
    const rename = await imports.send('desk', 'customers', [
      ['姓名', '电话', '备用电话'],
      ['陈志强', '13800001202', '13700000099'],
    ]);
    await imports.work('desk', rename.id, 'preview', rename.page['mapping']);
    const [changed] = await imports.rowsOf('desk', rename.id, 'changed');
    assert.deepEqual(changed!['former'], { name: '陈先生', phone: '13800001202' });
  });

  test('whoever may not edit customers sends none in, and sees nobody else’s file', async () => {
    assert.equal((await imports.send('guard', 'customers', file)).page['code'], 'right.missing');
    const { id } = await imports.send('desk', 'customers', file);
    assert.equal((await desk.get('desk2', `/imports/${id}`)).body['code'], 'import.unknown');
    assert.equal((await desk.send('desk2', 'POST', `/imports/${id}/run`)).body['code'], 'import.unknown');
    assert.equal((await desk.get('admin', `/imports/${id}`)).status, 200);
    assert.equal((await desk.send('admin', 'POST', `/imports/${id}/run`)).body['code'], 'right.missing');
  });

  test('a column chosen by hand is known the next time; a field that is needed must have one', async () => {
    const odd = [
      ['Wer', 'Wo', 'Tel'],
      ['Anna Berg', '3-902', '13700000077'],
    ];
    const { id, page } = await imports.send('desk', 'customers', odd);
    assert.deepEqual(page['mapping'], {});
    const refused = await desk.send('desk', 'POST', `/imports/${id}/preview`, { mapping: { place: 1 } });
    assert.deepEqual([refused.body['code'], refused.body['params'].field], ['import.field_needed', 'name']);
    const beyond = await desk.send('desk', 'POST', `/imports/${id}/preview`, { mapping: { name: 3 } });
    assert.equal(beyond.body['code'], 'import.column_unknown');
    await imports.work('desk', id, 'preview', { name: 0, place: 1, phone: 2 });
    assert.deepEqual((await imports.send('desk', 'customers', odd)).page['mapping'], { name: 0, place: 1, phone: 2 });
  });
});

describe('taking back', () => {
  const file = [
    ['姓名', '电话', '房号', '所属单位', '类型'],
    ['北山贸易', '0755-88002222', '', '', '单位'],
    ['刘一', '13600000001', '3-1202', '北山贸易', ''],
    ['刘一', '13600000001', '3-1102', '', ''],
    ['周先生', '13800000902', '3-1202', '', ''],
  ];

  test('all of it, as long as nothing followed: the same file is new once more', async () => {
    const before = await world.ask('desk', ({ tx }) =>
      tx.selectFrom('customer_place').selectAll().where('customer_id', '=', world.customers.zhou).execute(),
    );
    const first = await imports.bring('desk', 'customers', file);
    assert.deepEqual(first.taken, { ...NONE, new: 2, changed: 2 });
    const undone = await imports.work('desk', first.id, 'undo');
    assert.deepEqual([undone.state, undone.counts.undone, undone.counts.kept], ['undone', 4, 0]);
    const { body } = await desk.get('desk', '/customers?q=13600000001');
    assert.deepEqual(body['items'], []);
    const after = await world.ask('desk', ({ tx }) =>
      tx.selectFrom('customer_place').selectAll().where('customer_id', '=', world.customers.zhou).execute(),
    );
    assert.deepEqual(after, before);
    assert.equal((await desk.send('desk', 'POST', `/imports/${first.id}/undo`)).body['code'], 'import.not_now');
    assert.deepEqual((await imports.bring('desk', 'customers', file)).taken, { ...NONE, new: 2, changed: 2 });
  });

  test('what has been changed since, or has a matter by now, stays and says why; the rest goes', async () => {
    const { id } = await imports.bring('desk', 'customers', [
      ['姓名', '电话'],
      ['甲', '13500000001'],
      ['乙', '13500000002'],
      ['丙', '13500000003'],
    ]);
    const [one, two] = await imports.rowsOf('desk', id, 'new');
    await world.act('desk', changeCustomer, one!['subjectId'], { note: '狗', version: undefined });
    await takeInMatter(world, 'leak', { customerId: two!['subjectId'] });
    const undone = await imports.work('desk', id, 'undo');
    assert.deepEqual([undone.counts.undone, undone.counts.kept], [1, 2]);
    const kept = await imports.rowsOf('desk', id, 'kept');
    assert.deepEqual(
      kept.map(({ cells, why }) => [cells[0], why[0].code]),
      [
        ['甲', 'import.changed_since'],
        ['乙', 'import.matters_followed'],
      ],
    );
  });

  test('whoever is erased is gone from the file he came with, and after thirty days all of it is', async () => {
    const { id } = await imports.bring('desk', 'customers', [
      ['姓名', '电话'],
      ['丁', '13500000004'],
    ]);
    await imports.work('desk', id, 'undo');
    const { rows } = await world.read((tx) =>
      sql<{ cells: string[] }>`select cells from list_import_row where import_id = ${id}`.execute(tx),
    );
    assert.deepEqual(rows, [{ cells: [] }]);
    const forget = (day: string) =>
      world.database.transact(world.organisation.schema, (tx) => forgetOldImports(tx, day as never, 1000));
    assert.equal(await forget('2026-10-27T00:00:00.000Z'), 0);
    const listed = async (who: PersonKey) => (await desk.get(who, '/imports?list=customers')).body;
    const before = (await listed('desk')).items.map(({ counts }: { counts: object }) => counts);
    assert.ok((await forget('2026-10-29T00:00:00.000Z')) > 0);
    const after = await listed('desk');
    assert.deepEqual(
      after.items.map(({ counts }: { counts: object }) => counts),
      before,
      'what came of them stays',
    );
    assert.ok(before.some((counts: { new: number; refused: number }) => counts.new > 0 && counts.refused > 0));
    assert.equal(after.all, false);
    const everybodys = await listed('admin');
    assert.ok(everybodys.all && everybodys.items.length >= after.items.length);
    assert.deepEqual((await desk.get('admin', `/imports?person=${world.people.manager}`)).body.items, []);
    assert.deepEqual((await desk.get('admin', `/imports?from=2026-12-01T00:00:00Z`)).body.items, []);
    const { body } = await desk.get('desk', `/imports/${id}`);
    assert.deepEqual([body['forgotten'], body['can'].undo.code], [true, 'import.forgotten']);
  });
});

describe('the other lists', () => {
  test('places, what something stands in before it; known by code; closed on taking back and opened by another sending', async () => {
    const file = [
      ['Code', 'Name', 'Kind', 'Stands in', 'Floor'],
      ['7', '7栋', 'Building', 'HY', ''],
      ['7-1201', '', 'Flat', '7', ''],
      ['1202', '', '', '7', ''],
      ['7-1203', '', '', '', 'twelve'],
      ['8-101', '', '', '', ''],
      ['3-1202', '3栋1202室', '', '', ''],
    ];
    const first = await imports.bring('admin', 'places', file);
    assert.deepEqual(first.looked, first.taken);
    assert.deepEqual(first.taken, { ...NONE, new: 3, changed: 1, refused: 2 });
    const refused = await imports.rowsOf('admin', first.id, 'refused');
    assert.deepEqual(
      refused.map(({ line, why }) => [line, why[0].field, why[0].code]),
      [
        [5, 'floor', 'import.number_unreadable'],
        [6, 'parent', 'import.place_above_missing'],
      ],
    );
    assert.deepEqual((await imports.bring('admin', 'places', file)).taken, { ...NONE, same: 4, refused: 2 });
    const undone = await imports.work('admin', first.id, 'undo');
    assert.deepEqual([undone.counts.undone, undone.counts.kept], [4, 0]);
    const open = () =>
      world.read((tx) =>
        sql<{ code: string }>`select code from place where code like '7%' and closed_at is null order by code`.execute(
          tx,
        ),
      );
    assert.deepEqual((await open()).rows, []);
    assert.equal((await imports.bring('admin', 'places', file)).taken['changed'], 4);
    assert.equal((await open()).rows.length, 3);
  });

  test('people with posts by their names; who never had a way in is taken back', async () => {
    const post = await world.read((tx) =>
      sql<{ name: string }>`select name ->> 'zh-hans' as name from post where key = 'repair_worker'`.execute(tx),
    );
    const file = [
      ['用户名', '姓名', '电话', '岗位', '技能'],
      ['liming', '李明', '13800138001', post.rows[0]!.name, '水工、电工'],
      ['fitter', '冯师傅', '', '', '焊工'],
      ['x', '短', '', '宇航员', ''],
    ];
    const first = await imports.bring('admin', 'people', file);
    assert.deepEqual(first.taken, { ...NONE, new: 1, changed: 1, refused: 1 });
    const [refused] = await imports.rowsOf('admin', first.id, 'refused');
    assert.deepEqual(
      refused!['why'].map((one: any) => [one.field, one.code]),
      [
        ['username', 'import.username_unfit'],
        ['posts', 'import.post_unknown'],
      ],
    );
    assert.deepEqual((await imports.bring('admin', 'people', file)).taken, { ...NONE, same: 2, refused: 1 });
    const undone = await imports.work('admin', first.id, 'undo');
    assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 0]);
    const left = await world.read((tx) =>
      tx.selectFrom('person').select(['username', 'skills']).where('username', 'in', ['liming', 'fitter']).execute(),
    );
    assert.deepEqual(left, [{ username: 'fitter', skills: [] }]);
  });

  test('closed tickets as history, at their own times, telling nobody; a look takes no number', async () => {
    const file = [
      ['工单号', '事项', '受理时间', '结单时间', '电话', '房号', '类型', '处理结果'],
      ['A-1', '厨房漏水', '2025-03-01 09:20', '2025/3/1 15:40', '13800001102', '3-1102', '报修', '换管'],
      ['A-1', '厨房漏水', '2025-03-01 09:20', '2025/3/1 15:40', '', '', '', ''],
      ['A-2', '灯不亮', '2025-03-02 09:00', '2025-03-01 09:00', '', '', '', ''],
      ['A-3', '还没完', '2025-03-02 09:00', '', '', '', '', ''],
    ];
    const told = await count('notification');
    const sequence = async (): Promise<number> =>
      (
        await world.read((tx) =>
          sql<{
            n: number | null;
          }>`select pg_sequence_last_value(pg_get_serial_sequence('ticket', 'number')) as n`.execute(tx),
        )
      ).rows[0]!.n ?? 0;
    const first = await imports.send('admin', 'tickets', file);
    const numbers = await sequence();
    const looked = await imports.work('admin', first.id, 'preview', first.page['mapping']);
    assert.deepEqual(looked.counts, { ...NONE, new: 1, same: 1, refused: 2 });
    assert.equal(await sequence(), numbers);
    const taken = await imports.work('admin', first.id, 'run');
    assert.deepEqual(taken.counts, looked.counts);
    const refused = await imports.rowsOf('admin', first.id, 'refused');
    assert.deepEqual(
      refused.map(({ why }) => [why[0].field, why[0].code]),
      [
        ['closedAt', 'import.closed_too_early'],
        ['kind', 'import.kind_needed'],
      ],
    );
    const [row] = await imports.rowsOf('admin', first.id, 'new');
    const ticket = await world.read((tx) =>
      tx.selectFrom('ticket').selectAll().where('id', '=', row!['subjectId']).executeTakeFirstOrThrow(),
    );
    assert.deepEqual(
      [ticket.opened_at, ticket.closed_at, ticket.customer_id, ticket.place_id, ticket.outcome, ticket.stage_class],
      [
        '2025-03-01T01:20:00.000Z',
        '2025-03-01T07:40:00.000Z',
        world.customers.lin,
        world.places.flat1102,
        '换管',
        'closed',
      ],
    );
    assert.equal(await count('notification'), told);
    const undone = await imports.work('admin', first.id, 'undo');
    assert.deepEqual([undone.counts.undone, undone.counts.kept], [1, 0]);
    assert.equal(
      await world.read((tx) => tx.selectFrom('ticket').select('id').where('id', '=', ticket.id).executeTakeFirst()),
      undefined,
    );
    assert.equal((await imports.send('desk', 'tickets', file)).page['code'], 'right.missing');
  });

  test('an example of every list can be sent in as it is', async () => {
    const finance = await hire(world, 'finance', 'planning_finance_officer');
    for (const list of LIST_KEYS) {
      const asked = async (who: PersonKey) => desk.take(who, 'GET', `/lists/in/${list}/example?format=csv`);
      const may = await Promise.all(
        (['desk', 'admin', 'manager', finance] as const).map(async (who) => [who, await asked(who)] as const),
      );
      const [who, { bytes }] = may.find(([, { status }]) => status === 200)!;
      const { page } = await imports.send(who, list, bytes);
      const { body } = await desk.get(who, '/lists/in');
      const fields = body['items'].find((one: any) => one.key === list).fields.length;
      assert.equal(Object.keys(page['mapping']).length, fields, `${list} ${JSON.stringify(page)}`);
      const looked = await imports.work(who, page['id'], 'preview', page['mapping']);
      assert.equal(looked.state, 'previewed');
      assert.equal(looked.counts.refused, 0, JSON.stringify(await imports.whyOf(who, page['id'])));
    }
    assert.equal((await desk.take('guard', 'GET', '/lists/in/customers/example')).status, 403);
  });
});

test('it can be stopped between two batches, goes on where it stood, and no two work on it at once', async () => {
  const rows = Array.from({ length: 250 }, (_, at) => [`批${at}`, `1340000${String(at).padStart(4, '0')}`]);
  const { id, page } = await imports.send('desk', 'customers', [['姓名', '电话'], ...rows]);
  await imports.work('desk', id, 'preview', page['mapping']);
  await desk.send('desk', 'POST', `/imports/${id}/run`);
  const announced: unknown[] = [];
  const watched = workOnImports({ ...imports.runner(), announce: (...given) => void announced.push(given) });
  // the first two prepare it
  while (announced.length < 3) await new Promise((wait) => setTimeout(wait, 5));
  assert.equal(
    (await desk.send('desk', 'POST', `/imports/${id}/preview`, { mapping: page['mapping'] })).body['code'],
    'import.at_work',
  );
  const stop = await desk.send('desk', 'POST', `/imports/${id}/stop`);
  assert.equal(stop.status, 200);
  await Promise.all([watched, workOnImports(imports.runner())]);
  const stopped = (await desk.get('desk', `/imports/${id}`)).body;
  assert.equal(stopped['state'], 'stopped');
  assert.ok(stopped['counts'].new < 250 && stopped['counts'].new % 100 === 0, String(stopped['counts'].new));
  const whole = await imports.work('desk', id, 'run');
  assert.deepEqual([whole.state, whole.counts.new, whole.done], ['done', 250, 250]);
  const undone = await imports.work('desk', id, 'undo');
  assert.equal(undone.counts.undone, 250);
});

test('rows that add somebody are written as a set; one that is refused is refused alone, the others stay in their order', async () => {
  const many = Array.from({ length: 60 }, (_, at) => `135600000${String(at).padStart(2, '0')}`).join('、');
  const { looked, taken } = await imports.bring('desk', 'customers', [
    ['姓名', '电话', '备注'],
    ['组一', '13550000001', ''],
    ['组二', many, ''],
    ['组三', '13550000003', ''],
    ['组三', '13550000003', '又来'],
    ['组四', '13550000004', ''],
  ]);
  assert.deepEqual(taken, { ...NONE, new: 3, changed: 1, refused: 1 });
  assert.deepEqual(looked, taken);
  const found = (await desk.get('desk', '/customers?q=13550000004')).body.items;
  assert.deepEqual(
    found.map((one: { name: string }) => one.name),
    ['组四'],
    'found by what was written in a set',
  );
  const of = await world.read((tx) =>
    sql<{ n: number }>`select count(*)::int as n from event e join customer c on c.id = e.subject_id
      where c.name like '组%' and e.type = 'customer.added'`.execute(tx),
  );
  assert.equal(of.rows[0]!.n, 3, 'each in the journal');
});

test('a file of fifty thousand rows goes through a reader of the size of a piece', async () => {
  const piece = Array.from({ length: 1_000 }, (_, at) => [`名${at}`, `13${at}`]);
  async function* batches() {
    for (let at = 0; at < 50; at += 1) yield piece;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of csvOf(
    [
      { header: '姓名', width: 1 },
      { header: '电话', width: 1 },
    ],
    batches(),
  ))
    chunks.push(chunk);
  let rows = 0;
  for await (const row of readSheet(Buffer.concat(chunks))) rows += row.length === 2 ? 1 : 0;
  assert.equal(rows, 50_001);
});
