import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { BodyRow, MatterRow } from '../facts.ts';
import { bodyKinds, lockMatter } from '../facts.ts';
import type { LogDealing, OpenMatter } from '../inputs.ts';
import { OWED_AS, whyNotDeal, whyNotEnd, whyNotGoesOn } from '../liaison.ts';
import { oweStep, oweTouch } from './owe.ts';
import { keepBefore } from './keep-before.ts';

type Both = { matter: MatterRow; body: BodyRow };
type Said = NonNullable<OpenMatter['dealing']> & { id?: Id<'liaison_dealing'> | undefined };

/** So long ago a dealing may be that is logged only now. */
const LONGEST_AGO = 365 * DAY;

/**
 * What was dealt with with a body about a matter, and what comes next by which day, or how it ended (EXTR-01, -02, -08). The next step
 * owed before is done with it. The same id again logs nothing twice.
 */
export async function logDealing(context: Context, id: Id<'liaison_matter'>, input: LogDealing): Promise<void> {
  const both = await lockMatter(context, id);
  const { matter, body } = both;
  orForbid(can(context.actor, 'liaison.log', { centreId: body.centre_id, people: [matter.person_id] }));
  if (input.id && (await isLogged(context, input.id))) return;
  orRefuse(whyNotDeal(matter));
  const neither = whyNotGoesOn(input);
  if (neither) throw new Invalid(neither.code, neither.params);
  const { next, done, ...said } = input;
  const at = await logDealingOf(context, both, said);
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.step], happenedAt: at });
  await keepBefore(context, id, { next_step: matter.next_step, next_by: matter.next_by });
  if (next) {
    await oweStep(context, id, { personId: matter.person_id, centreId: body.centre_id, by: next.by });
    await context.tx
      .updateTable('liaison_matter')
      .set({ next_step: next.step, next_by: next.by })
      .where('id', '=', id)
      .execute();
  } else await end(context, both, done!);
}

async function isLogged({ tx }: Context, id: Id<'liaison_dealing'>): Promise<boolean> {
  return (await tx.selectFrom('liaison_dealing').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** One touch in the log; being in touch with the body begins anew with it. Answers when it was. */
export async function logDealingOf(context: Context, { matter, body }: Both, said: Said): Promise<Instant> {
  const { tx, now } = context;
  if (said.contactId) await orNobody(context, body.id, said.contactId);
  const at = happened(context, said.happenedAt, plus(now, -LONGEST_AGO));
  const id = said.id ?? newId<'liaison_dealing'>(now);
  await tx
    .insertInto('liaison_dealing')
    .values({
      id,
      matter_id: matter.id,
      happened_at: at,
      way: said.way,
      contact_id: said.contactId ?? null,
      said: said.said,
      by_id: actingPerson(context),
      recorded_at: now,
    })
    .execute();
  await oweTouch(context, body, at);
  await record(context, {
    subject: { type: 'liaison_matter', id: matter.id },
    type: 'liaison_matter.dealt',
    ticketId: matter.ticket_id,
    happenedAt: at,
    data: { body: body.id, matter: matter.id, way: said.way },
  });
  return at;
}

async function orNobody({ tx }: Context, bodyId: Id<'liaison_body'>, id: Id<'liaison_contact'>): Promise<void> {
  const contact = await tx
    .selectFrom('liaison_contact')
    .select('id')
    .where('id', '=', id)
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  if (!contact) throw new NotFound('liaison.contact_unknown');
}

async function end(context: Context, { matter, body }: Both, done: NonNullable<LogDealing['done']>): Promise<void> {
  const kind = (await bodyKinds(context)).find(({ key }) => key === body.kind);
  const wrong = whyNotEnd(kind?.learns ?? false, done);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const { id } = matter;
  await context.tx
    .updateTable('liaison_matter')
    .set({
      next_step: null,
      next_by: null,
      closed_at: context.now,
      closed_by_id: actingPerson(context),
      outcome: done.outcome,
      lesson: done.lesson,
    })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'liaison_matter', id },
    type: 'liaison_matter.closed',
    ticketId: matter.ticket_id,
    data: { body: body.id, matter: id },
  });
}
