import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { TokenReviewTable } from './table.ts';

export async function lockReview(context: Context, id: Id<'token_review'>): Promise<Selectable<TokenReviewTable>> {
  const { tx } = context;
  const row = await tx.selectFrom('token_review').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('token_review.unknown');
  return row;
}

/** Tokens that still open something and of which this review says nothing yet. */
export async function unansweredOf({ tx, now }: Pick<Context, 'tx' | 'now'>, id: Id<'token_review'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from personal_token t where t.expires_at > ${now}
      and not exists (select from token_review_answer a where a.review_id = ${id} and a.token_id = t.id)`.execute(tx);
  return rows[0]!.n;
}
