import { sql } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orNotHere } from '../../organisation/here.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import { OWED_AS, whyNotDestroy, whyNotFile, whyNotLend, whyNotReturn, yearsLater } from '../document.ts';
import type { DocumentRow } from '../facts.ts';
import { isAnswered, lockDocument, openLoan, paperRulesOf } from '../facts.ts';
import type { Lend } from '../inputs.ts';
import { keepBefore } from './keep-before.ts';

/**
 * The owner of its class files it where the paper lies, or moves it (DOCS-02, DOCS-04). A letter that needs an answer goes there only with it,
 * and is owed until then.
 */
export async function fileDocument(
  context: Context,
  id: Id<'document'>,
  { liesAt }: { liesAt: string },
): Promise<void> {
  const document = await lockDocument(context, id);
  orRefuse(whyNotFile(document, await isAnswered(context.tx, id), context.actor));
  const held = (await paperRulesOf(context)).classes.find(({ key }) => key === document.class);
  const years = held?.keepYears ?? null;
  const first = document.state !== 'filed';
  await keepBefore(context, id, formerOf<DocumentRow>(document, { lies_at: liesAt }));
  await context.tx
    .updateTable('document')
    .set({
      lies_at: liesAt,
      state: 'filed',
      ...(first
        ? {
            filed_by_id: actingPerson(context),
            filed_at: context.now,
            keep_until: years === null ? null : yearsLater(document.dated!, years),
          }
        : {}),
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.answer] });
  await record(context, { subject: { type: 'document', id }, type: first ? 'document.filed' : 'document.moved' });
}

/** The owner of its class lends the paper: whoever has it owes it back by then. */
export async function lendDocument(context: Context, id: Id<'document'>, input: Lend): Promise<void> {
  const document = await lockDocument(context, id);
  orRefuse(whyNotLend(document, (await openLoan(context.tx, id)) !== undefined, context.actor));
  await orNotHere(context.tx, [input.toId], 'toId');
  if (input.dueAt <= context.now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  await sql`
    insert into document_loan (document_id, no, to_id, why, by_id, lent_at, due_at)
    select ${id}, coalesce(max(no), 0) + 1, ${input.toId}::uuid, ${input.why}, ${actingPerson(context)}, ${context.now}, ${input.dueAt}
    from document_loan where document_id = ${id}`.execute(context.tx);
  const subject = { type: 'document' as const, id };
  await owe(context, { kind: OWED_AS.loan, subject, ownerId: input.toId, centreId: document.centre_id }, input.dueAt);
  await record(context, { subject, type: 'document.lent', data: { to: input.toId, dueAt: input.dueAt } });
}

/** The paper is back with the owner of its class. */
export async function takeBackDocument(context: Context, id: Id<'document'>): Promise<void> {
  const document = await lockDocument(context, id);
  const loan = await openLoan(context.tx, id);
  orRefuse(whyNotReturn(document, loan !== undefined, context.actor));
  await context.tx
    .updateTable('document_loan')
    .set({ returned_at: context.now, returned_to_id: actingPerson(context) })
    .where('document_id', '=', id)
    .where('no', '=', loan!.no)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.loan] });
  await record(context, { subject: { type: 'document', id }, type: 'document.returned', data: { from: loan!.to_id } });
}

/** Its years are over: the owner of its class has the paper destroyed. The register keeps that it was there. */
export async function destroyDocument(context: Context, id: Id<'document'>, { why }: { why: string }): Promise<void> {
  const document = await lockDocument(context, id);
  const isLent = (await openLoan(context.tx, id)) !== undefined;
  orRefuse(whyNotDestroy(document, isLent, await todayIn(context, document.centre_id), context.actor));
  await context.tx
    .updateTable('document')
    .set({
      state: 'destroyed',
      destroyed_because: why,
      destroyed_by_id: actingPerson(context),
      destroyed_at: context.now,
    })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'document', id }, type: 'document.destroyed' });
}
