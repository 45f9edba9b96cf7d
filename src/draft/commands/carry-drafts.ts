import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';

export type CarriedDraft = { subject: string; personId: Id<'person'> };

/**
 * What was begun on one ticket goes on with another. Where its writer has begun the same there already, his words there stay
 * and the others stay where they are: nothing half-typed is written over.
 */
export async function carryDrafts(context: Context, fromId: Id<'ticket'>, toId: Id<'ticket'>): Promise<CarriedDraft[]> {
  const moved = await sql<CarriedDraft>`
    update draft d set subject = ${`ticket/${toId}/`} || substr(d.subject, ${`ticket/${fromId}/`.length + 1}::int)
    where d.subject like ${`ticket/${fromId}/%`} and not exists (
      select from draft other where other.person_id = d.person_id
        and other.subject = ${`ticket/${toId}/`} || substr(d.subject, ${`ticket/${fromId}/`.length + 1}::int))
    returning d.subject, d.person_id as "personId"`.execute(context.tx);
  return moved.rows;
}

/** Back again, what has not been sent or thrown away meanwhile. */
export async function returnDrafts(
  context: Context,
  drafts: readonly CarriedDraft[],
  fromId: Id<'ticket'>,
  toId: Id<'ticket'>,
): Promise<void> {
  for (const { subject, personId } of drafts) {
    const back = subject.replace(`ticket/${fromId}/`, `ticket/${toId}/`);
    await sql`
      update draft d set subject = ${back} where d.subject = ${subject} and d.person_id = ${personId}
        and not exists (select from draft other where other.subject = ${back} and other.person_id = ${personId})`.execute(
      context.tx,
    );
  }
}
