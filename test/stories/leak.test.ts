import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { intakeInput } from '../../src/contact/inputs.ts';
import { explainCommitment } from '../../src/commitment/explanation.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { MINUTE, plus } from '../../src/kernel/time.ts';
import { receiveNotice, replyNotice } from '../../src/rectification/commands/answer-notice.ts';
import { verifyNotice } from '../../src/rectification/commands/verify-notice.ts';
import { makeVisit } from '../../src/return-visit/commands/make-visit.ts';
import { signSlip } from '../../src/return-visit/commands/sign-slip.ts';
import { makeVisitInput } from '../../src/return-visit/inputs.ts';
import { closeTicket } from '../../src/ticket/commands/close-ticket.ts';
import { resolveTicket } from '../../src/ticket/commands/resolve-ticket.ts';
import { tellCustomer } from '../../src/ticket/commands/tell-customer.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { finishWorkOrder } from '../../src/work-order/commands/finish-work-order.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { acceptWorkOrder, arrive, noAccess, setOut } from '../../src/work-order/commands/take-steps.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  // Sunday; Monday 6 April 2026 is Tomb-Sweeping Day, and Tuesday works again
  world = await freshWorld({ at: '2026-04-05T20:10+08:00' });
});
after(() => world.drop());

const page = (ticketId: string) => world.ask('supervisor', ticketPage, ticketId);
const clockOf = async (ticketId: string, kind: string) =>
  (await page(ticketId)).clocks.find((clock) => clock.kind === kind && clock.state !== 'cancelled')!;
const told = (who: PersonKey) =>
  world.read((tx) => tx.selectFrom('notification').select('type').where('person_id', '=', world.people[who]).execute());
const result = { channel: 'phone' as const, toWhom: '', text: '软管已更换,请观察两天' };

test('a leak on a Sunday evening before a holiday, from the call to the verified rectification [CHAN-01, WORK-01, WORK-03, WORK-04, WORK-05, WORK-07, WORK-11, VISIT-01, VISIT-03, VISIT-06, VISIT-09, VISIT-11, ESCL-01, ESCL-02, ESCL-08, PRIN-01, PRIN-04, PRIN-10, COMP-11]', async (t) => {
  const ticketId = newId<'ticket'>(world.clock.now());
  await t.test('the night desk registers it and can say who owns it', async () => {
    const contact = {
      channel: 'phone',
      purpose: 'repair',
      customerId: world.customers.chen,
      placeId: world.places.flat1202,
      need: '厨房天花板在滴水',
    };
    const ticket = { id: ticketId, kind: 'leak', title: '3-1202 厨房天花板漏水', fields: { leak_from: 'ceiling' } };
    const workOrder = { task: '查看厨房天花板渗水来源', personId: world.people.plumber };
    await world.act('night', takeIn, intakeInput.parse({ contact, ticket, workOrder }));
    const shown = await page(ticketId);
    assert.equal(shown.owner.name, '夜班老孙');
    assert.ok(shown.number > 10_000);
    assert.equal(shown.can.close?.code, 'ticket.work_order_open');
  });

  await t.test('its clocks skip the night and the holiday, and say so', async () => {
    const complete = await clockOf(ticketId, 'complete');
    assert.ok(complete.dueAt >= '2026-04-07T00:00:00.000Z', complete.dueAt);
    const explained = await world.read((tx) =>
      explainCommitment(tx, world.clock.now(), complete.id as Id<'commitment'>),
    );
    const holiday = explained!.steps.find((step) => step.kind === 'outside-hours' && step.why === 'holiday');
    assert.ok(holiday, JSON.stringify(explained!.steps));
    assert.equal(explained!.steps.at(-1)!.kind, 'due');
  });

  const order = (await page(ticketId)).workOrders[0]!;
  await t.test(
    'nobody accepts, so the plumber is warned and the department gets a notice when time is up',
    async () => {
      const accept = await clockOf(ticketId, 'work_accept');
      await world.until(plus(accept.dueAt as Instant, 10 * MINUTE));
      assert.ok((await told('plumber')).length > 1);
      const notices = (await page(ticketId)).notices;
      assert.equal(notices.length, 1);
      assert.equal(notices[0]!.source, 'late');
    },
  );

  await t.test('he goes, finds nobody at home, comes again and mends it', async () => {
    await world.act('plumber', acceptWorkOrder, order.id, {});
    assert.equal((await clockOf(ticketId, 'work_accept')).state, 'late');
    await world.act('plumber', setOut, order.id, {});
    world.at('2026-04-07T08:50+08:00');
    const second = { fromAt: '2026-04-07T06:30:00.000Z', untilAt: '2026-04-07T07:30:00.000Z' } as never;
    await world.act('plumber', noAccess, order.id, { note: '敲门无人应', next: second });
    assert.equal((await clockOf(ticketId, 'work_arrive')).state, 'kept');
    world.at('2026-04-07T14:35+08:00');
    await world.act('plumber', arrive, order.id, {});
    world.at('2026-04-07T15:20+08:00');
    await world.act('plumber', finishWorkOrder, order.id, {
      findings: '楼上地漏密封失效',
      measures: '重做密封',
      minutes: 45,
      photoIds: [],
      signedBy: '陈先生',
    });
  });

  await t.test('settled and told, it stays open until it is visited', async () => {
    await world.act('night', resolveTicket, ticketId, {
      outcome: '已重做密封',
      fields: { found_cause: '地漏密封失效' },
    });
    await assert.rejects(world.act('supervisor', closeTicket, ticketId, {}), { code: 'ticket.customer_not_told' });
    await world.act('night', tellCustomer, ticketId, result);
    await assert.rejects(world.act('supervisor', closeTicket, ticketId, {}), { code: 'ticket.visit_due' });
    const visit = await clockOf(ticketId, 'return_visit');
    assert.equal(Date.parse(visit.dueAt) - Date.parse(visit.startedAt), 3 * 24 * 3_600_000);
  });

  await t.test('the visit finds it dripping again: reopened, and a notice to the department', async () => {
    world.at('2026-04-09T10:00+08:00');
    const due = (await page(ticketId)).visits.find((visit) => visit.state === 'due')!;
    const said = {
      reachedWhom: '陈先生',
      satisfaction: 2,
      opinion: '又在滴水',
      criticism: '没修彻底',
      fault: { findings: '密封后仍滴水', issueNow: true },
    };
    await world.act('desk', makeVisit, due.id, makeVisitInput.parse(said));
    const shown = await page(ticketId);
    assert.equal(shown.stage.class, 'active');
    assert.equal(shown.reopenedCount, 1);
    assert.equal(shown.notices.filter((notice) => notice.source === 'visit').length, 1);
  });

  await t.test('mended for good, visited, closed', async () => {
    await world.act('supervisor', issueWorkOrder, ticketId, { task: '更换整段排水管', personId: world.people.plumber });
    const again = (await page(ticketId)).workOrders.at(-1)!;
    await world.act('plumber', acceptWorkOrder, again.id, {});
    world.at('2026-04-09T14:00+08:00');
    await world.act('plumber', finishWorkOrder, again.id, {
      findings: '排水管开裂',
      measures: '整段更换',
      minutes: 90,
      photoIds: [],
    });
    await world.act('night', resolveTicket, ticketId, {
      outcome: '整段更换排水管',
      fields: { found_cause: '排水管开裂' },
    });
    await world.act('night', tellCustomer, ticketId, result);
    world.at('2026-04-10T10:00+08:00');
    const due = (await page(ticketId)).visits.find((visit) => visit.state === 'due')!;
    await world.act(
      'desk',
      makeVisit,
      due.id,
      makeVisitInput.parse({ reachedWhom: '陈先生', satisfaction: 5, opinion: '这次好了' }),
    );
    await world.act('supervisor', closeTicket, ticketId, {});
    assert.equal((await page(ticketId)).stage.class, 'closed');
  });

  await t.test('the head of the department tells the customer and signs the slips', async () => {
    for (const visit of (await page(ticketId)).visits) {
      await assert.rejects(world.act('desk', signSlip, visit.id, { resultTold: '' }), { code: 'right.missing' });
      await world.act('maintenance', signSlip, visit.id, { resultTold: '已当面说明原因与处理结果' });
    }
    assert.ok((await page(ticketId)).visits.every((visit) => visit.signedBy?.name === '赵主管'));
  });

  await t.test('the notices are signed for, answered and verified by the manager', async () => {
    for (const notice of (await page(ticketId)).notices) {
      await world.act('maintenance', receiveNotice, notice.id, {});
      await world.act('maintenance', replyNotice, notice.id, { measures: '排水管整段更换,班组复盘' });
      await world.act('manager', verifyNotice, notice.id, { accepted: true, reason: '现场复查合格' });
    }
    assert.deepEqual(
      (await page(ticketId)).notices.map((notice) => notice.state),
      ['verified', 'verified'],
    );
    const journal = await world.events({ ticketId });
    assert.ok(journal.some((event) => event.type === 'rectification.verified'));
    assert.equal(
      (
        await world.read((tx) =>
          tx
            .selectFrom('commitment')
            .select('id')
            .where('ticket_id', '=', ticketId)
            .where('settled_at', 'is', null)
            .execute(),
        )
      ).length,
      0,
    );
  });
});
