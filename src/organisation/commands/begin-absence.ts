import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lastKeptBy, whyNotRelease } from '../duty.ts';
import { lockNeverEmpty } from '../facts.ts';
import { readDirectory } from '../read-directory.ts';
import { switchDuty } from './set-duty.ts';

/**
 * An absence begins: the person goes off duty, and `person.absent` lets everything open go to the successor. Called when
 * it is reported, or by the outbox (task `begin-absence`) when its time has come. One that was ended before,
 * or has begun already, changes nothing. A person reporting is refused where a post would stand empty that never may;
 * the clock is not: the way upward answers for the post then, and the event says so.
 */
export async function beginAbsence(context: Context, absenceId: Id<'absence'>): Promise<void> {
  await lockNeverEmpty(context);
  const absence = await context.tx
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.person_id')
    .select(['absence.person_id', 'absence.successor_id', 'absence.begun_at', 'person.on_duty'])
    .where('absence.id', '=', absenceId)
    .where('absence.ended_at', 'is', null)
    .where('person.left_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!absence || absence.begun_at !== null) return;
  const { person_id: personId, successor_id: successorId } = absence;
  const leavesEmpty = await handOver(context, personId, successorId);
  await context.tx.updateTable('absence').set({ begun_at: context.now }).where('id', '=', absenceId).execute();
  if (absence.on_duty) await switchDuty(context, personId, false, { absenceId });
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.absent',
    data: { absenceId, successorId, leavesEmpty },
  });
}

/** Puts the successor on duty at the posts nobody else keeps; says which are left empty all the same. */
async function handOver(
  context: Context,
  personId: Id<'person'>,
  successorId: Id<'person'> | null,
): Promise<Id<'post'>[]> {
  const before = await readDirectory(context);
  // by its own beginning he counts as away; ask as it was the moment before
  const member = before.people.get(personId)!;
  const directory = { ...before, people: new Map(before.people).set(personId, { ...member, absent: false }) };
  const kept = lastKeptBy(directory, personId);
  const why = whyNotRelease(directory, personId, successorId);
  if (why && context.actor.personId !== null) orRefuse(why);
  if (kept.length === 0) return [];
  if (why || !successorId) return kept.map((post) => post.id);
  await switchDuty(context, successorId, true, { coverFor: personId, postId: kept[0]!.id });
  return [];
}
