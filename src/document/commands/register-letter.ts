import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import { OWED_AS, whyNotKeep, yearsLater } from '../document.ts';
import { kindAndClass, lockDocument } from '../facts.ts';
import type { NewLetter, NewPaper } from '../inputs.ts';
import { departmentOf, insertDocument, nextNumber } from './new-document.ts';

/**
 * A letter in or out, numbered by its kind and year, with whom it is exchanged (DOCS-03). One that needs an answer is owed until it is filed with
 * it. The same id again registers nothing twice.
 */
export async function registerLetter(context: Context, input: NewLetter): Promise<Id<'document'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'document'>(now);
  if (await tx.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const by = actingPerson(context);
  const [centreId, departmentId] = [await centreOf(context), departmentOf(context)];
  orForbid(can(context.actor, 'document.write', { people: [by], departments: [departmentId], centreId }));
  const { kind, held } = await kindAndClass(context, input.way, input);
  await orNotHere(tx, [input.personId], 'personId');
  await orUnknown(context, input);
  if (input.dated > (await todayIn(context, centreId))) throw new Invalid('happened.in_future', { path: 'dated' });
  if (input.answerBy && input.answerBy <= now) throw new Invalid('promise.in_past', { path: 'answerBy' });
  const number = await nextNumber(context, kind, input.way, input.dated);
  const row = { ...letterOf(input), id, centre_id: centreId, department_id: departmentId, number };
  await insertDocument(context, held, row, input.fileIds);
  if (input.answerBy) {
    const subject = { type: 'document' as const, id };
    await owe(context, { kind: OWED_AS.answer, subject, ownerId: input.personId, centreId }, input.answerBy);
  }
  await record(context, {
    subject: { type: 'document', id },
    type: 'document.letter_registered',
    data: { way: input.way, to: input.personId, answers: input.answersId ?? null },
  });
  return id;
}

function letterOf(input: NewLetter) {
  return {
    way: input.way,
    kind: input.kind,
    subject: input.subject,
    text: input.text,
    person_id: input.personId,
    state: input.answerBy ? ('open' as const) : ('received' as const),
    dated: input.dated,
    counterpart: input.counterpart,
    body_id: input.bodyId ?? null,
    lies_at: input.liesAt,
    needs_answer: input.answerBy !== undefined,
    answer_by: input.answerBy ?? null,
    answers_id: input.answersId ?? null,
  };
}

/** The body is one we keep; what is answered is a letter that goes the other way. */
async function orUnknown(context: Context, { way, bodyId, answersId }: NewLetter): Promise<void> {
  if (bodyId) {
    const body = await context.tx.selectFrom('liaison_body').select('id').where('id', '=', bodyId).executeTakeFirst();
    if (!body) throw new NotFound('liaison.body_unknown');
  }
  if (!answersId) return;
  const asked = await lockDocument(context, answersId);
  orRefuse(asked.way === (way === 'in' ? 'out' : 'in') ? null : refusal('document.answers_no_letter'));
}

/** A paper that the owner of its class files as it is: centre materials, a person's file, a wage list (DOCS-03, DOCS-04). */
export async function filePaper(context: Context, input: NewPaper): Promise<Id<'document'>> {
  const { tx, now, actor } = context;
  const id = input.id ?? newId<'document'>(now);
  if (await tx.selectFrom('document').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  const { kind, held } = await kindAndClass(context, 'paper', input);
  orForbid(whyNotKeep({ keeper: held.owner, centre_id: centreId }, actor));
  await orNotHere(tx, [input.personId], 'personId');
  if (input.dated > (await todayIn(context, centreId))) throw new Invalid('happened.in_future', { path: 'dated' });
  await insertDocument(
    context,
    held,
    {
      id,
      centre_id: centreId,
      department_id: departmentOf(context),
      way: 'paper',
      kind: input.kind,
      subject: input.subject,
      text: '',
      person_id: input.personId,
      state: 'filed',
      dated: input.dated,
      number: await nextNumber(context, kind, 'paper', input.dated),
      counterpart: input.counterpart,
      lies_at: input.liesAt,
      keep_until: held.keepYears === null ? null : yearsLater(input.dated, held.keepYears),
      filed_by_id: actingPerson(context),
      filed_at: now,
    },
    input.fileIds,
  );
  await record(context, { subject: { type: 'document', id }, type: 'document.filed', data: { class: held.key } });
  return id;
}
