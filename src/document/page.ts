import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, posts } from '../organisation/house.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import {
  whyNotDecide,
  whyNotDestroy,
  whyNotDraft,
  whyNotFile,
  whyNotLend,
  whyNotReturn,
  whyNotWithdraw,
} from './document.ts';
import { digestOf, isAnswered } from './facts.ts';
import type { ListRow } from './list.ts';
import { documentLineOf, documentRows, namedOf } from './list.ts';
import { documentScope } from './scope.ts';
import type { DocumentView } from './view.ts';

type Around = Pick<DocumentView, 'supersedes' | 'supersededBy' | 'answers' | 'answeredBy'>;

/** A document whole: what it says, how it went through review, where the paper lies, and how it stood before. */
export async function readDocument(context: Context, id: Id<'document'>): Promise<DocumentView> {
  const [row] = await documentRows(context, [sql`d.id = ${id}`], 1);
  if (!row) throw new NotFound('document.unknown');
  const { tx } = context;
  const house = await namedOf(context);
  const { names } = house;
  const postNames = await posts(context);
  const reviews = await reviewsOf(context, id, names);
  const around = await aroundOf(context, row);
  const keeper = [...postNames.values()].find(({ key }) => key === row.keeper);
  return {
    ...documentLineOf(row, house),
    version: await versionOf(tx, id),
    text: row.text,
    files: await tx
      .selectFrom('file')
      .select(['id', 'name', 'type'])
      .where('subject_id', '=', id)
      .orderBy('no')
      .execute(),
    by: named(names, row.by_id),
    body: await bodyOf(context, row),
    keeper: keeper?.name ?? null,
    sha256: row.sha256,
    intact: row.sha256 === null ? null : (await digestOf(tx, row)) === row.sha256,
    ...around,
    reviews: reviews.map(({ postId, ...one }) => ({
      ...one,
      post: { id: postId, name: postNames.get(postId)!.name },
    })),
    loans: await loansOf(context, id, names),
    filedBy: named(names, row.filed_by_id),
    filedAt: row.filed_at,
    destroyedBy: named(names, row.destroyed_by_id),
    destroyedAt: row.destroyed_at,
    destroyedBecause: row.destroyed_because,
    former: await formerOf(context, id, names),
    can: await allowed(context, row, reviews.at(-1)?.postId ?? null, around),
  };
}

async function allowed(
  context: Context,
  row: ListRow,
  reviewer: Id<'post'> | null,
  { supersededBy }: Around,
): Promise<DocumentView['can']> {
  const { actor } = context;
  const isLent = row.lent_to !== null;
  const write = can(actor, 'document.write', { people: [actor.personId], centreId: row.centre_id });
  const change = whyNotDraft(row, actor);
  return {
    change,
    send: change,
    decide: whyNotDecide(row, reviewer, actor),
    withdraw: whyNotWithdraw(row, actor),
    supersede:
      write ??
      (row.sha256 === null ? refusal('document.not_approved') : supersededBy ? refusal('document.superseded') : null),
    answer: write ?? (row.state === 'open' ? null : refusal('document.not_open')),
    file: whyNotFile(row, await isAnswered(context.tx, row.id), actor),
    lend: whyNotLend(row, isLent, actor),
    take_back: whyNotReturn(row, isLent, actor),
    destroy: whyNotDestroy(row, isLent, await todayIn(context, row.centre_id), actor),
  };
}

async function bodyOf({ tx }: Context, { body_id: id }: ListRow): Promise<DocumentView['body']> {
  if (id === null) return null;
  return (await tx.selectFrom('liaison_body').select(['id', 'name']).where('id', '=', id).executeTakeFirst()) ?? null;
}

type Reference = NonNullable<Around['answers']> & { side: keyof Around };

/** What it stands beside; what one does not read oneself is not named. */
async function aroundOf({ tx, actor }: Context, row: ListRow): Promise<Around> {
  const { rows } = await sql<Reference>`
    select d.id, d.number, d.subject, case when d.id = ${row.supersedes_id}::uuid then 'supersedes'
      when d.supersedes_id = ${row.id} then 'supersededBy' when d.id = ${row.answers_id}::uuid then 'answers'
      else 'answeredBy' end as side
    from document d where (d.id in (${row.supersedes_id}::uuid, ${row.answers_id}::uuid) or d.answers_id = ${row.id}
      or (d.supersedes_id = ${row.id} and d.state <> 'withdrawn')) and (${documentScope(actor)}) order by d.at`.execute(
    tx,
  );
  const of = (side: keyof Around) => {
    const found = rows.find((one) => one.side === side);
    return found ? { id: found.id, number: found.number, subject: found.subject } : null;
  };
  return {
    supersedes: of('supersedes'),
    supersededBy: of('supersededBy'),
    answers: of('answers'),
    answeredBy: of('answeredBy'),
  };
}

type Review = Omit<DocumentView['reviews'][number], 'post'> & { postId: Id<'post'> };

async function reviewsOf({ tx }: Context, id: Id<'document'>, names: Names): Promise<Review[]> {
  const rows = await tx.selectFrom('document_review').selectAll().where('document_id', '=', id).orderBy('no').execute();
  return rows.map((one) => ({
    postId: one.post_id,
    sentBy: named(names, one.sent_by_id),
    sentAt: one.sent_at,
    decision: one.decision,
    remark: one.remark,
    decidedBy: named(names, one.decided_by_id),
    decidedAt: one.decided_at,
  }));
}

async function loansOf({ tx }: Context, id: Id<'document'>, names: Names): Promise<DocumentView['loans']> {
  const rows = await tx
    .selectFrom('document_loan')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('no', 'desc')
    .execute();
  return rows.map((one) => ({
    to: named(names, one.to_id),
    why: one.why,
    by: named(names, one.by_id),
    lentAt: one.lent_at,
    dueAt: one.due_at,
    returnedAt: one.returned_at,
  }));
}

async function formerOf({ tx }: Context, id: Id<'document'>, names: Names): Promise<DocumentView['former']> {
  const rows = await tx.selectFrom('document_change').selectAll().where('document_id', '=', id).orderBy('no').execute();
  return rows.map(({ before, by_id, at }) => ({ before, by: named(names, by_id), at }));
}
