import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';

type Asked = {
  kind: string;
  subject: { type: 'duty_confirmation' | 'article_reading'; id: string };
  personId: Id<'person'>;
  postId?: Id<'post'>;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
};

/** Somebody owes his word that he read and understood it: the duties of a post, or what all of the staff must know. */
export async function oweConfirmation(
  context: Context,
  { kind, subject, personId, postId, ...where }: Asked,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.confirmDuties ?? limits.acceptHandover;
  await startCommitments(context, [
    {
      kind,
      subject,
      ticketId: null,
      ownerId: personId,
      postId,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}
