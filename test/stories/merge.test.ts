import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { takeIn } from '../../src/contact/commands/take-in.ts';
import { intakeInput } from '../../src/contact/inputs.ts';
import { keepDraft } from '../../src/draft/commands/keep-draft.ts';
import { draftOn } from '../../src/draft/queries.ts';
import type { Id } from '../../src/kernel/id.ts';
import { mergeTickets } from '../../src/merging/commands/merge-tickets.ts';
import { splitTicket } from '../../src/merging/commands/split-ticket.ts';
import { unmergeTicket } from '../../src/merging/commands/unmerge-ticket.ts';
import { splitInput } from '../../src/merging/inputs.ts';
import { previewMerge } from '../../src/merging/preview.ts';
import { answerCustomer } from '../../src/ticket/commands/add-note.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { linkTickets, unlinkTickets } from '../../src/ticket/commands/link-tickets.ts';
import { promiseReply } from '../../src/ticket/commands/promise-reply.ts';
import { noteInput, answerInput } from '../../src/ticket/inputs-words.ts';
import { promiseInput } from '../../src/ticket/inputs.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import { ticketTimeline } from '../../src/ticket/timeline.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { clocksAbout, settle, takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const ASKED = { fields: { question: '泳池几点开' } };
const refused = (code: string) => (fault: { code?: string }) => fault.code === code;
const answer = (text: string) => answerInput.parse({ text });
const running = async (id: string) =>
  (await clocksAbout(world, id))
    .filter((clock) => clock.settled_at === null)
    .map(({ kind, due_at }) => `${kind} ${due_at}`);
const merge = (into: string, ...from: Id<'ticket'>[]) => world.act('supervisor', mergeTickets, into, { fromIds: from });
const timeline = async (id: string) => (await world.ask('supervisor', ticketTimeline, id, { limit: 200 })).items;

test('two calls about one leak become one ticket: the earliest promise of each kind goes on, and what was said and sent goes along', async () => {
  const first = await world.act(
    'desk',
    takeIn,
    intakeInput.parse({
      contact: {
        channel: 'phone',
        purpose: 'repair',
        customerId: world.customers.lin,
        need: '楼上漏水',
        placeId: world.places.flat1202,
      },
      ticket: { kind: 'leak', title: '厨房漏水', fields: { leak_from: 'pipe' } },
    }),
  );
  const earlier = first.ticketId as Id<'ticket'>;
  world.at('2026-09-21T09:40+08:00');
  const later = await takeInMatter(world, 'leak', { title: '厨房又漏了' });
  await world.act('desk', addNote, earlier, noteInput.parse({ text: '已通知物管' }));
  await world.act(
    'desk',
    promiseReply,
    earlier,
    promiseInput.parse({ dueAt: '2026-09-21T16:00:00+08:00', words: '回电' }),
  );
  await world.act('desk', issueWorkOrder, later.id, { departmentId: world.departments['engineering'], task: '关阀' });
  const order = await world.act('desk', issueWorkOrder, earlier, {
    departmentId: world.departments['engineering'],
    task: '上门查漏',
  });
  await world.act('desk', keepDraft, `ticket/${earlier}/answers`, 'Mr Lin, ');
  const preview = await world.ask('supervisor', previewMerge, later.id, [earlier]);
  assert.deepEqual(
    preview.items.map(({ why, workOrders, contacts, notes }) => [why, workOrders, contacts, notes]),
    [[null, 1, 1, 1]],
  );
  const number = (await ticketNow(world, earlier)).number;
  const goOn = preview.clocks.filter((clock) => clock.goesOn);
  assert.ok(
    goOn.every((clock) => clock.of === number),
    'said before: the earlier call’s promises are the earlier ones',
  );
  assert.equal(preview.clocks.filter((clock) => !clock.goesOn && clock.of === later.number).length, goOn.length - 1);

  const before = await running(earlier);
  await merge(later.id, earlier);
  const now = await running(later.id);
  for (const clock of before) assert.ok(now.includes(clock), `${clock} goes on as first promised`);
  assert.equal(new Set(now.map((clock) => clock.split(' ')[0])).size, now.length, 'one of each kind');
  assert.ok(now.some((clock) => clock.startsWith('promise ')));
  assert.deepEqual(await running(earlier), []);
  const page = await world.ask('supervisor', ticketPage, later.id);
  assert.deepEqual(
    page.workOrders.map(({ no, task }) => [no, task]),
    [
      [1, '关阀'],
      [2, '上门查漏'],
    ],
  );
  assert.deepEqual(
    page.links.map(({ id, why }) => [id, why]),
    [[earlier, 'merged']],
  );
  const old = await world.ask('supervisor', ticketPage, earlier);
  assert.deepEqual([old.closedAs, old.links[0]?.why, old.links[0]?.id], ['duplicate', 'merged_into', later.id]);
  const told = await timeline(later.id);
  const note = told.find((one) => one.note?.text === '已通知物管');
  assert.equal(note?.of, number, 'read on the other, said of which');
  assert.equal(told.find((one) => one.type === 'ticket.opened' && one.of === number)?.words, '楼上漏水');
  const merged = told.find((one) => one.type === 'ticket.merged');
  assert.equal(
    (merged!.data['clocks'] as { of: string }[]).every((clock) => clock.of === String(number)),
    true,
  );
  assert.equal((await world.ask('desk', draftOn, `ticket/${later.id}/answers`))?.text, 'Mr Lin, ');
  assert.equal(await world.ask('desk', draftOn, `ticket/${earlier}/answers`), null);
  const clock = (await clocksAbout(world, order.id)).find((one) => one.kind === 'work_complete');
  assert.equal(clock?.ticket_id, later.id, 'the clocks of the work go with it');
});

test('taken back days later, owner, stage, clocks, work, touches and drafts stand as they stood', async () => {
  world.at('2026-09-22T09:00+08:00');
  const [one, two] = [await takeInMatter(world, 'leak', {}), await takeInMatter(world, 'leak', { title: '阳台漏水' })];
  await world.act('desk', issueWorkOrder, one.id, { departmentId: world.departments['engineering'], task: '查漏' });
  await world.act('desk', keepDraft, `ticket/${one.id}/notes`, 'half a');
  const stood = { one: await running(one.id), two: await running(two.id), row: await ticketNow(world, one.id) };
  await merge(two.id, one.id);
  world.at('2026-09-22T15:00+08:00');
  await world.act('supervisor', unmergeTicket, one.id);
  assert.deepEqual(await running(one.id), stood.one);
  assert.deepEqual(await running(two.id), stood.two);
  assert.deepEqual(await ticketNow(world, one.id), stood.row);
  const page = await world.ask('supervisor', ticketPage, one.id);
  assert.deepEqual([page.workOrders.length, page.workOrders[0]?.no, page.links], [1, 1, []]);
  assert.equal((await world.ask('desk', draftOn, `ticket/${one.id}/notes`))?.text, 'half a');
  assert.ok(
    (await timeline(two.id)).every((fact) => fact.of === null),
    'nothing of it is read on the other any more',
  );
  assert.ok(
    (await timeline(two.id)).some((fact) => fact.type === 'ticket.unmerged'),
    'but that it was',
  );
  await assert.rejects(world.act('supervisor', unmergeTicket, one.id), refused('merge.unknown'));
});

test('a revived clock that ran out meanwhile speaks, and is late', async () => {
  const [one, two] = [await takeInMatter(world, 'leak', {}), await takeInMatter(world, 'leak', {})];
  await merge(two.id, one.id);
  await world.until('2026-09-30T12:00+08:00');
  await world.act('supervisor', unmergeTicket, one.id);
  await world.fire();
  const warned = await world.read((tx) =>
    tx.selectFrom('notification').select('type').where('ticket_id', '=', one.id).execute(),
  );
  assert.ok(warned.length > 0, 'what its ladder would have said is said at once');
});

test('once the answer was given, or the matter settled, it cannot be taken back any more', async () => {
  const [one, two] = [
    await takeInMatter(world, 'consultation', ASKED),
    await takeInMatter(world, 'consultation', ASKED),
  ];
  await merge(two.id, one.id);
  world.at('2026-09-30T13:00+08:00');
  await world.act('desk', answerCustomer, two.id, answer('泳池十点开'));
  const heard = await ticketNow(world, one.id);
  assert.equal(heard.answered_at, world.clock.now(), 'its customer hears the answer of the other');
  assert.ok((await timeline(one.id)).some((fact) => fact.type === 'ticket.heard_answer'));
  const three = await takeInMatter(world, 'leak', {});
  const four = await takeInMatter(world, 'leak', {});
  await merge(three.id, four.id);
  await settle(world, three);
  await assert.rejects(world.act('supervisor', unmergeTicket, four.id), refused('merge.settled_since'));
});

test('a promise that came along and was kept since forbids taking back', async () => {
  const early = await takeInMatter(world, 'consultation', ASKED);
  world.at('2026-09-30T14:00+08:00');
  const late = await takeInMatter(world, 'consultation', ASKED);
  await merge(late.id, early.id);
  await world.act('desk', answerCustomer, late.id, answer('好的'));
  await assert.rejects(world.act('supervisor', unmergeTicket, early.id), refused('merge.clock_settled'));
});

test('what cannot be merged says why: itself, ended, settled, waiting, a complaint of somebody else, an incident with reports; and who may not', async () => {
  const into = await takeInMatter(world, 'leak', {});
  const fail = (from: Id<'ticket'>, code: string, to = into.id) => assert.rejects(merge(to, from), refused(code), code);
  await fail(into.id, 'merge.itself');
  const settled = await takeInMatter(world, 'leak', {});
  await settle(world, settled);
  await fail(settled.id, 'merge.resolved');
  await fail(into.id, 'merge.resolved', settled.id);
  const complaint = await takeInMatter(world, 'complaint', {});
  await fail(complaint.id, 'merge.complaint_into_other');
  const other = await takeInMatter(world, 'complaint', { customerId: world.customers.lin });
  await fail(complaint.id, 'merge.other_complainant', other.id);
  const incident = await takeInMatter(world, 'repair_public', {});
  await takeInMatter(world, 'repair_private', { incidentId: incident.id });
  await fail(incident.id, 'merge.has_reports');
  const more = await takeInMatter(world, 'leak', {});
  await merge(into.id, more.id);
  await fail(more.id, 'ticket.ended');
  const plain = await takeInMatter(world, 'leak', {});
  await assert.rejects(
    world.act('plumber', mergeTickets, into.id, { fromIds: [plain.id] }),
    (fault: { code?: string }) => fault.code === 'right.out_of_scope' || fault.code === 'right.missing',
  );
  const seen = await world.ask('supervisor', previewMerge, into.id, [complaint.id, plain.id]);
  assert.deepEqual(
    seen.items.map(({ why }) => why?.code ?? null),
    ['merge.complaint_into_other', null],
    'and the preview says the same before',
  );
});

test('two matters told in one breath are split: a kind of its own, clocks from when it was told, notes and touches on both', async () => {
  world.at('2026-09-30T15:00+08:00');
  const taken = await world.act(
    'desk',
    takeIn,
    intakeInput.parse({
      contact: {
        channel: 'phone',
        purpose: 'repair',
        customerId: world.customers.chen,
        need: '漏水,楼道灯也坏了',
        placeId: world.places.flat1202,
      },
      ticket: { kind: 'leak', title: '漏水', fields: { leak_from: 'pipe' } },
    }),
  );
  await world.act('desk', addNote, taken.ticketId, noteInput.parse({ text: '灯在三楼' }));
  const from = taken.ticketId as Id<'ticket'>;
  const [note] = await world.read((tx) => tx.selectFrom('note').selectAll().where('ticket_id', '=', from).execute());
  world.at('2026-09-30T16:30+08:00');
  const input = splitInput.parse({
    kind: 'repair_public',
    title: '楼道灯坏',
    fields: { trouble: 'lighting' },
    noteIds: [note!.id],
    contactIds: [taken.contactId],
  });
  const split = await world.act('desk', splitTicket, from, input);
  const row = await ticketNow(world, split.id);
  assert.deepEqual(
    [row.kind, row.opened_at, row.customer_id, row.place_id],
    ['repair_public', (await ticketNow(world, from)).opened_at, world.customers.chen, world.places.flat1202],
  );
  assert.ok((await clocksAbout(world, split.id)).every((clock) => clock.started_at === row.opened_at));
  const told = await timeline(split.id);
  assert.equal(told.find((fact) => fact.type === 'ticket.note_brought')?.note?.text, '灯在三楼');
  const page = await world.ask('desk', ticketPage, split.id);
  assert.deepEqual(
    page.links.map(({ id, why }) => [id, why]),
    [[from, 'split_from']],
  );
  assert.equal((await world.ask('desk', ticketPage, from)).links[0]?.why, 'split_off');
  await assert.rejects(
    world.act('desk', splitTicket, from, { ...input, noteIds: [split.id as unknown as Id<'note'>] }),
    refused('note.unknown'),
  );
});

test('a link says which way it goes from either side, and can be taken away', async () => {
  const [pipe, ceiling] = [await takeInMatter(world, 'leak', {}), await takeInMatter(world, 'repair_private', {})];
  const why = async (id: string) => (await world.ask('desk', ticketPage, id)).links[0]?.why;
  await world.act('desk', linkTickets, ceiling.id, { toId: pipe.id, why: 'caused_by' });
  assert.deepEqual([await why(ceiling.id), await why(pipe.id)], ['caused_by', 'causes']);
  await world.act('desk', unlinkTickets, pipe.id, ceiling.id);
  assert.deepEqual([await why(ceiling.id), await why(pipe.id)], [undefined, undefined]);
});
