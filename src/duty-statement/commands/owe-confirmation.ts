import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';

type Asked = {
  kind: string;
  subject: { type: 'duty_confirmation' | 'article_reading' | 'article_acceptance'; id: string };
  personId: Id<'person'>;
  postId?: Id<'post'>;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
  /** By which limit of the house; a house that has not set it goes by that of duties. */
  limitOf?: 'confirmStandard';
};

/** Somebody owes his word that he read and understood it: the duties of a post, or what all of the staff must know; a department, that it works by a standard. */
export async function oweConfirmation(
  context: Context,
  { kind, subject, personId, postId, limitOf, ...where }: Asked,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = (limitOf && limits[limitOf]) ?? limits.confirmDuties ?? limits.acceptHandover;
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
