import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Scorecard } from '../../pack/scorecards.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { writeItems } from '../../work-plan/commands/give-items.ts';
import type { GiveReview } from '../inputs.ts';
import { failedOf, whyNotMarks, whyNotReview } from '../quality-review.ts';
import type { Scored } from '../scored.ts';
import { whatIsScored } from '../scored.ts';

/**
 * Somebody's work is scored by a scorecard of the house (QUAL-03 to -09, -15): a mark for each line, with who and when. Each line
 * that is not in order becomes an item of his day plan, owed by then and looked at again there. The same id again scores nothing
 * twice; what was scored is never changed.
 */
export async function giveReview(context: Context, input: GiveReview): Promise<Id<'quality_review'>> {
  const { tx, actor, now } = context;
  const id = input.id ?? newId<'quality_review'>(now);
  if (await tx.selectFrom('quality_review').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const card = ((await settingsOf(context)).scorecards ?? []).find((one) => one.key === input.scorecard && one.on);
  if (!card) throw new Invalid('scorecard.unknown', { path: 'scorecard' });
  const scored = await whatIsScored(context, card.of, input);
  orForbid(
    can(actor, 'rectification.issue', { departments: scored.departments, centreId: scored.centreId, people: [] }),
  );
  orRefuse(whyNotReview(scored.personId, actor.personId));
  const wrong = whyNotMarks(card, input.marks);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const items = await oweMending(context, card, scored, input);
  await write(context, id, { card, scored, input, items });
  await record(context, {
    subject: { type: 'quality_review', id },
    type: 'quality_review.given',
    ticketId: scored.ticketId,
    data: { to: scored.personId, scorecard: card.key, failed: items.size },
  });
  return id;
}

/** What is not in order is his to mend by then; by line. */
async function oweMending(
  context: Context,
  card: Scorecard,
  { centreId, personId }: Scored,
  { marks, mendBy }: GiveReview,
): Promise<ReadonlyMap<string, Id<'work_item'>>> {
  const failed = failedOf(card, marks);
  if (failed.length === 0) return new Map();
  if (mendBy === undefined) throw new Invalid('quality_review.mend_by_missing', { path: 'mendBy' });
  const given = failed.map(({ remark }) => ({
    id: newId<'work_item'>(context.now),
    title: remark,
    personId,
    dueAt: mendBy,
  }));
  const ids = await writeItems(context, { centre_id: centreId, department_id: null }, null, given);
  return new Map(failed.map(({ line }, at) => [line, ids[at]!]));
}

type Written = {
  card: Scorecard;
  scored: Scored;
  input: GiveReview;
  items: ReadonlyMap<string, Id<'work_item'>>;
};

async function write(
  context: Context,
  id: Id<'quality_review'>,
  { card, scored, input, items }: Written,
): Promise<void> {
  await context.tx
    .insertInto('quality_review')
    .values({
      id,
      scorecard: card.key,
      definition: json(card),
      of: card.of,
      centre_id: scored.centreId,
      department_id: scored.departments[0] ?? null,
      person_id: scored.personId,
      contact_id: scored.contactId,
      ticket_id: scored.ticketId,
      from_day: scored.fromDay,
      until_day: scored.untilDay,
      remark: input.remark,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  const rows = card.lines.map(({ key: line }, no) => {
    const { mark, remark } = input.marks.find((one) => one.line === line)!;
    return { review_id: id, no, line, mark, passed: mark >= card.passes, remark, item_id: items.get(line) ?? null };
  });
  await context.tx.insertInto('quality_review_mark').values(rows).execute();
}
