import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { doInBulk, undoBulk } from '../../src/bulk/commands/do-in-bulk.ts';
import { bulkInput } from '../../src/bulk/inputs.ts';
import type { Id } from '../../src/kernel/id.ts';
import { newId } from '../../src/kernel/id.ts';
import type { Context } from '../../src/platform/context.ts';
import { keepView, removeView } from '../../src/saved-view/commands/keep-view.ts';
import { viewCounts } from '../../src/saved-view/counts.ts';
import { savedViewInput } from '../../src/saved-view/inputs.ts';
import { savedViews } from '../../src/saved-view/views.ts';
import { answerOffer } from '../../src/ticket/commands/answer-offer.ts';
import { cancelTicket } from '../../src/ticket/commands/close-ticket.ts';
import { moveStage } from '../../src/ticket/commands/move-stage.ts';
import { cancelInput } from '../../src/ticket/inputs.ts';
import { takeInMatter, ticketNow } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { PersonKey } from '../world-seed.ts';

let world: World;
before(async () => {
  world = await freshWorld({ at: '2026-09-21T09:00+08:00' });
});
after(() => world.drop());

const bulk = (who: PersonKey, what: object, ticketIds: string[], bulkId: string = newId<'bulk'>(world.clock.now())) =>
  world.act(who, doInBulk, bulkInput.parse({ id: bulkId, ticketIds, what }));
const undo = (who: PersonKey, bulkId: Id<'bulk'>, ticketIds: Id<'ticket'>[]) =>
  world.act(who, undoBulk, bulkId, { ticketIds });
const three = async () => {
  const made = [];
  for (let n = 0; n < 3; n += 1) made.push((await takeInMatter(world, 'leak', {})).id);
  return made.toSorted();
};

test('one act on many: what is refused on one says why and leaves the others done; taken back, each says what could be', async () => {
  const ids = await three();
  await world.act('supervisor', cancelTicket, ids[1]!, cancelInput.parse({ as: 'withdrawn', reason: '误报' }));
  const bulkId = newId<'bulk'>(world.clock.now());
  const offer = { act: 'offer', toId: world.people.supervisor, reason: '换班', way: 'given' };
  const results = await bulk('supervisor', { ...offer, toId: world.people.plumber }, ids, bulkId);
  assert.deepEqual(
    results.map(({ ticketId, why, undoable }) => [ticketId, why?.code ?? null, undoable]),
    [
      [ids[0], null, true],
      [ids[1], 'ticket.ended', false],
      [ids[2], null, true],
    ],
  );
  assert.equal((await ticketNow(world, ids[0]!)).offered_to_id, world.people.plumber);
  await world.act('plumber', answerOffer, ids[2]!, { accept: true, reason: '' });
  const back = await undo('supervisor', bulkId, ids);
  assert.deepEqual(
    back.map(({ why }) => why?.code ?? null),
    [null, 'bulk.was_not_done', 'handover.none_open'],
  );
  assert.equal((await ticketNow(world, ids[0]!)).offered_to_id, null);
  assert.equal((await ticketNow(world, ids[2]!)).owner_id, world.people.plumber, 'what was answered meanwhile stands');
  assert.equal((await undo('supervisor', bulkId, [ids[0]!]))[0]?.why?.code, 'bulk.undone');
  await assert.rejects(undo('desk', bulkId, ids), (fault: { code?: string }) => fault.code === 'bulk.unknown');
});

test('the same act sent again does nothing twice on a ticket', async () => {
  const ids = await three();
  const bulkId = newId<'bulk'>(world.clock.now());
  const what = { act: 'urge', words: '请尽快' };
  await bulk('supervisor', what, ids.slice(0, 2), bulkId);
  await bulk('supervisor', what, ids, bulkId);
  const urged = await world.read((tx) =>
    tx.selectFrom('urging').select('ticket_id').where('ticket_id', 'in', ids).orderBy('ticket_id').execute(),
  );
  assert.deepEqual(
    urged.map((row) => row.ticket_id),
    ids,
    'once each',
  );
  assert.deepEqual(
    (await undo('supervisor', bulkId, ids)).map(({ why }) => why?.code),
    ['bulk.stands', 'bulk.stands', 'bulk.stands'],
  );
});

test('a refusal half way leaves nothing of that ticket behind', async () => {
  const ids = await three();
  const stage = (await ticketNow(world, ids[0]!)).stage;
  const results = await bulk('desk', { act: 'stage', stage: 'nowhere' }, ids);
  assert.ok(results.every(({ why }) => why?.code === 'ticket.stage_unknown'));
  assert.equal((await ticketNow(world, ids[0]!)).stage, stage);
});

test('a stage is taken back where it still stands, and not where somebody has moved it on', async () => {
  const [one, other] = (await three()) as [Id<'ticket'>, Id<'ticket'>];
  for (const id of [one, other]) await world.act('desk', moveStage, id, { stage: 'in_progress' });
  const bulkId = newId<'bulk'>(world.clock.now());
  await bulk('desk', { act: 'stage', stage: 'dispatched' }, [one, other], bulkId);
  await world.act('desk', cancelTicket, other, cancelInput.parse({ as: 'withdrawn', reason: '住户自理' }));
  const back = await undo('desk', bulkId, [one, other]);
  assert.deepEqual(
    back.map(({ why }) => why?.code ?? null),
    [null, 'bulk.moved_since'],
  );
  assert.deepEqual(
    [(await ticketNow(world, one)).stage, (await ticketNow(world, other)).stage],
    ['in_progress', 'cancelled'],
  );
});

test('watching and putting off are taken back where they were begun by it', async () => {
  const ids = await three();
  const watch = newId<'bulk'>(world.clock.now());
  await bulk('supervisor', { act: 'watch' }, [ids[0]!]);
  const results = await bulk('supervisor', { act: 'watch' }, ids, watch);
  assert.deepEqual(
    results.map(({ undoable }) => undoable),
    [false, true, true],
  );
  await undo('supervisor', watch, ids);
  const told = await world.read((tx) =>
    tx
      .selectFrom('ticket_sight')
      .select('ticket_id')
      .where('person_id', '=', world.people.supervisor)
      .where('ticket_id', 'in', ids)
      .where('told', '=', true)
      .execute(),
  );
  assert.deepEqual(
    told.map((row) => row.ticket_id),
    [ids[0]],
  );
  const nap = newId<'bulk'>(world.clock.now());
  await bulk('desk', { act: 'snooze', until: '2026-09-22T09:00:00+08:00' }, ids, nap);
  const asleep = () =>
    world.read((tx) => tx.selectFrom('snooze').select('ticket_id').where('ticket_id', 'in', ids).execute());
  assert.equal((await asleep()).length, 3);
  await undo('desk', nap, ids);
  assert.equal((await asleep()).length, 0);
});

test('no more than fifty in one request', () => {
  const ticketIds = Array.from({ length: 51 }, () => newId<'ticket'>(world.clock.now()));
  const given = { id: newId<'bulk'>(world.clock.now()), what: { act: 'close' } };
  assert.equal(bulkInput.safeParse({ ...given, ticketIds }).success, false);
  assert.equal(bulkInput.safeParse({ ...given, ticketIds: ticketIds.slice(0, 50) }).success, true);
});

test('a view is one’s own, or shared with those who look at the same; for the centre by whoever assigns work', async () => {
  const keep = (who: PersonKey, over: object) =>
    world.act(who, keepView, savedViewInput.parse({ name: '逾期', filters: { late: 'true' }, ...over }));
  const seen = async (who: PersonKey) => (await world.ask(who, savedViews)).items.map((view) => view.id);
  const own = await keep('desk', {});
  const department = await keep('desk', { shared: 'department' });
  await assert.rejects(
    keep('desk', { shared: 'centre' }),
    (fault: { code?: string }) => fault.code?.startsWith('right.') ?? false,
  );
  const centre = await keep('supervisor', { shared: 'centre', columns: ['number', 'title'] });
  assert.deepEqual(new Set(await seen('desk')), new Set([own, department, centre]));
  assert.deepEqual(new Set(await seen('supervisor')), new Set([department, centre]), 'the same department');
  assert.deepEqual(await seen('plumber'), [centre]);
  await assert.rejects(
    world.act('plumber', removeView, department),
    (fault: { code?: string }) => fault.code === 'view.not_yours',
  );
  await assert.rejects(
    world.act('desk', removeView, centre),
    (fault: { code?: string }) => fault.code?.startsWith('right.') ?? false,
  );
  await world.act('desk', removeView, department);
  assert.deepEqual(await seen('supervisor'), [centre]);
});

test('each view says how many it shows: of those its reader may see, as far as ninety-nine; of ended ones the newest are looked at', async () => {
  const keep = (who: PersonKey, filters: Record<string, string>, over: object = {}) =>
    world.act(who, keepView, savedViewInput.parse({ name: '视图', filters, ...over }));
  const countOf = async (who: PersonKey, id: string) =>
    (await world.ask(who, viewCounts)).items.find((one) => one.id === id)?.count;
  const help = await keep('desk', { kind: 'help' }, { shared: 'department' });
  const today = await keep('desk', { kind: 'help', period: 'today', forgotten: 'filter' });
  const before = (await countOf('desk', help))!.n;
  const ticket = await takeInMatter(world, 'help');
  assert.deepEqual(await countOf('desk', help), { n: before + 1, more: false });
  assert.deepEqual(await countOf('supervisor', help), { n: before + 1, more: false }, 'whom it is shared with');
  assert.equal(await countOf('plumber', help), undefined, 'and nobody else');
  const plumbers = await keep('plumber', { kind: 'help' });
  assert.ok((await countOf('plumber', plumbers))!.n < before + 1, 'he sees fewer of them');
  assert.ok((await countOf('desk', today))!.n >= 1, 'a filter that is not known any more is left out, as in the list');
  world.at('2026-11-21T09:00+08:00');
  assert.deepEqual(await countOf('desk', today), { n: 0, more: false }, 'today is another day');
  const broken = await keep('desk', { state: 'somewhere' });
  assert.equal(await countOf('desk', broken), null);
  const all = await keep('desk', { state: 'all', kind: 'complaint' });
  const complaints = (await countOf('desk', all))!;
  assert.equal(complaints.more, false);
  await world.act(null, ({ tx }: Context) =>
    sql`
      insert into ticket (id, kind, kind_version, stage, stage_class, title, channel, centre_id, owner_id, opened_at, fields)
      select gen_random_uuid(), kind, kind_version, stage, stage_class, title, channel, centre_id, owner_id,
        ${world.clock.now()}::timestamptz, fields
      from ticket, generate_series(1, 10000) where id = ${ticket.id}`.execute(tx),
  );
  assert.deepEqual(await countOf('desk', help), { n: 99, more: true });
  assert.deepEqual(await countOf('desk', all), { n: 0, more: true }, 'older ones may fit');
});
