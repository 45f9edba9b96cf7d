import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { postsOfRole, whoIsToldBy } from '../../organisation/directory.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { RulingRole } from '../ticket.ts';

/** A ruling that somebody now owes. */
export type Owed = {
  ticketId: Id<'ticket'>;
  askedOf: RulingRole;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
};

/** Whoever holds the post asked owes the ruling from now on; one reading of the house, however many are asked for. */
export async function awaitRulings(context: Context, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return;
  const { limits } = await settingsOf(context);
  const directory = await readDirectory(context);
  const calendars = new Map<string, Id<'calendar'>>();
  for (const { centreId } of owed)
    if (!calendars.has(centreId))
      calendars.set(
        centreId,
        await calendarFor(context.tx, limits.giveRuling.calendar, { centreId, departmentId: null }),
      );
  const started = owed.map(({ ticketId, askedOf, centreId, departmentId }) => ({
    kind: 'ruling',
    subject: { type: 'ticket' as const, id: ticketId },
    ticketId,
    ownerId: whoIsToldBy(directory, { to: askedOf, departmentId, centreId })[0] ?? null,
    postId: postsOfRole(directory, askedOf, {})[0]?.id ?? null,
    departmentId,
    centreId,
    calendarId: calendars.get(centreId)!,
    limit: limits.giveRuling,
    startedAt: context.now,
  }));
  await startCommitments(context, started);
}

export type AskedByClock = Owed & { commitmentId: Id<'commitment'> };

/**
 * What a ladder does when a promise ran out and somebody above must decide (ESCL-01): one question for each promise, however
 * often the rung is climbed. The journal keeps it under the promise, whose lock the engine holds: it waits for no ticket.
 * Answers with the rulings asked for, by promise.
 */
export async function openRulings(
  context: Context,
  asked: readonly AskedByClock[],
): Promise<Map<Id<'commitment'>, Id<'ruling'>>> {
  const before = await askedAlready(context, asked);
  const fresh = asked.filter((one) => !before.has(one.commitmentId));
  const rows = fresh.map((one) => ({
    id: newId<'ruling'>(context.now),
    ticket_id: one.ticketId,
    commitment_id: one.commitmentId,
    asked_of: one.askedOf,
  }));
  if (rows.length === 0) return before;
  await sql`
    insert into ruling (id, ticket_id, commitment_id, asked_by_id, asked_at, asked_of, question)
    select id, ticket_id, commitment_id, ${context.actor.personId}::uuid, ${context.now}::timestamptz, asked_of, ''
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, ticket_id uuid, commitment_id uuid, asked_of text)`.execute(
    context.tx,
  );
  await awaitRulings(context, fresh);
  await record(
    context,
    ...rows.map((row) => ({
      subject: { type: 'commitment' as const, id: row.commitment_id },
      type: 'commitment.ruling_asked',
      ticketId: row.ticket_id,
      data: { ruling: row.id, of: row.asked_of },
    })),
  );
  return new Map([...before, ...rows.map((row) => [row.commitment_id, row.id] as const)]);
}

async function askedAlready(
  context: Context,
  asked: readonly AskedByClock[],
): Promise<Map<Id<'commitment'>, Id<'ruling'>>> {
  if (asked.length === 0) return new Map();
  const rows = await context.tx
    .selectFrom('ruling')
    .select(['id', 'commitment_id'])
    .where(
      'commitment_id',
      'in',
      asked.map((one) => one.commitmentId),
    )
    .where('withdrawn_at', 'is', null)
    .orderBy('asked_at')
    .execute();
  return new Map(rows.map((row) => [row.commitment_id!, row.id]));
}
