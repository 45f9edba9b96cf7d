import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { HandOver } from '../inputs.ts';
import type { Open, Post } from '../open.ts';
import { lastNoteOf, lockPost, openAt, peopleOf } from '../open.ts';
import { OWED_AS, whyNotAfter, whyNotHandOver } from '../shift-note.ts';
import { keepHandovers } from './owe-handovers.ts';

/**
 * Hands the shift over: what is open at this very moment with the remarks on it, what happened, and what the next must know. Owed
 * from now on is that somebody accepts it. The same id again hands nothing over twice; a colleague who hands the same shift over is
 * refused.
 */
export async function handOver(context: Context, input: HandOver): Promise<Id<'shift_note'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'shift_note'>(now);
  const post = await lockPost(context, input.postId);
  if (await tx.selectFrom('shift_note').select('id').where('id', '=', id).executeTakeFirst()) return id;
  orRefuse(whyNotHandOver(context.actor, post));
  const last = await lastNoteOf(context, post.id);
  orRefuse(whyNotAfter(last, input.lastId));
  const me = actingPerson(context);
  const toId = input.toId ?? null;
  if (toId === me || (toId && !(await peopleOf(context, post.id)).includes(toId)))
    throw new Invalid('shift_note.not_of_post', { path: 'toId' });
  const { from, lines, figures } = await openAt(context, post, last);
  const written = withRemarks(lines, input);
  const of = { centre_id: post.centre_id, post_id: post.id, department_id: post.department_id };
  await tx
    .insertInto('shift_note')
    .values({
      ...of,
      id,
      from_at: from,
      lines: json(written),
      figures: json(figures),
      text: input.text,
      by_id: me,
      handed_at: now,
      to_id: toId,
    })
    .execute();
  await awaitAcceptance(context, id, post, toId);
  await keepHandovers(context, post.id, id);
  await record(context, {
    subject: { type: 'shift_note', id },
    type: 'shift_note.handed_over',
    data: { post: post.id, by: me, to: toId, open: written.length },
  });
  return id;
}

function withRemarks(lines: Open['lines'], { remarks }: HandOver): Open['lines'] {
  const said = new Map(remarks.map((one) => [one.id.toLowerCase(), one.remark]));
  return lines.map((line) => ({ ...line, remark: said.get(line.id) ?? '' }));
}

async function awaitAcceptance(
  context: Context,
  id: Id<'shift_note'>,
  post: Post,
  toId: Id<'person'> | null,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.acceptShift ?? limits.acceptHandover;
  const where = { centreId: post.centre_id, departmentId: post.department_id };
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'shift_note', id },
      ticketId: null,
      ownerId: toId,
      postId: post.id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}
