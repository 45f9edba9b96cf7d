import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { json } from '../../kernel/json.ts';
import { ownsSubject } from '../queries.ts';

/** More than a person can have begun; the oldest make room. */
const MOST = 200;

/**
 * Keeps what a person has begun on a subject; his former draft on it is replaced, unless another device wrote it since this
 * one looked: then it is kept beside. Not journalled: nothing was said yet.
 */
export async function keepDraft(
  context: Context,
  subject: string,
  text: string,
  since?: Instant | null,
): Promise<Instant> {
  await ownsSubject(context, subject);
  const { tx, now } = context;
  const personId = actingPerson(context);
  const row = { content: json(text), at: now };
  await tx
    .insertInto('draft')
    .values({ subject, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['subject', 'person_id']).doUpdateSet({ ...row, ...formerIf(since) }))
    .execute();
  await tx
    .deleteFrom('draft')
    .where('person_id', '=', personId)
    .where('subject', 'in', (oldest) =>
      oldest
        .selectFrom('draft')
        .select('subject')
        .where('person_id', '=', personId)
        .orderBy('at', 'desc')
        .orderBy('subject')
        .offset(MOST),
    )
    .execute();
  return now;
}

/** Whether what stands there was written by another device later than this one knew. */
function formerIf(since: Instant | null | undefined) {
  if (since === undefined) return {};
  const other = sql`draft.content <> excluded.content and draft.at > ${since ?? '-infinity'}::timestamptz`;
  return {
    former: sql<string | null>`case when ${other} then draft.content else draft.former end`,
    former_at: sql<Instant | null>`case when ${other} then draft.at else draft.former_at end`,
  };
}

/**
 * Drops a person's own draft: it was sent, or thrown away. Whoever is accountable for the ticket drops with it what
 * others had begun before, for he had it before him; what they wrote since stays. Dropping nothing is no mistake.
 */
export async function dropDraft(context: Context, subject: string): Promise<void> {
  const owns = await ownsSubject(context, subject);
  const mine = await context.tx
    .deleteFrom('draft')
    .where('subject', '=', subject)
    .where('person_id', '=', actingPerson(context))
    .returning('at')
    .executeTakeFirst();
  if (owns && mine)
    await context.tx.deleteFrom('draft').where('subject', '=', subject).where('at', '<=', mine.at).execute();
}
