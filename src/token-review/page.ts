import { sql } from 'kysely';
import type { z } from 'zod';
import { orNotForAll } from '../auth/commands/reach-sign-in.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import { owedOn } from '../commitment/queries.ts';
import { unansweredOf } from './facts.ts';
import { reviewLine, reviewRows } from './list.ts';
import type { Answer } from './token-review.ts';
import { whyNotAnswer, whyNotComplete } from './token-review.ts';
import type { reviewOut } from './view.ts';

type View = z.input<typeof reviewOut>;
const MOST = 500;

/** One quarter's review: every token with whose it is, what it may, when it was last used, and what was decided of it. */
export async function reviewPage(context: Context, id: Id<'token_review'>): Promise<View> {
  orNotForAll(context);
  const [row] = await reviewRows(context, sql`r.id = ${id}`, 1);
  if (!row) throw new NotFound('token_review.unknown');
  const open = row.completed_at === null;
  const unanswered = open ? await unansweredOf(context, id) : 0;
  const tokens = await tokensIn(context, id, open);
  const owed = await owedOn(context.tx, id);
  return {
    ...reviewLine(context, row),
    unanswered,
    tokens: tokens.slice(0, MOST),
    more: tokens.length > MOST,
    remarks: row.remarks,
    can: {
      answer: whyNotAnswer(row),
      complete: whyNotComplete(row, owed, context.actor, { now: context.now, unanswered }),
    },
  };
}

type Row = {
  id: Id<'token'>;
  person_id: Id<'person'>;
  person: string;
  name: string;
  rights: Right[];
  made_at: Instant;
  expires_at: Instant;
  last_used_at: Instant | null;
  answer: Answer | null;
  by_id: Id<'person'> | null;
  by_name: string | null;
  at: Instant | null;
  gone: boolean;
};

/** Of a review that is open, the tokens that live and those decided; of a completed one, those decided. */
async function tokensIn({ tx, now }: Context, id: Id<'token_review'>, open: boolean): Promise<View['tokens']> {
  const { rows } = await sql<Row>`
    select x.*, p.name as person, by.name as by_name from (
      select a.token_id as id, a.person_id, a.name, a.rights, a.made_at, a.expires_at,
        case when ${open} then coalesce(t.last_used_at, a.last_used_at) else a.last_used_at end as last_used_at, a.answer, a.by_id, a.at,
        t.id is null or t.expires_at <= ${now} as gone
      from token_review_answer a left join personal_token t on t.id = a.token_id
      where a.review_id = ${id}
      union all
      select t.id, t.person_id, t.name, t.rights, t.made_at, t.expires_at, t.last_used_at, null, null, null, false
      from personal_token t where ${open} and t.expires_at > ${now}
        and not exists (select from token_review_answer a where a.review_id = ${id} and a.token_id = t.id)
    ) x join person p on p.id = x.person_id left join person by on by.id = x.by_id
    order by x.answer is not null, x.made_at desc, x.id desc limit ${MOST + 1}`.execute(tx);
  return rows.map((row) => ({
    id: row.id,
    person: { id: row.person_id, name: row.person },
    name: row.name,
    rights: row.rights,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    answer: row.answer,
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
    at: row.at,
    gone: row.gone,
  }));
}
