import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { whyNotDraft } from '../document.ts';
import type { DocumentRow } from '../facts.ts';
import { kindAndClass, lockDocument } from '../facts.ts';
import type { ChangeDraft, NewDraft } from '../inputs.ts';
import { departmentOf, insertDocument } from './new-document.ts';
import { keepBefore } from './keep-before.ts';

/** Somebody drafts a document (DOCS-01), perhaps in place of an approved one. The same id again writes nothing twice. */
export async function writeDraft(context: Context, input: NewDraft): Promise<Id<'document'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'document'>(now);
  if (await tx.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const by = actingPerson(context);
  const [centreId, departmentId] = [await centreOf(context), departmentOf(context)];
  orForbid(can(context.actor, 'document.write', { people: [by], departments: [departmentId], centreId }));
  const { held } = await kindAndClass(context, 'draft', input);
  orWithoutContent(input);
  if (input.supersedesId) await orNotSuperseded(context, input.supersedesId);
  await insertDocument(
    context,
    held,
    {
      id,
      centre_id: centreId,
      department_id: departmentId,
      way: 'draft',
      kind: input.kind,
      subject: input.subject,
      text: input.text,
      person_id: by,
      state: 'draft',
      supersedes_id: input.supersedesId ?? null,
    },
    input.fileIds,
  );
  await record(context, { subject: { type: 'document', id }, type: 'document.drafted', data: { kind: input.kind } });
  return id;
}

function orWithoutContent({ text, fileIds }: Pick<NewDraft, 'text' | 'fileIds'>): void {
  if (text === '' && fileIds.length === 0) throw new Invalid('document.empty', { path: 'text' });
}

/** What is approved is never changed; a newer one takes its place, once. */
async function orNotSuperseded(context: Context, id: Id<'document'>): Promise<void> {
  const former = await lockDocument(context, id);
  orRefuse(former.sha256 === null ? refusal('document.not_approved') : null);
  const newer = await context.tx
    .selectFrom('document')
    .select('id')
    .where('supersedes_id', '=', id)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
  orRefuse(newer ? refusal('document.superseded') : null);
}

/** A draft is worded anew by whoever writes it; as it stood before stays readable. */
export async function changeDraft(context: Context, id: Id<'document'>, input: ChangeDraft): Promise<void> {
  const document = await lockDocument(context, id);
  orRefuse(whyNotDraft(document, context.actor));
  await expectVersion(context, id, input.seen);
  const { held } = await kindAndClass(context, 'draft', input);
  const files = await context.tx.selectFrom('file').select('id').where('subject_id', '=', id).execute();
  orWithoutContent({ text: input.text, fileIds: [...files.map((one) => one.id), ...input.fileIds] });
  const next = {
    kind: input.kind,
    class: held.key,
    keeper: held.owner,
    restricted: held.restricted,
    subject: input.subject,
    text: input.text,
  };
  const before = formerOf<DocumentRow>(document, next);
  await keepBefore(context, id, before);
  await context.tx.updateTable('document').set(next).where('id', '=', id).execute();
  await attachFiles(context, input.fileIds, { type: 'document', id });
  await record(context, {
    subject: { type: 'document', id },
    type: 'document.changed',
    data: { fields: Object.keys(before), files: input.fileIds.length },
  });
}
