import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';

/** Who of these walks a pre-job path and so does not work alone yet, each with his coach (TRNG-03). */
export async function notAlone(
  { tx }: Pick<Context, 'tx'>,
  people: readonly Id<'person'>[],
): Promise<{ pathId: Id<'training_path'>; personId: Id<'person'>; coachId: Id<'person'> | null }[]> {
  if (people.length === 0) return [];
  return tx
    .selectFrom('training_path')
    .select(['id as pathId', 'person_id as personId', 'coach_id as coachId'])
    .where('person_id', 'in', [...people])
    .where('completed_at', 'is', null)
    .where('ended_at', 'is', null)
    .orderBy('begun_at')
    .execute();
}
