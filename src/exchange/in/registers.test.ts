import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Desk } from '../../../test/desk-server.ts';
import { deskOf } from '../../../test/desk-server.ts';
import type { SheetRows } from '../../../test/import-desk.ts';
import { importDesk, NONE } from '../../../test/import-desk.ts';
import type { World } from '../../../test/world.ts';
import { freshWorld } from '../../../test/world.ts';
import { eraseCustomer } from '../../customer/commands/erase-customer.ts';
import { fireDue } from '../../commitment/fire.ts';
import { addNote } from '../../ticket/commands/note-inside.ts';
import { workOnImports } from '../runner.ts';
import { finishItem } from '../../work-plan/commands/take-item-steps.ts';
import { domainRoutes } from '../../routes.ts';

/** What was kept on paper and in Excel before: registers, books and plans. It is Monday, 28 September 2026, nine o'clock. */

let world: World;
let desk: Desk;
let imports: ReturnType<typeof importDesk>;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, domainRoutes);
  imports = importDesk(world, desk);
});
after(async () => {
  await desk.close();
  await world.drop();
});

/** What has been said since `before`: to whom, what, and of how many, so many of them late. */
const said = async (before: readonly { id: string }[] = []) => {
  const all = await world.read((tx) => tx.selectFrom('notification').selectAll().orderBy('person_id').execute());
  return all.filter(({ id }) => !before.some((one) => one.id === id));
};
const whoHeard = (notes: Awaited<ReturnType<typeof said>>) =>
  notes.map(({ person_id, type, params }) => [person_id, type, params['count'], params['late']]);

const ticketOf = (number: string) =>
  world.read((tx) =>
    tx.selectFrom('ticket').selectAll().where('imported_from', '=', `list:${number}`).executeTakeFirstOrThrow(),
  );
const clocksOf = async (id: string) =>
  new Map(
    (await world.read((tx) => tx.selectFrom('commitment').selectAll().where('subject_id', '=', id).execute())).map(
      (one) => [one.kind, one],
    ),
  );

describe('the register of matters', () => {
  const head =
    '单号 事项 受理时间 结单时间 类型 来电来访人 电话 房号 负责人 状态 首次答复时间 承诺完成时间 投诉等级 处理情况'.split(
      ' ',
    );
  const file: SheetRows = [
    head,
    [
      'B-1',
      '物业费账单有误',
      '2026-08-03 10:00',
      '',
      '投诉',
      '陈先生',
      '13800001202',
      '',
      '何主管',
      '处理中',
      '2026-08-03 11:00',
      '',
      '',
      '已核对账单',
    ],
    ['B-2', '走廊灯不亮', '2026-09-28 08:50', '', '公共区域报修', '林女士', '', 'P-3-12', '', '', '', '', '', ''],
    ['B-3', '领取门禁卡', '2026-09-20 10:00', '2026-09-20 10:30', '随便什么', '', '', '', '', '', '', '', '', '已领取'],
    ['B-4', '没有类型', '2026-09-20 10:00', '', '', '周先生', '', '', '', '', '', '', '', ''],
    ['B-5', '类型不对', '2026-09-20 10:00', '', '飞天', '', '', '', '张三', '', '2026-09-19', '', '', ''],
    ['B-6', '漏水', '2026-09-20 10:00', '', '漏水报修', '', '', '', '', '', '', '', '', ''],
  ];

  test('what is open goes on: late is late, in time was in time, and nobody is told of the past, at night or by day', async () => {
    const before = await said();
    const { id, looked, taken } = await imports.bring('admin', 'tickets', file);
    assert.deepEqual(taken, { ...NONE, new: 3, refused: 3 });
    assert.deepEqual(looked, taken);
    assert.deepEqual(await imports.whyOf('admin', id), [
      [5, 'kind import.kind_needed'],
      [6, 'kind import.kind_unknown', 'owner import.person_unknown', 'answeredAt import.before_opened'],
      [7, 'place ticket.place_missing', 'caller ticket.caller_missing'],
    ]);
    const complaint = await ticketOf('B-1');
    assert.deepEqual(
      [complaint.opened_at, complaint.owner_id, complaint.stage_class, complaint.customer_id, complaint.answered_at],
      ['2026-08-03T02:00:00.000Z', world.people.supervisor, 'active', world.customers.chen, '2026-08-03T03:00:00.000Z'],
    );
    const clocks = await clocksOf(complaint.id);
    assert.equal(clocks.get('first_answer')!.outcome, 'kept');
    const complete = clocks.get('complete')!;
    assert.deepEqual([complete.state, complete.owner_id], ['running', world.people.supervisor]);
    assert.ok(complete.due_at < world.clock.now(), 'late by when it was received');
    assert.equal((await desk.get('supervisor', '/tickets?late=true')).body.items[0].id, complaint.id);
    assert.equal((await ticketOf('B-2')).owner_id, world.people.admin, 'nobody named: whoever brings it in');
    assert.equal((await ticketOf('B-3')).stage_class, 'closed');
    await fireDue(world.engine, world.organisation);
    assert.deepEqual(
      whoHeard(await said(before)),
      [[world.people.supervisor, 'import.matters', 1, 1]],
      'once, of all of it',
    );
    const again = await imports.bring('admin', 'tickets', file);
    assert.deepEqual(again.taken, { ...NONE, same: 3, refused: 3 });
  });

  test('what is still to come is said: the fresh one warns before it is late', async () => {
    const fresh = await ticketOf('B-2');
    const next = [...(await clocksOf(fresh.id)).values()].flatMap((one) => one.next_fire_at ?? []);
    assert.ok(next.length > 0 && next.every((at) => at > world.clock.now()));
  });

  test('a suggestion and a dispute between neighbours stand in their own registers', async () => {
    const { taken } = await imports.bring('admin', 'tickets', [
      ['单号', '事项', '受理时间', '类型', '来电来访人'],
      ['E-1', '加装长椅', '2026-09-01 10:00', '建议', '林女士'],
      ['E-2', '楼上漏水扯皮', '2026-09-02 10:00', 'dispute', '周先生'],
    ]);
    assert.equal(taken['new'], 2);
    for (const [path, number] of [
      ['/proposals', 'E-1'],
      ['/disputes', 'E-2'],
    ] as const) {
      const { number: ours } = await ticketOf(number);
      assert.ok(
        (await desk.get('manager', path)).body.items.some((row: any) => String(row.number) === String(ours)),
        path,
      );
    }
  });

  test('one that is closed in a later file and open here says so; it is ended here', async () => {
    const ended = file
      .slice(0, 2)
      .map((row, at) => (at === 0 ? row : row.map((cell, no) => (no === 3 ? '2026-09-01 10:00' : cell))));
    const { id, taken } = await imports.bring('admin', 'tickets', ended);
    assert.deepEqual(taken, { ...NONE, refused: 1 });
    const [row] = await imports.rowsOf('admin', id, 'refused');
    assert.deepEqual(
      [row!['why'][0].code, row!['why'][0].params.number],
      ['import.open_here', (await ticketOf('B-1')).number],
    );
  });

  test('taking back leaves what somebody has touched, and says so; what is gone owes nothing', async () => {
    const { id } = await imports.bring('admin', 'tickets', [
      head,
      ...['C-1', 'C-2', 'C-3'].map((number) => [
        number,
        '噪音',
        '2026-09-27 10:00',
        '',
        '投诉',
        '周先生',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '记一笔',
      ]),
    ]);
    const [one, two] = [await ticketOf('C-1'), await ticketOf('C-2')];
    await world.act('supervisor', addNote, one.id, { text: '去看看', mentions: [] });
    await world.database.transact(world.organisation.schema, (tx) =>
      tx.updateTable('commitment').set({ climbed: 1 }).where('subject_id', '=', two.id).execute(),
    );
    const undone = await imports.work('admin', id, 'undo');
    assert.deepEqual([undone.counts.undone, undone.counts.kept], [1, 2]);
    assert.deepEqual(await imports.whyOf('admin', id, 'kept'), [
      [2, 'null import.changed_since'],
      [3, 'null commitment.has_told'],
    ]);
    await assert.rejects(ticketOf('C-3'));
    const left = await world.read((tx) =>
      tx.selectFrom('commitment').select('ticket_id').where('ticket_id', 'is not', null).execute(),
    );
    const there = new Set(
      (await world.read((tx) => tx.selectFrom('ticket').select('id').execute())).map((row) => row.id),
    );
    assert.ok(left.every((row) => there.has(row.ticket_id!)));
  });
});

test('a node that dies in the middle of a register: another goes on where it stood, each matter once, and says so once', async () => {
  const rows = Array.from({ length: 250 }, (_, at) => [
    `D-${at}`,
    '电梯异响',
    '2026-09-27 10:00',
    '投诉',
    '周先生',
    '何主管',
  ]);
  const { id, page } = await imports.send('admin', 'tickets', [
    ['单号', '事项', '受理时间', '类型', '姓名', '负责人'],
    ...rows,
  ]);
  await imports.work('admin', id, 'preview', page['mapping']);
  await desk.send('admin', 'POST', `/imports/${id}/run`);
  const before = await said();
  let batches = 0;
  const dying = workOnImports({
    ...imports.runner(),
    announce: () => {
      // two transactions prepare it, a batch has committed by the third
      if ((batches += 1) === 3) throw new Error('killed');
    },
  });
  await assert.rejects(dying, /killed/);
  const standing = async () => (await desk.get('admin', `/imports/${id}`)).body;
  assert.deepEqual([(await standing())['state'], (await standing())['counts'].new], ['running', 100]);
  await workOnImports(imports.runner());
  assert.equal((await standing())['state'], 'running', 'it is another’s until his lease is over');
  world.at('2026-09-28T09:04:00+08:00');
  await Promise.all([workOnImports(imports.runner()), workOnImports(imports.runner())]);
  assert.deepEqual([(await standing())['state'], (await standing())['counts'].new], ['done', 250]);
  const there = await world.read((tx) =>
    tx.selectFrom('ticket').select('id').where('imported_from', 'like', 'list:D-%').execute(),
  );
  assert.equal(there.length, 250);
  assert.deepEqual(whoHeard(await said(before)), [[world.people.supervisor, 'import.matters', 250, 250]]);
});

test('the visit book and the telephone log: kept as records of their time, known again, taken back', async () => {
  const file: SheetRows = [
    ['来访时间', '来访人', '电话', '事由', '诉求', '处理结果', '接待人', '渠道'],
    ['2023-05-04 09:10', '陈先生', '13800001202', '咨询', '装修手续', '已告知', '李前台', '来访'],
    ['2023-05-04 09:30', '过路人', '', '', '问路', '', '', '来电'],
    ['2023-05-04', '', '', '', '', '', '', ''],
    ['2027-01-01 09:00', '某人', '', '发射', '', '', '', ''],
  ];
  const before = await said();
  const first = await imports.bring('desk', 'contacts', file);
  assert.deepEqual(first.taken, { ...NONE, new: 2, refused: 2 });
  assert.deepEqual(await imports.whyOf('desk', first.id), [
    [4, 'caller import.nobody_and_nothing'],
    [5, 'at happened.in_future', 'purpose import.no_such_choice'],
  ]);
  const { body } = await desk.get('desk', `/contacts?customerId=${world.customers.chen}&until=2024-01-01T00:00:00Z`);
  assert.deepEqual(
    body.items.map((row: any) => [row.at, row.receiver.id, row.outcome]),
    [['2023-05-04T01:10:00.000Z', world.people.desk2, '已告知']],
  );
  assert.deepEqual(await said(before), []);
  assert.deepEqual((await imports.bring('desk', 'contacts', file)).taken, { ...NONE, same: 2, refused: 2 });
  const undone = await imports.work('desk', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 0]);
  assert.deepEqual((await desk.get('desk', '/contacts?until=2024-01-01T00:00:00Z')).body.items, []);
  assert.equal((await imports.send('lift', 'contacts', file)).page['code'] ?? 'taken', 'right.missing');
});

test('whoever is erased is gone from the visit book that came in', async () => {
  await imports.bring('desk', 'customers', [
    ['姓名', '电话'],
    ['郑女士', '13600000077'],
  ]);
  const { id } = await imports.bring('desk', 'contacts', [
    ['来访时间', '来访人', '电话', '诉求'],
    ['2024-05-04 09:10', '郑女士', '13600000077', '看房'],
  ]);
  const { body } = await desk.get('desk', '/customers?q=13600000077');
  await world.act('desk', eraseCustomer, body.items[0].id, { version: undefined, reason: 'entered_by_mistake' });
  const [row] = (await desk.get('desk', `/imports/${id}/rows`)).body.items;
  assert.deepEqual(row.cells, []);
});

test('what everybody was, and is, to do: done in time or late by what it says, the rest given without a word', async () => {
  const file: SheetRows = [
    ['工作内容', '执行人', '期限', '安排时间', '完成时间', '完成情况'],
    ['清点灯具', '钱师傅', '2026-09-01 17:00', '2026-08-30 09:00', '2026-09-01 18:00', '缺 3 盏'],
    ['更新公告', 'desk', '2026-09-10', '', '', ''],
    ['月末盘点', '李前台', '2026-09-30 17:00', '', '', ''],
    ['无人', '张三', '', '', '', ''],
  ];
  const before = await said();
  const first = await imports.bring('supervisor', 'work-items', file);
  assert.deepEqual(first.taken, { ...NONE, new: 3, refused: 1 });
  assert.deepEqual(await imports.whyOf('supervisor', first.id), [
    [5, 'dueAt import.missing', 'person import.person_unknown'],
  ]);
  const { body } = await desk.get('supervisor', '/work-items?from=2026-09-01T00:00:00Z&until=2026-10-01T00:00:00Z');
  const standing = new Map(body.items.map((row: any) => [row.title, [row.state, row.late]]));
  assert.deepEqual(
    [standing.get('清点灯具'), standing.get('更新公告'), standing.get('月末盘点')],
    [
      ['done', true],
      ['given', true],
      ['given', false],
    ],
  );
  await fireDue(world.engine, world.organisation);
  assert.deepEqual(
    new Set(whoHeard(await said(before)).map((one) => one.join(' '))),
    new Set([`${world.people.desk} import.items 1 1`, `${world.people.desk2} import.items 1 0`]),
  );
  assert.deepEqual((await imports.bring('supervisor', 'work-items', file)).taken, { ...NONE, same: 3, refused: 1 });
  const [, , third] = await imports.rowsOf('supervisor', first.id, 'new');
  await world.act('desk2', finishItem, third!['subjectId'], { outcome: '盘完' });
  const undone = await imports.work('supervisor', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 1]);
  assert.deepEqual(whoHeard(await said(before)), [], 'what had not been delivered yet never is');
});

test('the register of disturbances: where by code or in words, restored or open', async () => {
  const file: SheetRows = [
    ['发生时间', '地点', '类别', '事件经过', '处置措施', '告知的外部单位', '恢复时间'],
    ['2024-02-01 21:40', '东门', '争吵', '访客争车位', '劝离', '派出所', '2024-02-01 22:00'],
    ['2026-09-28 08:00', 'P-3-12', '喧哗', '施工队喧哗', '', '', ''],
    ['2024-02-02 21:40', '西门', '争吵', '又吵', '', '', '2024-02-02 21:30'],
  ];
  const first = await imports.bring('desk', 'disturbances', file);
  assert.deepEqual(first.taken, { ...NONE, new: 2, refused: 1 });
  assert.deepEqual(await imports.whyOf('desk', first.id), [
    [4, 'restoredAt import.ended_before', 'measures import.missing', 'told disturbance.nobody_told'],
  ]);
  const { body } = await desk.get('desk', '/disturbances');
  assert.deepEqual(
    body.items.map((row: any) => [row.spot, row.place?.code ?? null, row.restoredAt]),
    [
      ['', 'P-3-12', null],
      ['东门', null, '2024-02-01T14:00:00.000Z'],
    ],
  );
  assert.deepEqual((await imports.bring('desk', 'disturbances', file)).taken, { ...NONE, same: 2, refused: 1 });
  const undone = await imports.work('desk', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 0]);
});

test('what supervision found: records of their time; a notice that is owed an answer is issued by hand', async () => {
  const file: SheetRows = [
    ['检查时间', '责任部门', '存在问题', '处理方式', '检查人'],
    ['2025-03-01 10:00', 'customer_service', '第五声才接', '当场纠正', '何主管'],
    ['2025-03-02 10:00', 'customer_service', '台账不全', '向部门发整改通知', ''],
    ['2025-03-02 10:00', '天文台', '', '', ''],
  ];
  const before = await said();
  const first = await imports.bring('manager', 'findings', file);
  assert.deepEqual(first.taken, { ...NONE, new: 1, refused: 2 });
  assert.deepEqual(await imports.whyOf('manager', first.id), [
    [3, 'way import.notice_by_hand'],
    [4, 'department import.department_unknown', 'text import.missing'],
  ]);
  const { body } = await desk.get('manager', '/findings');
  assert.deepEqual(
    body.items.map((row: any) => [row.at, row.by.id]),
    [['2025-03-01T02:00:00.000Z', world.people.supervisor]],
  );
  assert.deepEqual(await said(before), []);
  assert.deepEqual((await imports.bring('manager', 'findings', file)).taken, { ...NONE, same: 1, refused: 2 });
  assert.equal((await imports.work('manager', first.id, 'undo')).counts.undone, 1);
});

test('departments and suppliers, known by name or code; a firm that has work by now stays', async () => {
  const file: SheetRows = [
    ['供应商名称', '是否外包', '联系电话', '编码'],
    ['绿化公司', '是', '0755-88003344', 'garden'],
    ['管道公司', '是', '', ''],
    ['维修部', '', '0755-88009999', ''],
    ['坏编码', '', '', '9-x'],
  ];
  const first = await imports.bring('admin', 'departments', file);
  const name = (await imports.rowsOf('admin', first.id, 'changed'))[0];
  assert.deepEqual(first.taken, { ...NONE, new: 2 + (name ? 0 : 1), changed: name ? 1 : 0, refused: 1 });
  assert.deepEqual(await imports.whyOf('admin', first.id), [[5, 'key import.code_unfit']]);
  assert.deepEqual((await imports.bring('admin', 'departments', file)).taken, { ...NONE, same: 3, refused: 1 });
  const firm = (await imports.rowsOf('admin', first.id, 'new'))[0]!['subjectId'];
  await imports.bring('manager', 'services', [
    ['服务项目', '承办部门'],
    ['修剪绿篱', '绿化公司'],
  ]);
  const undone = await imports.work('admin', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 1]);
  const [kept] = await imports.rowsOf('admin', first.id, 'kept');
  assert.deepEqual([kept!['subjectId'], kept!['why'][0].code], [firm, 'import.something_followed']);
});

test('services and fees: a new one in every language, of a known one the sender’s; taken back as they were', async () => {
  const before = (await desk.get('manager', '/offerings')).body.items;
  const known = before[0];
  const file: SheetRows = [
    ['服务项目', '收费标准', '服务内容'],
    ['清洗空调室外机', '120 元/台', '拆洗'],
    [known.name['zh-hans'], '面议', ''],
    ['', '1', ''],
  ];
  const first = await imports.bring('manager', 'services', file);
  assert.deepEqual(first.taken, { ...NONE, new: 1, changed: 1, refused: 1 });
  const now = (await desk.get('manager', '/offerings')).body.items;
  const changed = now.find((one: any) => one.id === known.id);
  assert.deepEqual(changed.price, { ...known.price, 'zh-hans': '面议' });
  assert.equal(now.find((one: any) => one.name['en'] === '清洗空调室外机').price['en'], '120 元/台');
  assert.deepEqual((await imports.bring('manager', 'services', file)).taken, { ...NONE, same: 2, refused: 1 });
  const undone = await imports.work('manager', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [2, 0]);
  const after = (await desk.get('manager', '/offerings')).body.items;
  assert.deepEqual(
    after.map((one: any) => [one.id, one.price]),
    before.map((one: any) => [one.id, one.price]),
  );
});

test('duties of posts: whoever holds one is asked to confirm; what somebody has confirmed stays', async () => {
  const file: SheetRows = [
    ['岗位', '岗位职责'],
    ['front_desk_clerk', '接待并登记'],
    ['repair_worker', '到场维修'],
    ['宇航员', '飞'],
  ];
  const first = await imports.bring('admin', 'duty-statements', file);
  assert.deepEqual(first.taken, { ...NONE, new: 2, refused: 1 });
  assert.deepEqual((await imports.bring('admin', 'duty-statements', file)).taken, { ...NONE, same: 2, refused: 1 });
  const post = (await imports.rowsOf('admin', first.id, 'new'))[0]!['subjectId'];
  assert.equal((await desk.send('desk', 'POST', `/posts/${post}/duties/confirm`, { version: 1 })).status, 200);
  const undone = await imports.work('admin', first.id, 'undo');
  assert.deepEqual([undone.counts.undone, undone.counts.kept], [1, 1]);
  assert.deepEqual(await imports.whyOf('admin', first.id, 'kept'), [[2, 'null duties.confirmed']]);
  const { body } = await desk.get('plumber', '/duties');
  assert.ok(body.items.every((one: any) => one.statement === null));
});
