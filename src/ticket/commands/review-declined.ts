import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { REVIEW_LADDER, REVIEW_OWED, whyNotReview } from '../declined.ts';
import { lastDeclined } from '../declined-requests.ts';
import { allow, lockTicket, thingOf } from '../facts.ts';
import type { reviewDeclinedInput } from '../inputs-declined.ts';
import type { Ticket } from '../ticket.ts';
import { oweOn } from './owe-on-ticket.ts';
import { reopenTicket } from './reopen-ticket.ts';

/** A request was declined: whoever stands above looks in time whether rightly so (RECP-15). */
export async function askForReview(context: Context, ticket: Ticket, reason: string): Promise<void> {
  const by = context.actor.personId;
  const { owner_id, department_id: departmentId, centre_id: centreId } = ticket;
  const asked = { to: 'supervisor', ownerId: by ?? owner_id, departmentId, centreId } as const;
  const reviewer = (await whoIsTold(context, asked)).find((one) => one !== by) ?? null;
  const id = newId<'declined_request'>(context.now);
  await context.tx
    .insertInto('declined_request')
    .values({ id, ticket_id: ticket.id, reason, by_id: by, at: context.now, reviewer_id: reviewer })
    .execute();
  if (reviewer === null) return;
  const limit = (await settingsOf(context)).limits.reviewDeclined ?? {
    allowance: { text: 'P2D', basis: 'working' },
    calendar: 'reception',
    ladder: REVIEW_LADDER,
  };
  await oweOn(context, ticket, { kind: REVIEW_OWED, ownerId: reviewer, limit });
}

/** He confirms that it was declined rightly, or sends the matter back with his words: it is opened again. */
export async function reviewDeclined(
  context: Context,
  id: string,
  input: z.output<typeof reviewDeclinedInput>,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.see', ticket);
  await expectVersion(context, id, input.version);
  const declined = await lastDeclined(context.tx, ticket.id);
  const handle = can(context.actor, 'ticket.handle', await thingOf(context.tx, ticket));
  const roles = context.actor.posts.map((post) => post.role);
  const why = whyNotReview(declined, { personId: context.actor.personId, roles, handle });
  if (why?.code === 'ticket.nothing_declined') orRefuse(why);
  orForbid(why);
  await context.tx
    .updateTable('declined_request')
    .set({
      verdict: input.verdict,
      words: input.words === '' ? null : input.words,
      reviewed_by_id: actingPerson(context),
      reviewed_at: context.now,
    })
    .where('id', '=', declined!.id)
    .execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [REVIEW_OWED] });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.declined_reviewed',
    data: { declined: declined!.id, verdict: input.verdict },
  });
  if (input.verdict === 'sent_back') await reopenTicket(context, id, { reason: input.words, because: 'sent_back' });
}
