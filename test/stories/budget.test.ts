import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { beginCurrentAccounts } from '../../src/accounts/commands/begin-accounts.ts';
import { beginCurrentBudgets } from '../../src/budget/commands/begin-budgets.ts';
import { recordExpense } from '../../src/budget/commands/record-expense.ts';
import { recordExpenseInput } from '../../src/budget/inputs.ts';
import { maySeeExpense } from '../../src/budget/may-see.ts';
import { newId } from '../../src/kernel/id.ts';
import { instant } from '../../src/kernel/time.ts';
import { actorOf } from '../../src/organisation/queries.ts';
import { storeFile } from '../../src/platform/files/store-file.ts';
import { domainRoutes } from '../../src/routes.ts';
import type { Desk } from '../desk-server.ts';
import { deskOf } from '../desk-server.ts';
import { doorsOf } from '../doors.ts';
import { importDesk } from '../import-desk.ts';
import { clocksAbout, hire, mend, takeInMatter, told, typesTold, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

/** What the house plans to spend, what it spends, and what owners are told of both. It is Monday, 21 September 2026. */

let world: World;
let desk: Desk;
let finance: PersonKey;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  desk = await deskOf(world, domainRoutes);
  finance = await hire(world, 'finance', 'planning_finance_officer');
  await world.act(null, beginCurrentBudgets);
  await world.act(null, beginCurrentAccounts);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const { post, read, refusedTo } = doorsOf(() => desk);
const engineering = () => world.departments['engineering']!;
const yuan = (amount: number): number => amount * 100;
const monthOf = (who: PersonKey, month: string, department = engineering()) =>
  read(who, `/budgets/month?department=${department}&month=${month}`);
const lineOf = (page: Record<string, any>, key: string) =>
  page['lines'].find((one: { key: string }) => one.key === key);
const owedBy = async (who: PersonKey, kind: string) => {
  const { groups } = await read(who, '/work/mine');
  return groups
    .flatMap((group: { items: Record<string, any>[] }) => group.items)
    .filter((one: Record<string, any>) => one['clock'].kind === kind);
};

const plan = (amounts: Record<string, number>, more: object = {}) => ({
  departmentId: engineering(),
  month: '2026-10',
  lines: Object.entries(amounts).map(([key, amount]) => ({ key, amount: yuan(amount) })),
  seen: 0,
  ...more,
});

test('each head owes the budget of his department for the next month, drawn up, approved by the centre manager alone, and changed in versions [FINC-01]', async () => {
  assert.deepEqual(await owedBy('maintenance', 'draw_up_budget'), [], 'its time has not come');
  await world.until('2026-09-24T09:00+08:00');
  const [owed] = await owedBy('maintenance', 'draw_up_budget');
  assert.deepEqual(
    [owed.clock.dueAt, owed.name['zh-hans'], owed.begins],
    [instant('2026-10-01T00:00+08:00'), '工程维修部', '2026-10-01'],
    'due as the month begins',
  );
  const ahead = await world.read((tx) => tx.selectFrom('budget').select('month').distinct().orderBy('month').execute());
  assert.deepEqual(ahead, [{ month: '2026-10-01' }, { month: '2026-11-01' }], 'and the one after is on its way');

  const wanted = plan({ repairs: 10_000, materials: 2_000 });
  for (const [who, given, code] of [
    ['desk', wanted, 'right.missing'],
    ['captain', wanted, 'right.out_of_scope'],
    ['maintenance', plan({ repairs: 0 }), 'budget.empty'],
    ['maintenance', plan({ yachts: 5 }), 'budget.line_unknown'],
    ['maintenance', plan({ repairs: 5 }, { month: '2026-08' }), 'budget.month_over'],
    ['maintenance', wanted, 'done'],
    ['maintenance', wanted, 'stale'],
  ] as const)
    assert.equal(await post(who, '/budgets', given), code, `${who} ${code}`);
  const asked = await monthOf('manager', '2026-10');
  assert.deepEqual([asked['inForce'], asked['waiting'], lineOf(asked, 'repairs').planned], [null, 1, 0]);
  assert.equal(lineOf(asked, 'repairs').asked, yuan(10_000));
  assert.equal((await owedBy('manager', 'approve_budget')).length, 1);
  assert.deepEqual(
    (await read('manager', '/budgets/waiting'))['items'].map((one: Record<string, any>) => [
      one['month'],
      one['total'],
    ]),
    [['2026-10', yuan(12_000)]],
  );

  const decide = (who: PersonKey, version: number, decision: string, because = '') =>
    post(who, `/budgets/${asked['id']}/decide`, { version, decision, because });
  assert.equal(await decide('maintenance', 1, 'approved'), 'right.missing');
  assert.equal(await decide('office', 1, 'approved'), 'budget.other_post', 'whoever stands above him neither');
  assert.equal(await decide('manager', 1, 'sent_back'), 'budget.because_needed');
  assert.equal(await decide('manager', 1, 'sent_back', '物料可减'), 'done');
  assert.equal((await owedBy('maintenance', 'revise_budget')).length, 1);
  wait(world);
  assert.ok((await typesTold(world, 'maintenance')).includes('budget.decided'));

  const less = plan({ repairs: 10_000, materials: 1_000 }, { seen: 1 });
  assert.equal(await post('maintenance', '/budgets', less), 'budget.why_needed');
  assert.equal(await post('maintenance', '/budgets', { ...less, why: '物料减半' }), 'done');
  assert.equal(await decide('manager', 2, 'approved'), 'done');
  assert.equal(await decide('manager', 2, 'approved'), 'budget.not_waiting');
  const more = plan({ repairs: 12_000, materials: 1_000 }, { seen: 2, why: '电梯厅灯具更换' });
  assert.equal(await post('maintenance', '/budgets', more), 'done');
  const before = await monthOf('maintenance', '2026-10');
  assert.deepEqual([before['inForce'], lineOf(before, 'repairs').planned], [2, yuan(10_000)], 'until it is approved');
  assert.equal(await decide('manager', 3, 'approved'), 'done');
  const [newest, second, first] = (await monthOf('maintenance', '2026-10'))['versions'];
  assert.deepEqual(
    newest.lines.map((one: Record<string, any>) => [one['key'], one['before'], one['amount']]),
    [
      ['repairs', yuan(10_000), yuan(12_000)],
      ['materials', yuan(1_000), yuan(1_000)],
    ],
  );
  assert.deepEqual([newest.drawnBy.name, newest.decidedBy.name, newest.why], ['赵主管', '许经理', '电梯厅灯具更换']);
  assert.deepEqual([second.decision, first.decision, first.because], ['approved', 'sent_back', '物料可减']);

  const kept = (await clocksAbout(world, asked['id'])).map(({ kind, outcome }) => [kind, outcome]);
  assert.deepEqual(kept.slice(0, 2), [
    ['draw_up_budget', 'kept'],
    ['approve_budget', 'kept'],
  ]);
  await world.until('2026-10-01T09:00+08:00');
  const cleaning = world.departments['cleaning_greening']!;
  const { groups } = await read('cleaning', '/work/mine');
  const isLate = groups.find(({ key }: { key: string }) => key === 'late').items;
  assert.equal(isLate[0].clock.kind, 'draw_up_budget', 'turns late by itself');
  const late = { ...plan({ cleaning: 8_000 }), departmentId: cleaning };
  assert.equal(await post('cleaning', '/budgets', late), 'done');
  const { id } = await monthOf('cleaning', '2026-10', cleaning);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
});

const spend = (amount: number, more: object = {}) => ({
  departmentId: engineering(),
  line: 'repairs',
  amount: yuan(amount),
  spentOn: '2026-10-01',
  supplier: '南山五金店',
  whatFor: '12层走廊灯具',
  ...more,
});

test('an expense is recorded with all that belongs to it, and taken back only by a counter entry; the month compares [FINC-01]', async () => {
  const ticket = await takeInMatter(world, 'repair_public');
  const workOrderId = await mend(world, ticket);
  const receiptId = newId<'file'>(world.clock.now());
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  await world.act('maintenance', storeFile, { id: receiptId, name: '收据.png', bytes });
  for (const [who, given, code] of [
    ['desk', spend(1), 'right.missing'],
    ['captain', spend(1), 'right.out_of_scope'],
    ['maintenance', spend(1, { spentOn: '2026-10-02' }), 'expense.in_future'],
    ['maintenance', spend(1, { line: 'yachts' }), 'budget.line_unknown'],
    ['maintenance', spend(1, { supplier: '' }), 'input.malformed'],
    ['maintenance', spend(3_000, { ticketId: ticket.id, workOrderId, receiptId }), 'done'],
  ] as const)
    assert.equal(await post(who, '/expenses', given), code, code);
  const id = newId<'expense'>(world.clock.now());
  assert.equal(await post('maintenance', '/expenses', spend(500, { id })), 'done');
  assert.equal(await post('maintenance', '/expenses', spend(500, { id })), 'done', 'sent twice it counts once');
  const recorded = (await read('maintenance', '/expenses'))['items'];
  const [first, second] = [3_000, 500].map((one) =>
    recorded.find(({ amount }: { amount: number }) => amount === yuan(one)),
  );
  assert.deepEqual(
    [first.ticket.number, first.workOrder.number, first.receiptId, first.by.name, first.state],
    [ticket.number, `${ticket.number}-1`, receiptId, '赵主管', 'counted'],
  );
  const sees = (who: PersonKey) =>
    world.read(async (tx) => maySeeExpense(tx, (await actorOf(tx, world.people[who], world.clock.now()))!, first.id));
  assert.deepEqual([await sees('manager'), await sees('captain')], [true, false], 'who reads the receipt');

  assert.equal(await post('maintenance', `/expenses/${second.id}/take-back`, { because: '' }), 'input.malformed');
  assert.equal(await post('maintenance', `/expenses/${second.id}/take-back`, { because: '金额登错' }), 'done');
  assert.equal(
    await post('maintenance', `/expenses/${second.id}/take-back`, { because: '再来' }),
    'expense.counts_not',
  );
  const states = async (query: string) =>
    (await read('maintenance', `/expenses?${query}`))['items'].map((one: Record<string, any>) => one['amount'] / 100);
  assert.deepEqual(
    [await states('state=counter'), await states('state=taken_back'), await states(`ticket=${ticket.id}`)],
    [[-500], [500], [3_000]],
  );
  assert.deepEqual(
    [await states('q=五金&from=2026-10-02'), await states('until=2026-10-02&q=灯具&line=energy')],
    [[], []],
  );
  await assert.rejects(
    world.database.transact(world.organisation.schema, (tx) => sql`update expense set amount = 1`.execute(tx)),
    /only added to/,
  );
  const { body } = await desk.get('captain', '/expenses');
  assert.deepEqual(body['items'], [], 'of his own department only');

  const page = await monthOf('manager', '2026-10');
  const { planned, spent, committed, left, share } = lineOf(page, 'repairs');
  assert.deepEqual(
    [planned, spent, committed, left, share],
    [12_000, 3_000, 0, 9_000, 25].map((n, at) => (at < 4 ? yuan(n) : n)),
  );
  assert.deepEqual(page['total'].planned, yuan(13_000));
  assert.deepEqual(page['trend'].at(-1), { month: '2026-10', planned: yuan(13_000), spent: yuan(3_000), committed: 0 });
  const lines = (await read('manager', '/budget-lines?line=repairs&from=2026-10&until=2026-10'))['items'];
  assert.deepEqual(
    lines.map((one: Record<string, any>) => [one['month'], one['department'].name.en, one['spent']]),
    [['2026-10', 'Engineering and maintenance', yuan(3_000)]],
  );
});

test('before a line is overspent whoever records it reads the numbers; beyond it an expense waits for the centre manager [FINC-02]', async () => {
  assert.equal(lineOf(await monthOf('maintenance', '2026-10'), 'repairs').left, yuan(9_000), 'said beforehand');
  assert.equal(await post('maintenance', '/expenses', spend(6_500)), 'done', '79 % of it');
  const warned = async (who: PersonKey) =>
    (await told(world, who)).filter((one) => one.type === 'budget.share_reached').map((one) => one.params['open']);
  wait(world);
  assert.deepEqual(await warned('manager'), []);
  assert.equal(await post('maintenance', '/expenses', spend(500)), 'done');
  wait(world);
  assert.deepEqual(await warned('manager'), [80]);

  const { status, body } = await desk.send('maintenance', 'POST', '/expenses', spend(2_500));
  assert.equal(status, 409);
  assert.deepEqual(body, {
    ...body,
    code: 'expense.beyond_budget',
    params: { line: 'repairs', planned: '12000.00', left: '2000.00', amount: '2500.00', over: '500.00' },
  });
  assert.equal(await post('maintenance', '/expenses', spend(2_500, { askApproval: true })), 'done');
  wait(world);
  assert.deepEqual(await warned('manager'), [100, 80], 'once at each share');
  const line = async () => lineOf(await monthOf('maintenance', '2026-10'), 'repairs');
  const { spent, committed, left } = await line();
  assert.deepEqual([spent, committed, left], [yuan(10_000), yuan(2_500), yuan(-500)], 'committed until it is decided');
  assert.equal(
    await post('maintenance', '/expenses', spend(1)),
    'expense.beyond_budget',
    'and leaves no room meanwhile',
  );

  const [waiting] = (await read('manager', '/expenses?state=waiting'))['items'];
  assert.equal((await owedBy('manager', 'approve_expense')).length, 1);
  const decide = (who: PersonKey, decision: string, because = '') =>
    post(who, `/expenses/${waiting.id}/decide`, { decision, because });
  assert.equal(await decide('maintenance', 'approved'), 'right.missing');
  assert.equal(await decide('office', 'approved'), 'budget.other_post');
  assert.equal(await decide('manager', 'refused'), 'budget.because_needed');
  assert.equal(await decide('manager', 'refused', '下月再办'), 'done');
  assert.equal(await decide('manager', 'approved'), 'expense.decided');
  assert.deepEqual([(await line()).committed, (await line()).left], [0, yuan(2_000)]);
  wait(world);
  assert.ok((await typesTold(world, 'maintenance')).includes('budget.decided'));

  const urgent = spend(2_500, { id: newId<'expense'>(world.clock.now()), askApproval: true });
  assert.equal(await post('maintenance', '/expenses', urgent), 'done');
  assert.equal(await post('manager', `/expenses/${urgent['id' as never]}/decide`, { decision: 'approved' }), 'done');
  const now = await line();
  assert.deepEqual([now.spent, now.left, now.share], [yuan(12_500), yuan(-500), 104]);
  const over = (await read('manager', '/budget-lines?over=true'))['items'];
  assert.deepEqual(
    over.map((one: Record<string, any>) => one['key']),
    ['repairs'],
  );
  wait(world);
  assert.deepEqual(await warned('manager'), [100, 80], 'and never again in this month');
});

/** Somebody waits for a lock that another transaction holds. */
const isWaited = async (): Promise<boolean> =>
  (await world.read((tx) => sql`select from pg_locks where not granted`.execute(tx))).rows.length > 0;

test('two expenses at once never slip under the limit together [FINC-02]', async () => {
  const each = spend(700, { line: 'materials' });
  const recorded = Promise.withResolvers<void>();
  const commit = Promise.withResolvers<void>();
  const first = world.act('maintenance', async (context) => {
    await recordExpense(context, recordExpenseInput.parse(each));
    recorded.resolve();
    await commit.promise;
  });
  await recorded.promise;
  const state = { answered: false };
  const second = desk.send('maintenance', 'POST', '/expenses', each).finally(() => (state.answered = true));
  while (!state.answered && !(await isWaited()));
  commit.resolve();
  await first;
  assert.equal((await second).body['code'], 'expense.beyond_budget');
  assert.equal(lineOf(await monthOf('maintenance', '2026-10'), 'materials').spent, yuan(700));
});

const HEAD = ['所属期间', '收支类型', '项目', '金额', '备注'];

test('planning and finance supplies each quarter’s income and expenditure; the manager publishes them to owners, and a correction says so [FEE-04] [REPT-23] [ROLE-36]', async () => {
  const [owed] = await owedBy(finance, 'supply_accounts');
  assert.deepEqual(
    [owed.begins, owed.clock.dueAt],
    ['2026-07-01', instant('2026-10-16T00:00+08:00')],
    'fifteen days from the end of the quarter',
  );
  const id = owed.subject.id as string;
  const imports = importDesk(world, desk);
  const brought = await imports.bring(finance, 'account-lines', [
    HEAD,
    ['2026-07-01', '收入', '物业服务费', '486000.00', ''],
    ['2026-08-15', '收入', '停车费', '62300', '含临停'],
    ['2026-07-01', '支出', '电梯维保费', '52300.50', ''],
    ['2026-07-01', '结余', '绿化费', '100', ''],
    ['2026-07-01', '支出', '保洁费', '约八千', ''],
    ['', '支出', '绿化费', '100', ''],
  ]);
  assert.deepEqual([brought.taken['new'], brought.taken['refused']], [3, 3]);
  assert.deepEqual(await imports.whyOf(finance, brought.id), [
    [5, 'side import.no_such_choice'],
    [6, 'amount import.amount_unreadable'],
    [7, 'day import.missing'],
  ]);
  assert.equal((await imports.send('desk', 'account-lines', [HEAD])).status, 403);

  const line = { side: 'expenditure', name: '保洁费', amount: yuan(81_000) };
  assert.equal(await post('manager', `/accounts/${id}/lines`, line), 'right.missing', 'that is the finance post’s');
  assert.equal(await post(finance, `/accounts/${id}/lines`, line), 'done');
  assert.equal(await post(finance, `/accounts/${id}/lines`, line), 'accounts.line_twice');
  const page = async (one = id) => read('manager', `/accounts/${one}`);
  const written = (await page())['lines'].at(-1);
  assert.equal(await post(finance, `/accounts/${id}/lines`, { ...line, id: written.id, amount: yuan(80_000) }), 'done');
  assert.deepEqual((await page())['changes'][0], {
    ...(await page())['changes'][0],
    name: '保洁费',
    before: yuan(81_000),
    after: yuan(80_000),
    by: { id: world.people[finance], name: 'finance先生' },
  });
  const decide = (who: PersonKey, decision: string, because = '', one = id) =>
    post(who, `/accounts/${one}/decide`, { decision, because });
  assert.equal(await decide('manager', 'publish'), 'accounts.not_supplied');
  assert.equal(await post(finance, `/accounts/${id}/supply`, { remark: '详见服务中心公示栏。' }), 'done');
  assert.equal(await post(finance, `/accounts/${id}/lines`, line), 'accounts.supplied');
  assert.deepEqual(await owedBy(finance, 'supply_accounts'), []);
  const shown = async () => (await read(finance, '/public/accounts'))['items'];
  assert.deepEqual(await shown(), [], 'not before the manager');
  assert.equal((await owedBy('manager', 'approve_accounts')).length, 1);
  assert.equal(await decide(finance, 'publish'), 'right.missing');
  assert.equal(await decide('office', 'publish'), 'budget.other_post');
  assert.equal(await decide('manager', 'send_back'), 'budget.because_needed');
  assert.equal(await decide('manager', 'send_back', '漏列公共水电'), 'done');
  assert.equal((await owedBy(finance, 'revise_accounts')).length, 1);
  const energy = { side: 'expenditure', name: '公共水电', amount: yuan(30_000) };
  assert.equal(await post(finance, `/accounts/${id}/lines`, energy), 'done');
  assert.equal(await post(finance, `/accounts/${id}/supply`, {}), 'done');
  assert.equal(await decide('manager', 'publish'), 'done');
  const [published] = await shown();
  assert.deepEqual(
    [published.begins, published.version, published.totals, published.publishedBy, published.corrects],
    ['2026-07-01', 1, { income: yuan(548_300), expenditure: 16_230_050, result: 38_599_950 }, '许经理', null],
  );
  assert.equal(published.publishedAt, world.clock.now());
  wait(world);
  assert.ok((await typesTold(world, finance)).includes('budget.decided'));

  assert.equal(await post(finance, `/accounts/${id}/correct`, { because: '停车费少计一笔' }), 'done');
  assert.equal(await post(finance, `/accounts/${id}/correct`, { because: '再来' }), 'accounts.newer_version');
  const next = (await page())['versions'][0].id as string;
  const parking = (await page(next))['lines'].find((one: { name: string }) => one.name === '停车费');
  assert.equal(await post(finance, `/accounts/${next}/lines`, { ...parking, amount: yuan(63_000) }), 'done');
  assert.deepEqual(
    (await shown()).map((one: { version: number }) => one.version),
    [1],
    'until it is published',
  );
  assert.equal(await post(finance, `/accounts/${next}/supply`, {}), 'done');
  assert.equal(await decide('manager', 'publish', '', next), 'done');
  const [corrected] = await shown();
  assert.deepEqual(
    [corrected.version, corrected.totals.income, corrected.corrects],
    [2, yuan(549_000), { publishedAt: published.publishedAt, because: '停车费少计一笔' }],
  );
  assert.deepEqual((await page())['totals'].income, yuan(548_300), 'what was published stays as it was');
  const open = (await read(finance, '/accounts?state=open'))['items'];
  assert.deepEqual(
    open.map((one: { begins: string }) => one.begins),
    ['2026-10-01'],
    'the next quarter is on its way',
  );
  assert.equal(await post(finance, `/accounts/${open[0].id}/supply`, {}), 'accounts.period_not_over');
  assert.equal(await refusedTo(finance, '/customers'), 'right.missing', 'and no customer’s matter is his');
  assert.equal(await post(finance, '/expenses', spend(1)), 'right.missing');
});
