import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clocksAbout, takeInMatter, told, typesTold, wait } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import type { Id } from '../kernel/id.ts';
import { Forbidden, Refused } from '../kernel/refusal.ts';
import { askRuling } from '../ticket/commands/ask-ruling.ts';
import { askRulingInput } from '../ticket/inputs.ts';
import { receiveNotice, replyNotice } from './commands/answer-notice.ts';
import { issueNotice } from './commands/issue-notice.ts';
import { recordFinding } from './commands/record-finding.ts';
import { verifyNotice } from './commands/verify-notice.ts';
import { withdrawNotice } from './commands/withdraw-notice.ts';
import { findingsQuery, listFindings } from './findings.ts';
import { findingInput, issueNoticeInput, replyNoticeInput, verifyNoticeInput } from './inputs.ts';
import { listNotices, noticesQuery } from './list.ts';
import { noticePage } from './page.ts';

let world: World;
before(async () => {
  world = await freshWorld();
});
after(() => world.drop());

const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code;

function issue(over: Record<string, unknown> = {}): Promise<Id<'rectification'>> {
  const input = { departmentId: world.departments['engineering'], findings: '三栋配电间未上锁', ...over };
  return world.act('supervisor', issueNotice, issueNoticeInput.parse(input));
}

const page = (id: Id<'rectification'>) => world.ask('supervisor', noticePage, id);

test('a notice has a number, an addressee, findings and a deadline; it is signed for, answered, verified [ESCL-01]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const id = await issue();
  for (const who of ['desk', 'maintenance', 'plumber'] as const) {
    const input = issueNoticeInput.parse({ departmentId: world.departments['security'], findings: '未整改' });
    await assert.rejects(world.act(who, issueNotice, input), { code: 'right.missing' }, `${who} issues none`);
  }
  const issued = await page(id);
  assert.ok(issued.number > 0);
  assert.deepEqual(
    [issued.addressee?.name, issued.findings, issued.issuedBy?.name, issued.state, issued.clock?.kind],
    ['赵主管', '三栋配电间未上锁', '何主管', 'issued', 'accept_notice'],
  );
  // three working days of engineering from Monday 9:00; National Day begins on Thursday, 1 October
  assert.equal(issued.deadlineAt, '2026-10-08T01:00:00.000Z');
  wait(world);
  assert.equal((await told(world, 'maintenance'))[0]!.type, 'notice.issued');
  world.at('2026-09-28T11:00+08:00');
  await world.act('maintenance', receiveNotice, id, {});
  world.at('2026-09-29T10:00+08:00');
  await world.act('maintenance', replyNotice, id, replyNoticeInput.parse({ measures: '已加锁并贴封条' }));
  wait(world);
  assert.equal((await told(world, 'supervisor'))[0]!.type, 'notice.replied');
  const verify = (await clocksAbout(world, id)).find((one) => one.kind === 'verify_notice')!;
  assert.equal(verify.owner_id, world.people.supervisor, 'who issued it looks whether it is right');
  await assert.rejects(
    world.act('maintenance', verifyNotice, id, verifyNoticeInput.parse({ accepted: true })),
    (error) => error instanceof Forbidden,
  );
  world.at('2026-09-29T15:00+08:00');
  await world.act('supervisor', verifyNotice, id, verifyNoticeInput.parse({ accepted: true }));
  assert.equal((await page(id)).state, 'verified');
  assert.deepEqual((await clocksAbout(world, id)).map((one) => [one.kind, one.state]).toSorted(), [
    ['accept_notice', 'kept'],
    ['reply_notice', 'kept'],
    ['verify_notice', 'kept'],
  ]);
});

test('a department answers its notices itself: neither who issued one nor the manager answers in its place [ESCL-04] [ROLE-35]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const id = await issue();
  const reply = replyNoticeInput.parse({ measures: '已加锁' });
  for (const who of ['supervisor', 'service_head', 'manager', 'captain'] as const) {
    await assert.rejects(world.act(who, receiveNotice, id, {}), { code: 'right.out_of_scope' }, who);
    await assert.rejects(world.act(who, replyNotice, id, reply), { code: 'right.out_of_scope' }, who);
    const { can } = await world.ask(who, noticePage, id);
    assert.deepEqual([can['receive']?.code, can['reply']?.code], ['right.out_of_scope', 'right.out_of_scope'], who);
  }
  await assert.rejects(world.act('desk', replyNotice, id, reply), { code: 'right.missing' });
  await world.act('maintenance', replyNotice, id, reply);
});

test('whoever is to mend it neither verifies nor withdraws it; one above him looks whether it is right [ESCL-04]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const departmentId = world.departments['customer_service'];
  const to = await issue({ departmentId });
  assert.equal((await page(to)).addressee?.name, '杨部长');
  await assert.rejects(
    world.act('service_head', withdrawNotice, to, { reason: '不属实' }),
    refusedWith('notice.addressed_to_you'),
  );
  await world.act('supervisor', replyNotice, to, replyNoticeInput.parse({ measures: '已重新培训' }));
  const [owed] = (await clocksAbout(world, to)).filter((one) => one.kind === 'verify_notice');
  assert.equal(
    owed!.owner_id,
    world.people.manager,
    'the issuer answered and the addressee is the head: the next above',
  );
  const accept = verifyNoticeInput.parse({ accepted: true });
  await assert.rejects(world.act('supervisor', verifyNotice, to, accept), refusedWith('notice.own_reply'));
  await assert.rejects(world.act('service_head', verifyNotice, to, accept), refusedWith('notice.addressed_to_you'));
  await world.act('manager', verifyNotice, to, accept);
});

test('a right that reaches a department issues to that department, whoever found it', async () => {
  const world = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    await world.act(null, async ({ tx }) => {
      const post = tx
        .selectFrom('post')
        .select(['id', 'rights'])
        .where('id', '=', world.posts['maintenance_supervisor']!);
      const { id, rights } = await post.executeTakeFirstOrThrow();
      const wider = JSON.stringify({ ...(rights as object), 'rectification.issue': 'department' });
      await tx
        .updateTable('post')
        .set({ rights: wider as never })
        .where('id', '=', id)
        .execute();
    });
    const words = { findings: '未整改' };
    const send = (key: string) =>
      world.act('maintenance', issueNotice, issueNoticeInput.parse({ ...words, departmentId: world.departments[key] }));
    const find = (key: string) =>
      world.act(
        'maintenance',
        recordFinding,
        findingInput.parse({ departmentId: world.departments[key], text: '未清运', way: 'to_department' }),
      );
    await send('engineering');
    await find('engineering');
    await assert.rejects(send('security'), { code: 'right.out_of_scope' });
    await assert.rejects(find('security'), { code: 'right.out_of_scope' });
  } finally {
    await world.drop();
  }
});

test('a rejected reply stays, with the reason, and another is awaited by a new deadline', async () => {
  world.at('2026-09-28T09:00+08:00');
  const id = await issue();
  world.at('2026-09-28T10:00+08:00');
  await world.act('maintenance', replyNotice, id, replyNoticeInput.parse({ measures: '已口头提醒' }));
  const reject = { accepted: false, reason: '未见整改照片', deadlineAt: '2026-09-30T18:00:00.000+08:00' };
  await world.act('supervisor', verifyNotice, id, verifyNoticeInput.parse(reject));
  const rejected = await page(id);
  assert.deepEqual(
    [rejected.state, rejected.deadlineAt, rejected.reply],
    ['rejected', '2026-09-30T10:00:00.000Z', null],
  );
  assert.deepEqual(
    rejected.rejected.map((one) => [one.reply, one.reason]),
    [['已口头提醒', '未见整改照片']],
  );
  assert.equal(rejected.clock?.kind, 'reply_notice');
  wait(world);
  assert.equal((await told(world, 'maintenance'))[0]!.type, 'notice.rejected');
  await assert.rejects(
    world.act(
      'maintenance',
      replyNotice,
      id,
      replyNoticeInput.parse({ measures: '早已完成', happenedAt: '2026-09-28T09:30:00.000+08:00' }),
    ),
    { code: 'happened.too_early' },
  );
  world.at('2026-09-29T10:00+08:00');
  await world.act('maintenance', replyNotice, id, replyNoticeInput.parse({ measures: '已加锁,附照片' }));
  await world.act('supervisor', verifyNotice, id, verifyNoticeInput.parse({ accepted: true }));
  const done = await page(id);
  assert.deepEqual([done.state, done.reply, done.rejected.length], ['verified', '已加锁,附照片', 1]);
});

test('withdrawn within the undo delay nobody hears of it; later the addressee is told; the number stays', async () => {
  world.at('2026-09-28T09:00+08:00');
  const before = (await typesTold(world, 'captain')).length;
  const security = { departmentId: world.departments['security'] };
  const quick = await issue(security);
  world.clock.advance(3_000);
  await world.act('supervisor', withdrawNotice, quick, { reason: '发错部门' });
  wait(world, 60);
  assert.equal((await typesTold(world, 'captain')).length, before);
  const recalled = await world.read((tx) =>
    tx.selectFrom('event').selectAll().where('type', '=', 'notification.recalled').execute(),
  );
  assert.deepEqual(
    recalled.map((event) => event.data),
    [{ type: 'notice.issued', to: world.people.captain }],
  );
  const slow = await issue(security);
  wait(world, 60);
  await world.act('supervisor', withdrawNotice, slow, { reason: '情况不实' });
  wait(world, 60);
  assert.deepEqual((await typesTold(world, 'captain')).slice(0, 2), ['notice.withdrawn', 'notice.issued']);
  const gone = await page(slow);
  assert.deepEqual([gone.state, gone.withdrawn?.reason, gone.clock], ['withdrawn', '情况不实', null]);
  await assert.rejects(world.act('captain', receiveNotice, slow, {}), refusedWith('notice.withdrawn'));
});

test('for a promise that was not kept, notice or request is chosen, and the journal keeps which [ESCL-01] [WORK-04]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const ticket = await takeInMatter(world, 'repair_private');
  const [dispatch] = (await clocksAbout(world, ticket.id)).filter((one) => one.kind === 'dispatch');
  const late = { commitmentId: dispatch!.id, departmentId: undefined, findings: '未按时派工' };
  await assert.rejects(issue(late), refusedWith('notice.not_late'));
  await world.until('2026-09-28T10:01+08:00');
  const id = await issue(late);
  const notice = await page(id);
  assert.deepEqual(
    [notice.source, notice.missed?.commitmentId, notice.ticket?.number],
    ['late', dispatch!.id, ticket.number],
  );
  await assert.rejects(issue(late), refusedWith('notice.already_issued'));
  const other = await takeInMatter(world, 'repair_private');
  const [second] = (await clocksAbout(world, other.id)).filter((one) => one.kind === 'dispatch');
  const question = { commitmentId: second!.id, question: '配件断货,是否外购?' };
  await world.act('desk', askRuling, other.id, askRulingInput.parse(question));
  const chosen = [...(await world.events({ ticketId: ticket.id })), ...(await world.events({ ticketId: other.id }))];
  assert.deepEqual(
    chosen
      .filter(({ type }) => type === 'rectification.issued' || type === 'ticket.ruling_asked')
      .map(({ type, data }) => [type, data['commitment']]),
    [
      ['rectification.issued', dispatch!.id],
      ['ticket.ruling_asked', second!.id],
    ],
  );
});

test('checking a department: corrected on the spot, reported up, or handed over as a notice [ESCL-03]', async () => {
  world.at('2026-09-28T09:00+08:00');
  const department = world.departments['cleaning_greening']!;
  const find = (way: string) =>
    world.act(
      'supervisor',
      recordFinding,
      findingInput.parse({ departmentId: department, text: `垃圾未清运 ${way}`, way }),
    );
  await find('corrected_on_the_spot');
  await find('reported_up');
  await find('to_department');
  wait(world);
  const words = findingInput.parse({ departmentId: department, text: '未清运', way: 'reported_up' });
  for (const who of ['desk', 'cleaning', 'plumber'] as const)
    await assert.rejects(
      world.act(who, recordFinding, words),
      { code: 'right.missing' },
      `${who} checks no department`,
    );
  assert.equal(findingInput.safeParse({ ...words, text: ' ' }).success, false);
  assert.equal(findingInput.safeParse({ ...words, way: undefined }).success, false, 'which of the three is said');
  const heardUp = (await told(world, 'service_head')).filter((one) => one.type === 'finding.reported');
  assert.equal(heardUp.length, 1, 'only what is reported up is told above');
  const [up] = heardUp as [(typeof heardUp)[number]];
  assert.deepEqual([up.type, up.params['department']], ['finding.reported', department]);
  const notice = (await told(world, 'cleaning'))[0]!;
  assert.deepEqual([notice.type, notice.params['source']], ['notice.issued', 'supervision']);
  const reported = await world.ask('manager', listFindings, findingsQuery.parse({ department, way: 'reported_up' }));
  assert.deepEqual(
    [up.subject.id],
    reported.items.map((one) => one.id),
  );
  const earlier = await world.ask(
    'manager',
    listFindings,
    findingsQuery.parse({ department, until: '2026-09-28T01:00:00Z' }),
  );
  assert.deepEqual(earlier.items, [], 'by period');
  const list = await world.ask('manager', listFindings, findingsQuery.parse({ department }));
  assert.deepEqual(list.items.map((one) => [one.way, one.notice?.state ?? null]).toSorted(), [
    ['corrected_on_the_spot', null],
    ['reported_up', null],
    ['to_department', 'issued'],
  ]);
});

test('lists: to sign, mine, overdue, of a period; an outside department sees its own only', async () => {
  const fresh = await freshWorld({ at: '2026-09-28T09:00+08:00' });
  try {
    const to = (key: string, deadlineAt: string) =>
      fresh.act(
        'supervisor',
        issueNotice,
        issueNoticeInput.parse({ departmentId: fresh.departments[key], findings: key, deadlineAt }),
      );
    const engineering = await to('engineering', '2026-09-29T09:00:00.000+08:00');
    const lift = await to('lift_firm', '2026-09-30T09:00:00.000+08:00');
    await fresh.act('lift', receiveNotice, lift, {});
    const list = async (who: 'supervisor' | 'maintenance' | 'lift' | 'plumber', query: Record<string, string>) =>
      (await fresh.ask(who, listNotices, noticesQuery.parse(query))).items.map((one) => one.id);
    assert.deepEqual(await list('supervisor', { state: 'to_sign' }), [engineering]);
    assert.deepEqual(await list('maintenance', { mine: 'true' }), [engineering]);
    assert.deepEqual(await list('lift', { state: 'all' }), [lift]);
    fresh.at('2026-09-29T12:00+08:00');
    assert.deepEqual(await list('supervisor', { state: 'overdue' }), [engineering]);
    assert.deepEqual(await list('supervisor', { state: 'open' }), [engineering, lift], 'the most overdue first');
    assert.deepEqual(
      await list('supervisor', { state: 'all', from: '2026-09-28T00:00:00.000Z', until: '2026-09-28T01:00:00.000Z' }),
      [],
    );
    await fresh.act('maintenance', replyNotice, engineering, replyNoticeInput.parse({ measures: '已整改' }));
    assert.deepEqual(await list('supervisor', { state: 'to_verify', mine: 'true' }), [engineering]);
  } finally {
    await fresh.drop();
  }
});

test('a notice left lying goes up: the superior, then the centre manager, then above [PRIN-07]', async () => {
  const fresh = await freshWorld({ at: '2026-09-14T09:00+08:00' });
  try {
    const id = await fresh.act(
      'supervisor',
      issueNotice,
      issueNoticeInput.parse({ departmentId: fresh.departments['engineering'], findings: '未整改' }),
    );
    await fresh.until('2026-09-18T20:00+08:00');
    const about = async (who: 'maintenance' | 'manager' | 'deputy') =>
      (await told(fresh, who)).filter((one) => one.type === 'clock.warn' && one.params['kind'] === 'accept_notice');
    assert.ok((await about('maintenance')).length > 0);
    assert.ok((await about('manager')).length > 0);
    assert.ok((await about('deputy')).length > 0);
    const notices = await fresh.read((tx) => tx.selectFrom('rectification').select('id').execute());
    assert.deepEqual(
      notices.map((one) => one.id),
      [id],
      'no notice about a notice',
    );
  } finally {
    await fresh.drop();
  }
});
