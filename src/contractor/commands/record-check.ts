import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import { OWED_AS, verdictOf, whyNotCheck } from '../contractor.ts';
import type { Contractor } from '../facts.ts';
import { contractorServices, lockContractor, serviceOf, whyNotJudge } from '../facts.ts';
import type { RecordCheck } from '../inputs.ts';
import type { ContractorService } from '../service.ts';
import { beginChecksAfter } from './begin-checks.ts';

/** So long ago a check may have been that is entered only now. */
const LONGEST_AGO = 31 * DAY;

/**
 * A service of a contractor was checked point by point: what fails asks for an improvement by a day, which is owed from now on by whoever looks
 * after the contractor (EXTR-06). The checks owed until then are made with it. The same id again records nothing twice.
 */
export async function recordCheck(
  context: Context,
  contractorId: Id<'contractor'>,
  input: RecordCheck,
): Promise<Id<'contractor_check'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'contractor_check'>(now);
  const contractor = await lockContractor(context, contractorId);
  orForbid(whyNotJudge(context.actor, contractor));
  if (await tx.selectFrom('contractor_check').select('id').where('id', '=', id).executeTakeFirst()) return id;
  if (contractor.ended_at !== null) throw new Refused('contractor.ended');
  if (!contractor.services.includes(input.service))
    throw new Invalid('contractor.service_not_done', { path: 'service' });
  const service = serviceOf(await contractorServices(context), input.service, 'service');
  const wrong = whyNotCheck(service.points, input.points, now);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const at = happened(context, input.happenedAt, plus(now, -LONGEST_AGO));
  await writeCheck(context, { id, contractor, service, input, at });
  await makeDues(context, contractorId, { id, service: service.key, at });
  return id;
}

type Check = {
  id: Id<'contractor_check'>;
  contractor: Contractor;
  service: ContractorService;
  input: RecordCheck;
  at: Instant;
};

async function writeCheck(context: Context, check: Check): Promise<void> {
  const { id, contractor, service, input, at } = check;
  const { tx, now } = context;
  const verdict = verdictOf(input.points);
  const found = service.points.map(({ key, name }, index) => ({
    check_id: id,
    no: index + 1,
    point: key,
    name: json(name),
    verdict: input.points.find((one) => one.key === key)!.verdict,
  }));
  const of = { contractor_id: contractor.id, service: service.key, service_name: json(service.name) };
  const who = { by_id: actingPerson(context), recorded_at: now };
  await tx
    .insertInto('contractor_check')
    .values({ id, ...of, checked_at: at, verdict, remark: input.remark, ...who })
    .execute();
  await tx.insertInto('contractor_check_point').values(found).execute();
  for (const one of input.points) if (one.verdict === 'fail') await askImprovement(context, check, one);
  await record(context, {
    subject: { type: 'contractor', id: contractor.id },
    type: 'contractor.checked',
    happenedAt: at,
    data: { check: id, service: service.key, verdict },
  });
}

async function askImprovement(
  context: Context,
  { id: checkId, contractor, service }: Check,
  { key, notConform, improvement, dueAt }: RecordCheck['points'][number],
): Promise<void> {
  const id = newId<'contractor_fault'>(context.now);
  await context.tx
    .insertInto('contractor_fault')
    .values({
      id,
      check_id: checkId,
      contractor_id: contractor.id,
      service: service.key,
      point_name: json(service.points.find((one) => one.key === key)!.name),
      not_conform: notConform,
      improvement,
      asked_at: context.now,
      first_due_at: dueAt!,
      due_at: dueAt!,
      mended_at: null,
    })
    .execute();
  const subject = { type: 'contractor_fault' as const, id };
  const { person_id: ownerId, centre_id: centreId } = contractor;
  await owe(context, { kind: OWED_AS.improvement, subject, ownerId, centreId }, dueAt!);
  await record(context, { subject, type: 'contractor_fault.asked', data: { check: checkId, dueAt: dueAt! } });
}

/** Every period begun by then has its check with this one: in time where it was in the period, late where that was over. */
async function makeDues(
  context: Context,
  contractorId: Id<'contractor'>,
  { id, service, at }: { id: Id<'contractor_check'>; service: string; at: Instant },
): Promise<void> {
  const dues = await context.tx
    .updateTable('contractor_due')
    .set({ check_id: id })
    .where('contractor_id', '=', contractorId)
    .where('service', '=', service)
    .where('check_id', 'is', null)
    .where('dropped_at', 'is', null)
    .where('from_at', '<=', at)
    .returning('id')
    .execute();
  for (const due of dues) await keepCommitments(context, { subjectId: due.id, kinds: [OWED_AS.check], happenedAt: at });
  // the clock has begun the period after by now, unless this was done before it looked
  await beginChecksAfter(
    context,
    dues.map((due) => due.id),
  );
}
