import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { beginCurrentSummaries } from '../../src/summary/commands/begin-summaries.ts';
import { addCustomer } from '../../src/customer/commands/add-customer.ts';
import { addCustomerInput } from '../../src/customer/inputs.ts';
import { changeCustomer } from '../../src/customer/commands/change-customer.ts';
import type { Id } from '../../src/kernel/id.ts';
import { acknowledgeNotification } from '../../src/notification/commands/acknowledge-notification.ts';
import { submitSummary } from '../../src/summary/commands/submit-summary.ts';
import { submitSummaryInput, summariesQuery } from '../../src/summary/inputs.ts';
import { listSummaries } from '../../src/summary/list.ts';
import { summaryPage } from '../../src/summary/page.ts';
import { recordSituation } from '../../src/ticket/commands/add-note.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { beginOnly, clocksAbout, takeInMatter, told, wait } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  await beginOnly(world, beginCurrentSummaries);
});
after(() => world.drop());

const months = async (who: 'service_head' | 'manager' | 'captain' = 'service_head') =>
  (await world.ask(who, listSummaries, summariesQuery.parse({ about: 'matters', period: 'month' }))).items;
const idOf = async (month: string): Promise<Id<'summary'>> =>
  (await months()).find((one) => one.begins === month)!.id as Id<'summary'>;
const words = submitSummaryInput.parse({ text: '特殊情况均已书面记录并逐户回访', measures: '重大投诉专人跟进' });
const complain = (over: object = {}) =>
  takeInMatter(world, 'complaint', { fields: { about: 'noise', wanted_solution: '安静' }, ...over });
const page = async (month: string) => world.ask('service_head', summaryPage, await idOf(month));

test('each month the head of customer service owes a report of special situations, seen before it is due [PRIN-07] [REPT-06]', async () => {
  const [first] = await months();
  assert.deepEqual([first!.begins, first!.owner!.name, first!.submittedAt], ['2026-09-01', '杨部长', null]);
  const [owed] = await clocksAbout(world, first!.id);
  assert.deepEqual([owed!.kind, owed!.state, owed!.started_at], ['monthly_report', 'running', first!.until]);
  assert.ok(owed!.due_at > first!.until);
  await assert.rejects(world.act('service_head', submitSummary, first!.id as Id<'summary'>, words), {
    code: 'summary.month_not_over',
  });
});

test('it draws what the records hold of the month, each leading to its matter [PRIN-07] [REPT-06]', async () => {
  const usual = await complain();
  await world.act('desk', recordSituation, usual.id, { text: '业主情绪激动，主管到前台安抚' });
  const major = await complain({ severity: 'major' });
  const demand = await takeInMatter(world, 'help', { title: '要求免收全年物业费' });
  await world.act('supervisor', cancelTicket, demand.id, { as: 'declined', reason: '无合同依据' });
  await world.act('desk', changeCustomer, world.customers.lin, { vip: true });
  const firm = { kind: 'company', name: '顾问公司', vip: true, members: [{ customerId: world.customers.chen }] };
  const guest = await complain({ customerId: world.customers.lin });
  const firmId = await world.act('desk', addCustomer, addCustomerInput.parse(firm));
  const withFirm = (await page('2026-09-01')).special!.figures.vip;
  assert.deepEqual(withFirm, { n: 3, before: 0 }, 'who belongs to a VIP firm counts, with both his complaints');
  await world.act('desk', changeCustomer, firmId, { vip: false });
  const { special, statistics, complaints } = await page('2026-09-01');
  assert.deepEqual([statistics, complaints], [null, []]);
  assert.deepEqual(special!.figures, {
    situation: { n: 1, before: 0 },
    major: { n: 1, before: 0 },
    grave: { n: 0, before: 0 },
    declined: { n: 1, before: 0 },
    vip: { n: 1, before: 0 },
  });
  assert.deepEqual(
    special!.situations.map(({ sort, ticketId, words: said }) => [sort, ticketId, said]).toSorted(),
    [
      ['situation', usual.id, '业主情绪激动，主管到前台安抚'],
      ['major', major.id, null],
      ['declined', demand.id, '无合同依据'],
      ['vip', guest.id, null],
    ].toSorted(),
  );
});

test('over, it is submitted upward with its time, whoever hears says that he knows, and it is never changed [PRIN-07] [REPT-06]', async () => {
  await world.until('2026-10-09T09:30+08:00');
  const reminded = (await told(world, 'service_head')).filter((one) => one.params['kind'] === 'monthly_report');
  assert.equal(reminded.length, 1, 'whoever owes it hears that the month is over');
  assert.ok(await idOf('2026-10-01'), 'and the month after has begun');
  const id = await idOf('2026-09-01');
  await assert.rejects(world.act('manager', submitSummary, id, words), { code: 'summary.not_yours' });
  await world.act('service_head', submitSummary, id, words);
  wait(world);
  const [heard] = (await told(world, 'manager')).filter((one) => one.type === 'summary.month_submitted');
  assert.deepEqual([heard!.acknowledgement, heard!.params['month']], ['wanted', '2026-09-01']);
  await world.act('manager', acknowledgeNotification, heard!.id as never);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'kept');
  await complain({ severity: 'grave', happenedAt: '2026-09-20T20:00:00+08:00' });
  const read = await world.ask('manager', summaryPage, id);
  assert.deepEqual([read.text, read.submittedBy!.name, read.readAt], [words.text, '杨部长', world.clock.now()]);
  assert.deepEqual(read.special!.figures.grave, { n: 0, before: 0 }, 'as it stood when it was submitted');
  await assert.rejects(world.act('service_head', submitSummary, id, words), { code: 'summary.submitted' });
  const next = await page('2026-10-01');
  assert.deepEqual(next.special!.figures.grave, { n: 0, before: 1 }, 'beside the month before, counted anew');
});

test('left lying, it turns late by itself and those above hear of it; other departments see none [PRIN-07] [REPT-06]', async () => {
  await world.until('2026-11-12T09:00+08:00');
  const id = await idOf('2026-10-01');
  const [owed] = await clocksAbout(world, id);
  assert.ok(owed!.due_at < world.clock.now() && owed!.settled_at === null);
  assert.ok((await told(world, 'manager')).some((one) => one.params['kind'] === 'monthly_report'));
  assert.deepEqual(await months('captain'), []);
  await world.act('service_head', submitSummary, id, words);
  assert.equal((await clocksAbout(world, id))[0]!.outcome, 'late');
});
