import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { ArchiveClass, DocumentKind } from './rules.ts';
import type { DocumentWay } from './document.ts';
import { documentScope } from './scope.ts';
import type { DocumentReviewTable, DocumentTable } from './table.ts';

export type DocumentRow = Selectable<DocumentTable>;
export type ReviewRow = Selectable<DocumentReviewTable>;

export type PaperRules = { kinds: readonly DocumentKind[]; classes: readonly ArchiveClass[] };

/** Which documents the house numbers, and in which archives they are kept. */
export async function paperRulesOf(context: Context): Promise<PaperRules> {
  const { documentKinds = [], archiveClasses = [] } = await settingsOf(context);
  return { kinds: documentKinds, classes: archiveClasses };
}

/** A kind that may come about so, and a class of the archives, by their keys. */
export async function kindAndClass(
  context: Context,
  way: DocumentWay,
  said: { kind: string; class: string },
): Promise<{ kind: DocumentKind; held: ArchiveClass }> {
  const rules = await paperRulesOf(context);
  const kind = rules.kinds.find((one) => one.key === said.kind && one.ways.includes(way));
  if (!kind) throw new Invalid('document.kind_unknown', { path: 'kind' });
  const held = rules.classes.find((one) => one.key === said.class);
  if (!held) throw new Invalid('document.class_unknown', { path: 'class' });
  return { kind, held };
}

/** A document that the actor reads, locked; what he does not read is not there for him. */
export async function lockDocument(context: Context, id: Id<'document'>): Promise<DocumentRow> {
  const { tx, actor } = context;
  const { rows } = await sql<DocumentRow>`
    select d.*, d.dated::text as dated, d.keep_until::text as keep_until from document d
    where d.id = ${id} and ${documentScope(actor)} for no key update of d`.execute(tx);
  if (!rows[0]) throw new NotFound('document.unknown');
  return rows[0];
}

/** The last time it was passed to review; none where it never was. */
export async function lastReview(tx: Tx, id: Id<'document'>): Promise<ReviewRow | undefined> {
  return tx
    .selectFrom('document_review')
    .selectAll()
    .where('document_id', '=', id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Who has the paper now. */
export async function openLoan(tx: Tx, id: Id<'document'>) {
  return tx
    .selectFrom('document_loan')
    .select(['no', 'to_id'])
    .where('document_id', '=', id)
    .where('returned_at', 'is', null)
    .executeTakeFirst();
}

export async function isAnswered(tx: Tx, id: Id<'document'>): Promise<boolean> {
  const answer = await tx.selectFrom('document').select('id').where('answers_id', '=', id).executeTakeFirst();
  return answer !== undefined;
}

type Content = Pick<DocumentRow, 'id' | 'kind' | 'number' | 'dated' | 'subject' | 'text'>;

/** Digest of everything that was approved: kind, number, day, subject, text, and what its files hold. */
export async function digestOf(tx: Tx, { id, kind, number, dated, subject, text }: Content): Promise<string> {
  const files = await tx.selectFrom('file').select('sha256').where('subject_id', '=', id).orderBy('no').execute();
  const content = [kind, number, dated, subject, text, ...files.map((one) => one.sha256)];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
