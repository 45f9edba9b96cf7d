import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { eraseCustomer } from '../../src/customer/commands/erase-customer.ts';
import { receiveNotice } from '../../src/rectification/commands/answer-notice.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { noticePage } from '../../src/rectification/page.ts';
import { issueNoticeInput } from '../../src/rectification/inputs.ts';
import { changeTicket } from '../../src/ticket/commands/change-ticket.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { reclassifyTicket } from '../../src/ticket/commands/reclassify-ticket.ts';
import { reopenTicket } from '../../src/ticket/commands/reopen-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { ticketTimeline } from '../../src/ticket/timeline.ts';
import { takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

test('who did what and when, with receipts signed for, is shown to the superior; nobody rewrites it [PRIN-10]', async () => {
  const { id } = await takeInMatter(world, 'leak', { happenedAt: '2026-09-21T08:40:00+08:00' });
  world.at('2026-09-21T09:30+08:00');
  await world.act('supervisor', changeTicket, id, { urgency: 'emergency' });
  const notice = { departmentId: world.departments['engineering'], findings: '无人应答', ticketId: id };
  const noticeId = await world.act('supervisor', issueNotice, issueNoticeInput.parse(notice));
  world.at('2026-09-21T10:00+08:00');
  await world.act('maintenance', receiveNotice, noticeId, {});
  const { items } = await world.ask('deputy', ticketTimeline, id, { limit: 100 });
  const of = (type: string) => items.find((one) => one.type === type)!;
  assert.deepEqual(
    [of('ticket.opened').happenedAt, of('ticket.opened').recordedAt],
    ['2026-09-21T00:40:00.000Z', '2026-09-21T01:00:00.000Z'],
    'when it happened, and when it was entered',
  );
  assert.deepEqual(of('ticket.changed').data['former'], { urgency: 'urgent' }, 'and what stood there before');
  assert.deepEqual(
    ['ticket.opened', 'ticket.changed', 'rectification.received'].map((type) => of(type).actor?.name),
    ['王前台', '何主管', '赵主管'],
  );
  const receipt = await world.ask('deputy', noticePage, noticeId);
  assert.deepEqual(
    [receipt.receivedBy?.name, receipt.receivedAt],
    ['赵主管', world.clock.now()],
    'signed for, and when',
  );
  for (const rewrite of [sql`update event set data = '{}'`, sql`delete from event where type = 'ticket.changed'`])
    await assert.rejects(
      world.database.transact(world.organisation.schema, (tx) => rewrite.execute(tx)),
      /the journal only grows/,
    );
});

test('a change to a ticket shows the former value: facts in the journal, words where they can be erased [PRIN-10]', async () => {
  const opened = {
    fields: { about: 'noise', wanted_solution: '请林女士楼上安静' },
    callerName: '林先生',
    need: '孩子睡不着',
    customerId: world.customers.lin,
  };
  const { id } = await takeInMatter(world, 'complaint', opened);
  await world.act('desk', changeTicket, id, {
    need: '老人睡不着',
    callerName: '林伯',
    fields: { about: 'security', wanted_solution: '换门锁' },
  });
  const change = async () => {
    const { items } = await world.ask('deputy', ticketTimeline, id, { limit: 100 });
    return items.find((one) => one.type === 'ticket.changed')!;
  };
  const first = await change();
  assert.deepEqual(first.data['former'], {
    need: null,
    caller_name: null,
    fields: { about: 'noise', wanted_solution: null },
  });
  assert.deepEqual(first.words!.split('\n').toSorted(), ['孩子睡不着', '请林女士楼上安静', '林先生'].toSorted());
  await world.act('supervisor', cancelTicket, id, { as: 'withdrawn', reason: '' });
  await world.act('manager', eraseCustomer, world.customers.lin, { reason: 'asked_by_customer' });
  assert.deepEqual((await change()).words!.split('\n').toSorted(), ['孩子睡不着', '请—楼上安静'].toSorted());
});

test('what settling, reopening and another kind replaced is kept as for a change [PRIN-10]', async () => {
  const opened = { fields: { about: 'noise', wanted_solution: '请楼上安静' }, customerId: world.customers.chen };
  const { id } = await takeInMatter(world, 'complaint', opened);
  const entry = async (type: string) => {
    const { items } = await world.ask('deputy', ticketTimeline, id, { limit: 100 });
    return items.find((one) => one.type === type)!;
  };
  await world.act('desk', changeTicket, id, { severity: 'major' });
  await world.act('supervisor', reclassifyTicket, id, {
    kind: 'leak',
    reason: '楼上漏水',
    fields: { leak_from: 'pipe' },
  });
  const becameLeak = await entry('ticket.reclassified');
  assert.deepEqual(becameLeak.data['former'], {
    stage: 'received',
    severity: 'major',
    fields: { about: 'noise', leak_from: null, wanted_solution: null },
  });
  assert.equal(becameLeak.words, '请楼上安静');

  const settled = { outcome: '已换软管', fields: { leak_from: 'ceiling', found_cause: '软管老化' } };
  await world.act('desk', resolveTicket, id, settled);
  const resolved = await entry('ticket.resolved');
  assert.deepEqual(resolved.data['former'], { fields: { found_cause: null, leak_from: 'pipe' } });

  const resolvedAt = resolved.happenedAt;
  await world.act('desk', reopenTicket, id, { reason: '又漏了', because: 'by_hand' });
  const again = await entry('ticket.reopened');
  assert.deepEqual(again.data['former'], { outcome: null, resolved_at: resolvedAt });
  assert.equal(again.words, '已换软管', 'what was said to have settled it stands where it was taken back');

  await world.act('desk', resolveTicket, id, { outcome: '已换阀门', fields: {} });
  assert.equal((await entry('ticket.resolved')).data['former'], undefined, 'nothing was replaced, so nothing is kept');
});
