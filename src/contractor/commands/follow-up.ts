import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import { OWED_AS, whyNotFollowUp, whyNotNextDue } from '../contractor.ts';
import type { Contractor } from '../facts.ts';
import { lockContractor, whyNotJudge } from '../facts.ts';
import type { FollowUp } from '../inputs.ts';
import type { ContractorFaultTable } from '../table.ts';

/** Somebody looked again whether an improvement was made: it is conform now, or another day is set (EXTR-06). */
export async function followUp(context: Context, id: Id<'contractor_fault'>, input: FollowUp): Promise<void> {
  const { tx, now } = context;
  const fault = await tx
    .selectFrom('contractor_fault')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!fault) throw new NotFound('contractor.fault_unknown');
  const contractor = await lockContractor(context, fault.contractor_id);
  orForbid(whyNotJudge(context.actor, contractor));
  orRefuse(whyNotFollowUp(fault));
  const wrong = whyNotNextDue(input.verdict, input.dueAt, now);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const at = happened(context, input.happenedAt, fault.asked_at);
  const { n } = await tx
    .selectFrom('contractor_follow_up')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('fault_id', '=', id)
    .executeTakeFirstOrThrow();
  const said = { verdict: input.verdict, result: input.result, due_at: fault.due_at, next_due_at: input.dueAt ?? null };
  await tx
    .insertInto('contractor_follow_up')
    .values({ fault_id: id, no: Number(n) + 1, ...said, seen_at: at, by_id: actingPerson(context), recorded_at: now })
    .execute();
  const mended = input.verdict === 'mended';
  await tx
    .updateTable('contractor_fault')
    .set(mended ? { mended_at: at } : { due_at: input.dueAt! })
    .where('id', '=', id)
    .execute();
  await goOn(context, { fault, contractor, at, dueAt: mended ? null : input.dueAt! });
  const subject = { type: 'contractor_fault' as const, id };
  await record(context, { subject, type: `contractor_fault.${input.verdict}`, happenedAt: at });
}

type Seen = {
  fault: Selectable<ContractorFaultTable>;
  contractor: Contractor;
  at: Instant;
  /** The next day; null: it is mended. */
  dueAt: Instant | null;
};

/** Whoever looked after the day did so late; before it, what he owed then is arranged anew. Mended, nothing is owed any more. */
async function goOn(context: Context, { fault, contractor, at, dueAt }: Seen): Promise<void> {
  const owed = { subjectId: fault.id, kinds: [OWED_AS.improvement] };
  if (dueAt === null || at > fault.due_at) await keepCommitments(context, { ...owed, happenedAt: at });
  else await cancelCommitments(context, { ...owed, reason: 'arranged_anew' });
  if (dueAt === null) return;
  const subject = { type: 'contractor_fault' as const, id: fault.id };
  const { person_id: ownerId, centre_id: centreId } = contractor;
  await owe(context, { kind: OWED_AS.improvement, subject, ownerId, centreId }, dueAt);
}
