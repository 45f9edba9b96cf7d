import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import { json } from '../../src/kernel/json.ts';
import { instant } from '../../src/kernel/time.ts';
import type { Context } from '../../src/platform/context.ts';
import { myWork } from '../../src/report/my-work.ts';
import { addNote } from '../../src/ticket/commands/note-inside.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { noteSeen } from '../../src/ticket/commands/note-seen.ts';
import { forgetSeen } from '../../src/ticket/forget-seen.ts';
import { cancelInput } from '../../src/ticket/inputs.ts';
import { internalNoteInput } from '../../src/ticket/inputs-words.ts';
import { listTickets } from '../../src/ticket/list.ts';
import { ticketsQuery } from '../../src/ticket/list-shapes.ts';
import { ticketPage } from '../../src/ticket/page.ts';
import type { Ticket } from '../../src/ticket/ticket.ts';
import { QUIET } from '../../src/ticket/ticket.ts';
import { takeInMatter, wait } from '../story.ts';
import type { PersonKey } from '../world-seed.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';

let world: World;
let ticket: Ticket;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
  ticket = await takeInMatter(world, 'leak', { title: '厨房漏水' });
});
after(() => world.drop());

const note = async (who: PersonKey, text: string) => {
  wait(world);
  await world.act(who, addNote, ticket.id, internalNoteInput.parse({ text }));
};
const see = (who: PersonKey, until = world.clock.now()) => world.act(who, noteSeen, ticket.id, until);
const inList = async (who: PersonKey): Promise<boolean> => {
  const { items } = await world.ask(who, listTickets, ticketsQuery.parse({}));
  return items.find((line) => line.id === ticket.id)!.news;
};
const inMine = async (): Promise<boolean> => {
  const items = (await world.ask('desk', myWork)).groups.flatMap((group) => group.items);
  const row = items.find((one) => one.id === ticket.id);
  assert.ok(row?.about === 'ticket');
  return row.news;
};

test('what others did since somebody last looked is marked in his lists, until he has looked again', async () => {
  await note('supervisor', '请先关总阀');
  assert.deepEqual([await inList('desk'), await inMine()], [false, false], 'who never looked finds all of it new');
  await see('desk');
  await note('desk', '已关阀');
  assert.equal(await inList('desk'), false, 'his own words are not news to him');
  await note('supervisor', '收到');
  assert.deepEqual([await inList('desk'), await inMine()], [true, true]);
  assert.equal(await inList('manager'), false, 'it is the own affair of each');
  await see('desk');
  assert.deepEqual([await inList('desk'), await inMine()], [false, false]);
});

test('a promise that only begins is no news; one that is broken is', async () => {
  const happen = async (type: string, seq: number) => {
    wait(world);
    const at = world.clock.now();
    const about = { subject_type: 'commitment' as const, subject_id: newId(at), ticket_id: ticket.id, actor_id: null };
    await world.act(null, ({ tx }: Context) =>
      tx
        .insertInto('event')
        .values({ ...about, seq, type, happened_at: at, recorded_at: at, data: json({}) })
        .execute(),
    );
  };
  await see('desk');
  for (const [seq, type] of QUIET.entries()) await happen(type, seq + 1);
  assert.equal(await inList('desk'), false);
  await happen('commitment.late', 1);
  assert.equal(await inList('desk'), true);
});

test('up to when it was seen is told with the ticket; nobody unsees, and nobody sees what is still to come', async () => {
  const until = async (who: PersonKey) => (await world.ask(who, ticketPage, ticket.id)).mine.seenUntil;
  await see('desk');
  const seen = world.clock.now();
  assert.deepEqual([await until('desk'), await until('supervisor')], [seen, null]);
  await see('desk', instant('2026-09-21T09:00:00+08:00'));
  assert.equal(await until('desk'), seen, 'an earlier look changes nothing');
  await see('desk', instant('2027-01-01T09:00:00+08:00'));
  assert.equal(await until('desk'), seen, 'not later than now');
  await assert.rejects(see('guard'), { code: 'right.out_of_scope' });
});

test('it is forgotten when the ticket has been closed for ninety days and nobody looked since', async () => {
  const others = [];
  for (const title of ['早已结束', '刚刚结束', '结束后看过']) others.push(await takeInMatter(world, 'leak', { title }));
  const [old, fresh, again] = others as [Ticket, Ticket, Ticket];
  const look = (one: Ticket) => world.act('desk', noteSeen, one.id, world.clock.now());
  const end = (one: Ticket) =>
    world.act('desk', cancelTicket, one.id, cancelInput.parse({ as: 'withdrawn', reason: '误报' }));
  for (const one of others) await look(one);
  wait(world);
  await end(old);
  await end(again);
  world.at('2026-11-20T09:00+08:00');
  await end(fresh);
  await look(again);
  world.at('2026-12-30T09:00+08:00');
  const organisations = async () => [world.organisation];
  await forgetSeen({ database: world.database, clock: world.clock, organisations });
  const kept = await world.read((tx) => tx.selectFrom('ticket_seen').select('ticket_id').execute());
  const ids = new Set<Id<'ticket'>>(kept.map((row) => row.ticket_id));
  assert.deepEqual(
    [ticket, old, fresh, again].map(({ id }) => ids.has(id)),
    [true, false, true, true],
  );
});
