import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotDecide } from '../document.ts';
import type { DocumentRow } from '../facts.ts';
import { digestOf, kindAndClass, lastReview, lockDocument } from '../facts.ts';
import type { Decide } from '../inputs.ts';
import { nextNumber } from './new-document.ts';

/**
 * The post it was passed to decides: sent back with a remark, or approved. Approved it has its number and day and is never changed again; a
 * digest of all it says is kept (DOCS-01).
 */
export async function decideReview(context: Context, id: Id<'document'>, { approved, remark }: Decide): Promise<void> {
  const document = await lockDocument(context, id);
  const review = await lastReview(context.tx, id);
  orRefuse(whyNotDecide(document, review?.post_id ?? null, context.actor));
  if (!approved && remark === '') throw new Invalid('document.remark_missing', { path: 'remark' });
  await context.tx
    .updateTable('document_review')
    .set({
      decision: approved ? 'approved' : 'sent_back',
      remark,
      decided_by_id: actingPerson(context),
      decided_at: context.now,
    })
    .where('document_id', '=', id)
    .where('no', '=', review!.no)
    .execute();
  if (approved) await makeFinal(context, document);
  else await context.tx.updateTable('document').set({ state: 'sent_back' }).where('id', '=', id).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.review] });
  await record(context, {
    subject: { type: 'document', id },
    type: 'document.decided',
    data: { approved, told: [document.by_id, document.person_id] },
  });
}

async function makeFinal(context: Context, document: DocumentRow): Promise<void> {
  const { kind } = await kindAndClass(context, 'draft', document);
  const dated = await todayIn(context, document.centre_id);
  const number = await nextNumber(context, kind, 'draft', dated);
  const sha256 = await digestOf(context.tx, { ...document, dated, number });
  await context.tx
    .updateTable('document')
    .set({ state: 'approved', dated, number, sha256 })
    .where('id', '=', document.id)
    .execute();
}
