import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { newId } from '../../src/kernel/id.ts';
import { issueNotice } from '../../src/rectification/commands/issue-notice.ts';
import { issueNoticeInput } from '../../src/rectification/inputs.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { keepPromise, promiseReply } from '../../src/ticket/commands/promise-reply.ts';
import { keepPromiseInput, promiseInput } from '../../src/ticket/inputs.ts';
import { issueWorkOrder } from '../../src/work-order/commands/issue-work-order.ts';
import { setAppointment } from '../../src/work-order/commands/set-appointment.ts';
import { setAppointmentInput } from '../../src/work-order/inputs.ts';
import { takeInMatter } from '../story.ts';
import { freshWorld } from '../world.ts';

const world = await freshWorld();
after(() => world.drop());

const engineering = { departmentId: world.departments['engineering'], task: '上门查看' };
const issue = (ticketId: string, id = newId<'work_order'>(world.clock.now())) =>
  world.act('desk', issueWorkOrder, ticketId, { ...engineering, id });
const ALREADY = { code: '23505' };

test('an id that stands for something of another matter is refused, and not taken for the same act again', async () => {
  const [one, other] = [await takeInMatter(world, 'leak'), await takeInMatter(world, 'leak')];
  const order = await issue(one.id);
  assert.equal((await issue(one.id, order.id)).no, 1, 'the same again issues nothing twice');
  await assert.rejects(issue(other.id, order.id), ALREADY, 'nothing was issued, so it must not seem so');

  const another = await issue(other.id);
  const appointmentId = newId<'appointment'>(world.clock.now());
  const window = setAppointmentInput.parse({
    id: appointmentId,
    fromAt: '2026-09-28T14:00:00+08:00',
    untilAt: '2026-09-28T15:00:00+08:00',
  });
  await world.act('desk', setAppointment, order.id, window);
  await world.act('desk', setAppointment, order.id, window);
  await assert.rejects(world.act('desk', setAppointment, another.id, window), ALREADY);

  const note = { id: newId<'note'>(world.clock.now()), text: '已联系住户' };
  await world.act('desk', addNote, one.id, note);
  await world.act('desk', addNote, one.id, note);
  await assert.rejects(world.act('desk', addNote, other.id, note), { code: 'already_there' });
});

test('a promised reply is given once', async () => {
  const { id } = await takeInMatter(world, 'leak');
  const commitmentId = newId<'commitment'>(world.clock.now());
  const promise = { id: commitmentId, dueAt: '2026-09-28T16:00:00+08:00', words: '四点前回电' };
  await world.act('desk', promiseReply, id, promiseInput.parse(promise));
  const reply = keepPromiseInput.parse({ commitmentId, text: '师傅三点到' });
  await world.act('desk', keepPromise, id, reply);
  await assert.rejects(world.act('supervisor', keepPromise, id, reply), { code: 'promise.given' });
  const given = (await world.events({ subjectId: id })).filter(({ type }) => type === 'ticket.promise_kept');
  assert.equal(given.length, 1);
});

test('a notice about an order stands under the ticket of that order', async () => {
  const [one, other] = [await takeInMatter(world, 'leak'), await takeInMatter(world, 'leak')];
  const order = await issue(one.id);
  const notice = (over: object) =>
    world.act(
      'supervisor',
      issueNotice,
      issueNoticeInput.parse({
        departmentId: world.departments['engineering'],
        findings: '未清场',
        workOrderId: order.id,
        ...over,
      }),
    );
  await assert.rejects(notice({ ticketId: other.id }), { code: 'work_order.unknown' });
  const id = await notice({});
  const [issued] = await world.events({ subjectId: id });
  const shown = await world.events({ ticketId: one.id });
  assert.ok(
    shown.some((event) => event.subject.id === id && event.type === issued!.type),
    'on its timeline',
  );
});
