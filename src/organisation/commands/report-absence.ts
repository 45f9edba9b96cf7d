import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import { lockNeverEmpty, lockPerson, postsOf, thingOf } from '../facts.ts';
import type { ReportAbsence } from '../inputs.ts';
import { readDirectory } from '../read-directory.ts';
import { beginAbsence } from './begin-absence.ts';

/** The task that begins an absence reported ahead (src/organisation/tasks.ts). */
export const BEGIN_ABSENCE = 'begin-absence';

/** Who may: oneself, whoever distributes this person's work, whoever keeps the people. */
export async function orMayNotReport(context: Context, personId: Id<'person'>): Promise<void> {
  if (personId === context.actor.personId) return;
  const thing = thingOf(personId, await postsOf(context.tx, personId));
  if (can(context.actor, 'ticket.assign', thing) === null) return;
  orForbid(can(context.actor, 'people.edit', thing));
}

/**
 * Reports that a person is or will be away, and who takes over what is open: at once where it has begun, else when it
 * begins. The same id again changes nothing. Refuses a second absence in the same time (`absence.overlaps`), a
 * successor who is away himself (`absence.successor_away`), and what leaves a post empty that never may be.
 */
export async function reportAbsence(context: Context, personId: Id<'person'>, input: ReportAbsence): Promise<void> {
  await lockNeverEmpty(context);
  await lockPerson(context, personId);
  await orMayNotReport(context, personId);
  const there = await context.tx.selectFrom('absence').select('id').where('id', '=', input.id).executeTakeFirst();
  if (there) return;
  if (input.until && input.until <= input.from) throw new Invalid('absence.ends_before_it_begins', { path: 'until' });
  if (input.until && input.until <= context.now) throw new Invalid('absence.is_over', { path: 'until' });
  await refuseOverlap(context, personId, input);
  await refuseSuccessor(context, personId, input.successorId);
  await context.tx
    .insertInto('absence')
    .values({
      id: input.id,
      person_id: personId,
      from_at: input.from,
      until_at: input.until ?? null,
      reason: input.reason,
      successor_id: input.successorId ?? null,
    })
    .execute();
  const data = {
    absenceId: input.id,
    from: input.from,
    until: input.until ?? null,
    successorId: input.successorId ?? null,
  };
  await record(context, { subject: { type: 'person', id: personId }, type: 'absence.reported', data });
  if (input.from <= context.now) await beginAbsence(context, input.id);
  else await afterwards(context, BEGIN_ABSENCE, input.id, { absenceId: input.id }, input.from);
}

async function refuseOverlap(context: Context, personId: Id<'person'>, { from, until }: ReportAbsence): Promise<void> {
  const other = await context.tx
    .selectFrom('absence')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', from)]))
    .$if(until !== undefined, (query) => query.where('from_at', '<', until!))
    .executeTakeFirst();
  orRefuse(other ? refusal('absence.overlaps') : null);
}

/** Somebody who is here, and not the one who goes. */
export async function refuseSuccessor(
  context: Context,
  personId: Id<'person'>,
  successorId: Id<'person'> | undefined,
): Promise<void> {
  if (successorId === undefined) return;
  orRefuse(successorId === personId ? refusal('absence.successor_is_self') : null);
  const successor = (await readDirectory(context)).people.get(successorId);
  if (!successor) throw new NotFound('person.unknown');
  orRefuse(successor.absent ? refusal('absence.successor_away') : null);
}
