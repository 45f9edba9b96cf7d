import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import type { MatterRow } from '../facts.ts';
import { lockMatter } from '../facts.ts';
import type { ChangeMatter } from '../inputs.ts';
import { OWED_AS, whyNotDeal } from '../liaison.ts';
import { oweStep } from './owe.ts';
import { keepBefore } from './keep-before.ts';

/** Somebody else is in charge, or the next step is another or at another day; as it stood before stays readable. */
export async function changeMatter(context: Context, id: Id<'liaison_matter'>, input: ChangeMatter): Promise<void> {
  const { matter, body } = await lockMatter(context, id);
  orForbid(can(context.actor, 'liaison.log', { centreId: body.centre_id, people: [matter.person_id] }));
  orRefuse(whyNotDeal(matter));
  await expectVersion(context, id, input.seen);
  const { personId, next } = input;
  if (personId !== matter.person_id) await orNotHere(context.tx, [personId], 'personId');
  const changed = { subject: input.subject, person_id: personId, next_step: next.step, next_by: next.by };
  const before = formerOf<MatterRow>(matter, changed);
  await keepBefore(context, id, before);
  await context.tx.updateTable('liaison_matter').set(changed).where('id', '=', id).execute();
  if ('person_id' in before || 'next_by' in before) {
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.step], reason: 'arranged_anew' });
    await oweStep(context, id, { personId, centreId: body.centre_id, by: next.by });
  }
  await record(context, {
    subject: { type: 'liaison_matter', id },
    type: 'liaison_matter.changed',
    data: { fields: Object.keys(before), to: personId, by: next.by },
  });
}
