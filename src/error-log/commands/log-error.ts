import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { worksAt } from '../../quality-review/scored.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import { errorSortsOf } from '../sorts.ts';
import type { LogError } from '../inputs.ts';

const LATEST_ENTRY = 366 * DAY;

/**
 * An error, what is learnt from it, and whose it was: one's own, or another's by whoever issues notices there (QUAL-14). Of its sort
 * the second of the same person is marked as a repetition, and whoever stands over him hears of it. The same id again logs nothing.
 */
export async function logError(context: Context, input: LogError): Promise<Id<'logged_error'>> {
  const { tx, actor, now } = context;
  const id = input.id ?? newId<'logged_error'>(now);
  if (await tx.selectFrom('logged_error').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const me = actingPerson(context);
  const personId = input.personId ?? me;
  await orNotHere(tx, [personId], 'personId');
  const { centreId, departments } = await worksAt(context, personId);
  if (personId !== me) orForbid(can(actor, 'rectification.issue', { people: [], departments, centreId }));
  if (!(await errorSortsOf(context)).some(({ key }) => key === input.sort))
    throw new Invalid('error_log.sort_unknown', { path: 'sort' });
  if (input.ticketId !== undefined) await allowToSee(context, await ticketById(tx, input.ticketId));
  await write(context, input, { id, personId, centreId, departmentId: departments[0] ?? null });
  return id;
}

type Whose = {
  id: Id<'logged_error'>;
  personId: Id<'person'>;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
};

async function write(
  context: Context,
  input: LogError,
  { id, personId, centreId, departmentId }: Whose,
): Promise<void> {
  const { sort, what, lesson, ticketId = null } = input;
  const nth = await nthOf(context, personId, sort);
  const happenedAt = happened(context, input.happenedAt, plus(context.now, -LATEST_ENTRY));
  await context.tx
    .insertInto('logged_error')
    .values({
      id,
      person_id: personId,
      centre_id: centreId,
      department_id: departmentId,
      sort,
      what,
      lesson,
      ticket_id: ticketId,
      happened_at: happenedAt,
      by_id: actingPerson(context),
      at: context.now,
      nth,
    })
    .execute();
  await record(context, {
    subject: { type: 'logged_error', id },
    type: 'error.logged',
    ticketId,
    happenedAt,
    data: { of: personId, sort, nth, centre: centreId },
  });
}

/** Two logged at once are counted one after the other. */
async function nthOf({ tx }: Context, personId: Id<'person'>, sort: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`error ${personId}`}, 0))`.execute(tx);
  const { n } = await tx
    .selectFrom('logged_error')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('person_id', '=', personId)
    .where('sort', '=', sort)
    .executeTakeFirstOrThrow();
  return Number(n) + 1;
}
