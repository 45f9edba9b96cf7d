import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { sql } from 'kysely';
import { freshDatabase } from '../../test/database.ts';
import { instant, MINUTE, plus } from '../kernel/time.ts';
import { packs } from '../pack/registry.ts';
import type { Tx } from '../platform/tx.ts';
import { openDatabase } from '../platform/db.ts';
import { migrate } from '../platform/migrate.ts';
import { effects, react } from '../reactions/reactions.ts';
import { makeDemo } from './demo.ts';
import { STAFF } from './staff.ts';

const NOW = instant('2026-11-27T08:30:00Z');
const DAYS = 9;

async function demo(
  t: TestContext,
  { now = NOW, days = DAYS } = {},
): Promise<<Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>> {
  const fresh = await freshDatabase();
  const database = openDatabase({ url: fresh.url, connections: 4, durable: false });
  t.after(async () => {
    await database.close();
    await fresh.drop();
  });
  await migrate(database.pool, now);
  const pack = (await packs()).get('property')!;
  const { schema } = await makeDemo({ database, pack, react, effects, now, days });
  return (work) => database.read(schema, work);
}

/** What happened, without the ids that are made anew each time. */
function story(tx: Tx) {
  return tx
    .selectFrom('event')
    .leftJoin('ticket', 'ticket.id', 'event.ticket_id')
    .leftJoin('person', 'person.id', 'event.actor_id')
    .select(['happened_at', 'type', 'number', 'title', 'username', 'event.subject_type'])
    .orderBy('happened_at')
    .orderBy('type')
    .orderBy('number')
    .orderBy('username')
    .orderBy('event.subject_type')
    .execute();
}

test('the demo is the same every time, and a centre that runs: what is open is young, most promises are kept', async (t) => {
  const [one, other] = await Promise.all([demo(t), demo(t)]);
  const told = await one(story);
  assert.ok(told.length > 500, `${told.length} events`);
  assert.deepEqual(told, await other(story));
  assert.ok(told.every((event) => event.happened_at <= NOW));

  const units = await one((tx) => tx.selectFrom('place').select('id').where('kind', '=', 'unit').execute());
  const people = await one((tx) => tx.selectFrom('person').select('id').execute());
  assert.deepEqual([units.length, people.length], [300, STAFF.length + 1]);

  const tickets = await one((tx) =>
    tx.selectFrom('ticket').select(['stage_class', 'opened_at', 'closed_at']).execute(),
  );
  const open = tickets.filter((ticket) => ticket.closed_at === null);
  const active = open.filter((ticket) => ticket.stage_class !== 'resolved');
  assert.ok(tickets.length > 30 && active.length >= 3, `${active.length} of ${tickets.length} are to be done`);
  const twoDaysAgo = instant('2026-11-25T08:30:00Z');
  assert.deepEqual(
    active.filter((ticket) => ticket.opened_at < twoDaysAgo),
    [],
  );

  const promises = await one((tx) =>
    tx.selectFrom('commitment').select(['kind', 'outcome', 'settled_at', 'due_at']).execute(),
  );
  const late = promises.filter((promise) => promise.outcome === 'late').length;
  const kept = promises.filter((promise) => promise.outcome === 'kept').length;
  assert.ok(late > 0 && kept / (kept + late) > 0.9, `${kept} kept, ${late} late`);
  const overdue = promises.filter((promise) => promise.settled_at === null && promise.due_at < NOW);
  assert.ok(overdue.length <= 10, `${overdue.length} are overdue`);
  assert.deepEqual(
    overdue.filter(({ due_at }) => due_at < twoDaysAgo).map(({ kind }) => kind),
    [],
    'nobody forgot anything for days',
  );
});

test('in the dead of night, too, there is one thing of each sort to do, and a clock warns within five minutes', async (t) => {
  const night = instant('2026-11-27T20:30:00Z');
  const read = await demo(t, { now: night, days: 2 });
  const asked = {
    order: sql`select from work_order o join person p on p.id = o.person_id where p.username = 'plumber' and o.stage = 'issued'`,
    offer: sql`select from ticket t join person p on p.id = t.offered_to_id where p.username = 'desk2'`,
    ruling: sql`select from ruling where decided_at is null and withdrawn_at is null and asked_of = 'centre_manager'`,
    notice: sql`select from rectification where received_at is null and source = 'supervision'`,
    unanswered: sql`select from ticket where answered_at is null and closed_at is null`,
    // what is not urgent would wait for the morning
    warning: sql`select from commitment c join ticket t on t.id = c.ticket_id where c.kind = 'promise' and t.urgency = 'urgent'
      and next_fire_at between ${night} and ${plus(night, 5 * MINUTE)}`,
  };
  for (const [what, query] of Object.entries(asked)) {
    const { rows } = await read((tx) => query.execute(tx));
    assert.ok(rows.length > 0, what);
  }
});
