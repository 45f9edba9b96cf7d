import { takeIn } from '../../contact/commands/take-in.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lettersIn, lockRound, planOfRound, resultsOf, standingResults } from '../facts.ts';
import type { TakeLetter } from '../inputs.ts';
import { whyNotWalk, whyNotYours } from '../round.ts';

/**
 * One letter out of the box: a case by the ordinary intake, or the reason why it needs none (CHAN-10). The same id again takes
 * nothing twice; more letters than were found in the box there are not.
 */
export async function takeLetter(context: Context, id: Id<'round'>, input: TakeLetter): Promise<Id<'round_letter'>> {
  const letterId = input.id ?? newId<'round_letter'>(context.now);
  const round = await lockRound(context.tx, id);
  orRefuse(whyNotYours(context.actor, round));
  const taken = await lettersOf(context, id);
  if (taken.some((one) => one.id === letterId)) return letterId;
  orRefuse(whyNotWalk(round, context.now));
  const { content } = await planOfRound(context.tx, round);
  const known = standingResults(await resultsOf(context.tx, id));
  const found = lettersIn({ ...content, lines: content.lines.filter(({ key }) => key === input.line) }, known, 0).found;
  const left = found - taken.filter((one) => one.line === input.line).length;
  orRefuse(left > 0 ? null : refusal('round.no_more_letters', { found }));
  const dealt = await dealWith(context, input);
  await context.tx
    .insertInto('round_letter')
    .values({ id: letterId, round_id: id, line: input.line, ...dealt, by_id: actingPerson(context), at: context.now })
    .execute();
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.letter_taken',
    ticketId: dealt.ticket_id,
    data: { letter: letterId, ticket: dealt.ticket_id },
  });
  return letterId;
}

async function dealWith(context: Context, { case: matter, reason }: TakeLetter) {
  if ((matter === undefined) === (reason === undefined))
    throw new Invalid('round.letter_undecided', { path: 'reason' });
  if (matter === undefined) return { ticket_id: null, contact_id: null, reason: reason! };
  if (matter.contact.channel !== 'letter') throw new Invalid('round.not_a_letter', { path: 'case.contact.channel' });
  const { contactId, ticketId } = await takeIn(context, matter);
  return { ticket_id: ticketId, contact_id: contactId, reason: null };
}

function lettersOf({ tx }: Context, id: Id<'round'>) {
  return tx.selectFrom('round_letter').select(['id', 'line']).where('round_id', '=', id).execute();
}
