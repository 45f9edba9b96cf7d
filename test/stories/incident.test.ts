import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { intakeInput } from '../../src/contact/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { answerIncident } from '../../src/ticket/commands/answer-incident.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { joinIncident } from '../../src/ticket/commands/link-tickets.ts';
import { waitFor } from '../../src/ticket/commands/move-stage.ts';
import * as inputs from '../../src/ticket/inputs.ts';
import * as inWords from '../../src/ticket/inputs-words.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { clocksAbout, mend, settle, takeInMatter, ticketNow, visitsOf } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { CustomerKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const tell = inWords.answerIncidentInput.parse({ text: '水泵已更换,现已恢复供水' });
const page = (id: string) => world.ask('supervisor', ticketPage, id);
const clock = async (id: string, kind: string) => (await clocksAbout(world, id)).find((one) => one.kind === kind)!;

async function report(kind: string, incidentId: Id<'ticket'>, customer: CustomerKey, over: object = {}) {
  return (await takeInMatter(world, kind, { customerId: world.customers[customer], incidentId, ...over })).id;
}

test('settled, one answer settles the reports of one big incident and tells every caller; what its kind asks for still holds a report open [WORK-05, ESCL-02, PRIN-01]', async () => {
  const incident = await takeInMatter(world, 'repair_public', { title: '3栋停水', placeId: world.places.building });
  const plain = await report('repair_private', incident.id, 'lin');
  const waiting = await report('repair_private', incident.id, 'zhou');
  await world.act('desk', waitFor, waiting, inputs.waitInput.parse({ reason: 'waiting_parts' }));
  const atWork = await report('repair_private', incident.id, 'chen');
  const task = { departmentId: world.departments['engineering'], task: '查表后阀' };
  await world.act('desk', issueWorkOrder, atWork, task);
  const angry = await report('complaint', incident.id, 'lin');
  const settledBefore = await takeInMatter(world, 'repair_private', {});
  await world.act('desk', joinIncident, settledBefore.id, { incidentId: incident.id });
  await settle(world, settledBefore);
  await mend(world, incident);
  await settle(world, incident);
  world.at('2026-09-21T11:00+08:00');
  assert.equal(await world.act('desk', answerIncident, incident.id, tell), 5);
  for (const id of [plain, waiting, settledBefore.id]) {
    const { stage_class, told_at, outcome } = await ticketNow(world, id);
    assert.deepEqual([stage_class, told_at, outcome], ['resolved', world.clock.now(), '已处理完毕']);
    assert.equal((await clock(id, 'tell_result')).outcome, 'kept', 'nobody owes him the result any more');
    assert.equal((await visitsOf(world, id)).length, 1, 'and he is visited like anybody');
    const told = (await world.events({ ticketId: id })).filter((one) => one.type === 'ticket.customer_told');
    assert.deepEqual(
      told.map((one) => one.data['channel']),
      ['sms'],
      'the record that he was told',
    );
  }
  assert.equal((await clock(waiting, 'complete')).outcome, 'kept', 'a clock that stood is settled too');
  for (const [id, why] of [
    [atWork, 'ticket.work_order_open'],
    [angry, 'ticket.apology_missing'],
  ] as const) {
    const shown = await page(id);
    assert.deepEqual([shown.resolvedAt, shown.toldAt, shown.can['resolve']?.code], [null, null, why]);
    assert.equal(shown.answeredAt, world.clock.now(), 'it heard the answer all the same');
  }
});

test('only an incident that runs, and is no report itself, gathers reports, at intake as afterwards', async () => {
  const incident = await takeInMatter(world, 'repair_public', { title: '1栋停电', placeId: world.places.building });
  const first = await report('repair_private', incident.id, 'lin');
  const over = await takeInMatter(world, 'repair_public', { placeId: world.places.corridor });
  await world.act('supervisor', cancelTicket, over.id, inputs.cancelInput.parse({ as: 'withdrawn', reason: '误报' }));
  for (const [incidentId, code] of [
    [first, 'incident.is_a_report_itself'],
    [over.id, 'incident.ended'],
    [newId<'ticket'>(world.clock.now()), 'incident.unknown'],
  ] as const) {
    await assert.rejects(report('repair_private', incidentId, 'zhou'), { code });
    const other = await takeInMatter(world, 'repair_private');
    await assert.rejects(world.act('desk', joinIncident, other.id, { incidentId }), { code });
  }
  const intake = {
    contact: { channel: 'phone', purpose: 'repair', callerName: '来电人', placeId: world.places.flat0902 },
    ticket: { kind: 'repair_private', title: '没电', fields: { trouble: 'electrical' }, incidentId: incident.id },
  };
  await world.act('desk', takeIn, intakeInput.parse(intake));
  assert.equal((await page(incident.id)).reports, 2);
});
