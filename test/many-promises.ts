import { sql } from 'kysely';
import { startCommitments } from '../src/commitment/commands/start-commitments.ts';
import type { Ladder } from '../src/commitment/rule.ts';
import { newId } from '../src/kernel/id.ts';
import type { Id } from '../src/kernel/id.ts';
import type { World } from './world.ts';

const STEP = 1_000;

/** As many tickets as asked for, each with one promise that runs out in an hour; `ladder` says what happens then. */
export async function promise(world: World, many: number, ladder: (nth: number) => Ladder): Promise<void> {
  const owners = [world.people.plumber, world.people.fitter, world.people.electrician, world.people.desk];
  const departments = ['engineering', 'security', 'cleaning_greening'].map((key) => world.departments[key]!);
  for (let from = 0; from < many; from += STEP) {
    const nth = Array.from({ length: Math.min(STEP, many - from) }, (_, index) => from + index);
    await world.act(null, async (context) => {
      const tickets = nth.map((n) => ({
        id: newId<'ticket'>(context.now),
        title: `第 ${n} 件`,
        owner_id: owners[n % 4],
      }));
      await sql`
        insert into ticket (id, kind, kind_version, stage, stage_class, title, channel, centre_id, owner_id, opened_at)
        select id, 'repair_private', 1, 'dispatched', 'active', title, 'phone', ${world.centreId}, owner_id, ${context.now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(tickets)}::jsonb) as n(id uuid, title text, owner_id uuid)`.execute(
        context.tx,
      );
      const calendar = await context.tx
        .selectFrom('calendar')
        .select('id')
        .where('key', '=', 'always')
        .executeTakeFirstOrThrow();
      await startCommitments(
        context,
        tickets.map((ticket, index) => ({
          kind: 'complete',
          subject: { type: 'ticket' as const, id: ticket.id },
          ticketId: ticket.id,
          ownerId: ticket.owner_id as Id<'person'>,
          departmentId: departments[nth[index]! % departments.length]!,
          centreId: world.centreId,
          calendarId: calendar.id,
          limit: { allowance: { text: 'PT1H', basis: 'clock' as const }, ladder: ladder(nth[index]!) },
          startedAt: context.now,
        })),
      );
    });
  }
}
