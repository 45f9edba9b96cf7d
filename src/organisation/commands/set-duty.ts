import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lastKeptBy, whyNotRelease } from '../duty.ts';
import { lockNeverEmpty, lockPerson, orMayNotEdit } from '../facts.ts';
import type { SetDuty } from '../inputs.ts';
import { readDirectory } from '../read-directory.ts';

/**
 * Switches a person on or off duty: oneself, or by whoever keeps the people. The last one at a post that is never left
 * empty names who covers (RECP-08), who is put on duty in the same act. Refuses somebody away (`duty.absent`), and what
 * `whyNotRelease` refuses.
 */
export async function setDuty(context: Context, personId: Id<'person'>, input: SetDuty): Promise<void> {
  await lockNeverEmpty(context);
  const person = await lockPerson(context, personId);
  if (personId !== context.actor.personId) await orMayNotEdit(context, personId);
  if (person.on_duty === input.on) return;
  const directory = await readDirectory(context);
  if (input.on) orRefuse(directory.people.get(personId)?.absent ? refusal('duty.absent') : null);
  else await release(context, personId, input.coverId);
  await switchDuty(context, personId, input.on);
}

/** Lets somebody go from the posts never left empty that only he keeps, putting whoever covers on duty. */
export async function release(context: Context, personId: Id<'person'>, coverId?: Id<'person'> | null): Promise<void> {
  const directory = await readDirectory(context);
  if (coverId && !directory.people.has(coverId)) throw new Invalid('person.not_here', { path: 'coverId' });
  orRefuse(whyNotRelease(directory, personId, coverId));
  const kept = lastKeptBy(directory, personId);
  const [first] = kept;
  if (!first || !coverId) return;
  await switchDuty(context, coverId, true, { coverFor: personId, postId: first.id });
}

export async function switchDuty(
  context: Context,
  personId: Id<'person'>,
  onDuty: boolean,
  data: Record<string, unknown> = {},
): Promise<void> {
  await context.tx
    .updateTable('person')
    .set({ on_duty: onDuty, duty_changed_at: context.now })
    .where('id', '=', personId)
    .execute();
  const type = onDuty ? 'person.on_duty' : 'person.off_duty';
  await record(context, { subject: { type: 'person', id: personId }, type, data });
}
