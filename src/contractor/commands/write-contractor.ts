import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { actorOf, centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import { OWED_AS } from '../contractor.ts';
import type { Contractor } from '../facts.ts';
import { contractorServices, lockContractor, serviceOf, whyNotJudge } from '../facts.ts';
import type { ChangeContractor, NewContractor } from '../inputs.ts';
import { followContractor } from './begin-checks.ts';
import { keepBefore } from './keep-before.ts';

function fieldsOf(input: Omit<NewContractor, 'id'>) {
  const { name, services, contact, phone, agreement, agreedUntil, about, personId, every } = input;
  const said = { name, services: [...new Set(services)], contact, phone, agreement, about, every };
  return { ...said, agreed_until: agreedUntil, person_id: personId };
}

/** The house has these services, and whoever is to look after the firm works here and may check it. */
async function orNotSo(context: Context, contractor: Pick<Contractor, 'services' | 'centre_id' | 'person_id'>) {
  const services = await contractorServices(context);
  for (const [at, key] of contractor.services.entries()) serviceOf(services, key, `services.${at}`);
  await orNotHere(context.tx, [contractor.person_id], 'personId');
  const keeper = await actorOf(context.tx, contractor.person_id, context.now);
  if (!keeper || whyNotJudge(keeper, contractor)) throw new Invalid('contractor.may_not_check', { path: 'personId' });
}

/** A contractor is kept, with who of ours looks after it; its checks are owed from now on (EXTR-06). The same id again keeps nothing twice. */
export async function keepContractor(context: Context, input: NewContractor): Promise<Id<'contractor'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'contractor'>(now);
  if (await tx.selectFrom('contractor').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'contractor.judge', { centreId }));
  const row: Contractor = {
    id,
    centre_id: centreId,
    ...fieldsOf(input),
    by_id: actingPerson(context),
    at: now,
    ended_at: null,
  };
  await orNotSo(context, row);
  await tx.insertInto('contractor').values(row).execute();
  await record(context, {
    subject: { type: 'contractor', id },
    type: 'contractor.kept',
    data: { services: row.services },
  });
  await followContractor(context, row);
  return id;
}

/** What is kept of a contractor is corrected, or it does nothing here any more; what it said before stays readable. */
export async function changeContractor(context: Context, id: Id<'contractor'>, input: ChangeContractor): Promise<void> {
  const row = await lockContractor(context, id);
  orForbid(can(context.actor, 'contractor.judge', { centreId: row.centre_id }));
  await expectVersion(context, id, input.seen);
  const next = { ...row, ...fieldsOf(input), ended_at: input.ended ? (row.ended_at ?? context.now) : null };
  if (input.ended) await refuseOpen(context, id);
  else await orNotSo(context, next);
  const before = formerOf<Contractor>(row, next);
  await keepBefore(context, id, before);
  await context.tx.updateTable('contractor').set(next).where('id', '=', id).execute();
  await followContractor(context, next, 'person_id' in before);
  if ('person_id' in before) await passOn(context, next);
  await record(context, {
    subject: { type: 'contractor', id },
    type: 'contractor.changed',
    data: { fields: Object.keys(before) },
  });
}

const openFaults = ({ tx }: Context, id: Id<'contractor'>) =>
  tx
    .selectFrom('contractor_fault')
    .select(['id', 'due_at'])
    .where('contractor_id', '=', id)
    .where('mended_at', 'is', null)
    .execute();

async function refuseOpen(context: Context, id: Id<'contractor'>): Promise<void> {
  if ((await openFaults(context, id)).length > 0) throw new Refused('contractor.faults_open');
}

/** Whoever looks after it now owes what is not mended. */
async function passOn(context: Context, { id, person_id: ownerId, centre_id: centreId }: Contractor): Promise<void> {
  for (const fault of await openFaults(context, id)) {
    const subject = { type: 'contractor_fault' as const, id: fault.id };
    await cancelCommitments(context, { subjectId: fault.id, kinds: [OWED_AS.improvement], reason: 'arranged_anew' });
    await owe(context, { kind: OWED_AS.improvement, subject, ownerId, centreId }, fault.due_at);
  }
}
