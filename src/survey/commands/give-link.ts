import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import { whyNotIn } from '../survey.ts';
import type { NewLink } from './hand-out.ts';

/** A link to be printed on his sheet or read to him, in place of one he may have lost. It is told once. */
export async function giveLink(context: Context, id: Id<'survey_receiver'>, newLink: NewLink): Promise<string> {
  const { tx } = context;
  const found = await tx
    .selectFrom('survey_receiver')
    .select(['round_id', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new NotFound('survey.receiver_unknown');
  const round = await lockRound(context, found.round_id);
  const { actor } = context;
  // whoever hands out gives links with it, and whoever runs the round
  if (actor.personId !== round.plan?.distributor_id) orForbid(can(actor, 'survey.run', thingOfRound(round)));
  orRefuse(whyNotIn(round.state, 'running'));
  if (found.state !== 'handed_out' && found.state !== 'not_returned') throw new Refused('survey.not_out');
  const { address, hash } = newLink();
  await tx.updateTable('survey_receiver').set({ link_hash: hash }).where('id', '=', id).execute();
  await note(context, round.id, 'link_given', { receiver: id });
  return address;
}
