import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '../kernel/id.ts';
import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../commitment/commands/start-commitments.ts';
import type { Commitment } from '../commitment/commitment.ts';
import { freshWorld } from '../../test/world.ts';
import type { Context } from './context.ts';
import { heldTouchedBy } from './held-rows.ts';
import { noteBorn, waitingRowsOf } from './tx.ts';

const world = await freshWorld();
after(() => world.drop());

/** A promise about something that was opened in this very command. */
async function promiseAboutNew(context: Context): Promise<Commitment> {
  const id = newId<'place'>(context.now);
  noteBorn(context.tx, id);
  const [started] = await startCommitments(context, [
    {
      kind: 'answer',
      subject: { type: 'place', id },
      ticketId: null,
      ownerId: world.people.desk,
      centreId: world.centreId,
      calendarId: await anyCalendar(context),
      limit: { dueAt: '2027-01-01T00:00:00.000Z' as never, ladder: [] },
      startedAt: context.now,
    },
  ]);
  return started!;
}

async function anyCalendar({ tx }: Context): Promise<never> {
  return (await tx.selectFrom('calendar').select('id').executeTakeFirstOrThrow()).id as never;
}

async function statesOf(subjectId: string): Promise<{ state: string; types: string[] }[]> {
  return world.read(async (tx) => {
    const rows = await tx
      .selectFrom('commitment')
      .select(['id', 'state'])
      .where('subject_id', '=', subjectId)
      .execute();
    return Promise.all(
      rows.map(async ({ id, state }) => {
        const told = await tx.selectFrom('event').select('type').where('subject_id', '=', id).orderBy('seq').execute();
        return { state, types: told.map(({ type }) => type) };
      }),
    );
  });
}

test('a promise begun and kept in one command is written once, as it ended, and the journal tells both', async () => {
  const subject = await world.act('desk', async (context: Context) => {
    const { subject_id } = await promiseAboutNew(context);
    const kept = await keepCommitments(context, { subjectId: subject_id, kinds: ['answer'] });
    assert.deepEqual(
      kept.map(({ verdict }) => verdict),
      ['kept'],
    );
    return subject_id;
  });
  assert.deepEqual(await statesOf(subject), [{ state: 'kept', types: ['commitment.started', 'commitment.kept'] }]);
});

test('a promise that was written meanwhile is found, and kept, in the database', async () => {
  const subject = await world.act('desk', async (context: Context) => {
    const { id, subject_id } = await promiseAboutNew(context);
    const seen = await context.tx.selectFrom('commitment').select('state').where('id', '=', id).executeTakeFirst();
    assert.deepEqual(seen, { state: 'running' });
    await keepCommitments(context, { subjectId: subject_id });
    return subject_id;
  });
  assert.deepEqual(await statesOf(subject), [{ state: 'kept', types: ['commitment.started', 'commitment.kept'] }]);
});

test('what waits is written before its own table is read, and not before another is', async () => {
  await world.act('desk', async (context: Context) => {
    const { id, subject_id } = await promiseAboutNew(context);
    const waits = () => waitingRowsOf(context.tx, 'commitment', subject_id)?.length ?? null;
    await context.tx.selectFrom('contact_ticket').select('ticket_id').limit(1).execute();
    await context.tx.selectFrom('place').select('id').limit(1).execute();
    assert.equal(waits(), 1, 'no row of those waits');
    const told = await context.tx.selectFrom('event').select('type').where('subject_id', '=', id).execute();
    assert.deepEqual(
      [told, waits()],
      [[{ type: 'commitment.started' }], null],
      'its event waits, and all goes at once',
    );
  });
});

test('of what is new here only the kinds that are meant are kept', async () => {
  const subject = await world.act('desk', async (context: Context) => {
    const { subject_id } = await promiseAboutNew(context);
    assert.deepEqual(await keepCommitments(context, { subjectId: subject_id, kinds: ['complete'] }), []);
    return subject_id;
  });
  assert.deepEqual(await statesOf(subject), [{ state: 'running', types: ['commitment.started'] }]);
});

test('what waits goes with a savepoint that is undone, and what refers to it finds it written', async () => {
  const subjects = await world.act('desk', async (context: Context) => {
    const before = await promiseAboutNew(context);
    await sql`savepoint here`.execute(context.tx);
    const undone = await promiseAboutNew(context);
    await sql`rollback to savepoint here`.execute(context.tx);
    const after = await promiseAboutNew(context);
    await sql`
      insert into commitment_pause (commitment_id, no, reason, from_at, limit_at)
      values (${after.id}, 1, 'parts', ${context.now}, ${after.due_at})`.execute(context.tx);
    return [before, undone, after].map(({ subject_id }) => subject_id);
  });
  const found = await Promise.all(subjects.map(statesOf));
  assert.deepEqual(
    found.map((rows) => rows.length),
    [1, 0, 1],
  );
});

test('whatever refers to a table whose rows may wait counts as touching it', async () => {
  const referring = await world.database.pool.query<{ child: string; parent: string }>(
    `select c.relname as child, p.relname as parent from pg_constraint f
       join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
     where f.contype = 'f' and f.connamespace = $1::regnamespace`,
    [world.organisation.schema],
  );
  const toHeld = referring.rows.filter(({ parent }) => heldTouchedBy(parent).length > 0);
  assert.ok(toHeld.length > 0);
  for (const { child, parent } of toHeld)
    assert.ok(heldTouchedBy(`insert into "${child}"`).includes(heldTouchedBy(parent)[0]!), `${child} of ${parent}`);
});
