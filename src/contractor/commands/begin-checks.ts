import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { CheckInterval } from '../contractor.ts';
import { OWED_AS } from '../contractor.ts';
import type { Contractor } from '../facts.ts';
import { contractorServices } from '../facts.ts';
import type { ContractorService } from '../service.ts';

/** How often each service of a contractor is checked; none where it is over, or the house has the service no more. */
function intervalsOf(contractor: Contractor, services: readonly ContractorService[]): Map<string, CheckInterval> {
  if (contractor.ended_at !== null) return new Map();
  const done = services.filter(({ key }) => contractor.services.includes(key));
  return new Map(done.map(({ key, every }) => [key, contractor.every ?? every]));
}

/** The checks owed for the periods that run now (EXTR-06); begun already, each stays as it is. */
export async function beginCurrentChecks(context: Context): Promise<void> {
  const services = await contractorServices(context);
  const rows = await context.tx.selectFrom('contractor').selectAll().where('ended_at', 'is', null).execute();
  for (const row of rows)
    for (const [service, every] of intervalsOf(row, services))
      await beginDue(context, row, service, every, context.now);
}

/** The periods after these: each as it comes, so that none is skipped, after an outage neither. */
export async function beginChecksAfter(context: Context, dues: readonly Id<'contractor_due'>[]): Promise<void> {
  if (dues.length === 0) return;
  const { tx } = context;
  const ran = await tx
    .selectFrom('contractor_due')
    .select(['contractor_id', 'service', 'every', 'until_at'])
    .where('id', 'in', dues)
    .where('dropped_at', 'is', null)
    .execute();
  const services = await contractorServices(context);
  for (const { contractor_id: id, service, every: was, until_at: next } of ran) {
    const row = await tx.selectFrom('contractor').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const every = intervalsOf(row, services).get(service);
    if (every === was) await beginDue(context, row, service, every, next);
  }
}

/**
 * Its services, its interval, who looks after it, or the settings are other now: what runs and is not owed so any more is dropped, what is
 * owed is begun. What is over without a check stays missed.
 */
export async function followContractor(context: Context, contractor: Contractor, anew = false): Promise<void> {
  const { tx, now } = context;
  const wanted = intervalsOf(contractor, await contractorServices(context));
  const running = await tx
    .selectFrom('contractor_due')
    .select(['id', 'service', 'every', 'until_at'])
    .where('contractor_id', '=', contractor.id)
    .where('check_id', 'is', null)
    .where('dropped_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const due of running) {
    if (!anew && wanted.get(due.service) === due.every) continue;
    await tx.updateTable('contractor_due').set({ dropped_at: now }).where('id', '=', due.id).execute();
    await cancelCommitments(context, { subjectId: due.id, kinds: [OWED_AS.check], reason: 'plan_changed' });
  }
  for (const [service, every] of wanted) await beginDue(context, contractor, service, every, now);
}

/** The settings may name other services now, or check them at another interval. */
export async function followServices(context: Context): Promise<void> {
  const rows = await context.tx.selectFrom('contractor').selectAll().where('ended_at', 'is', null).execute();
  for (const row of rows) await followContractor(context, row);
}

async function beginDue(
  context: Context,
  contractor: Contractor,
  service: string,
  every: CheckInterval,
  moment: Instant,
): Promise<void> {
  const { zone } = (await centres(context)).get(contractor.centre_id)!;
  const period = periodOf(every, zone, moment);
  const id = newId<'contractor_due'>(context.now);
  const of = { contractor_id: contractor.id, service, every, begins: period.begins };
  const fresh = await context.tx
    .insertInto('contractor_due')
    .values({ id, ...of, from_at: period.from, until_at: period.until, check_id: null, dropped_at: null })
    .onConflict((conflict) =>
      conflict.columns(['contractor_id', 'service', 'every', 'begins']).where('dropped_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) > 0) await owe(context, id, contractor, period);
}

/** Owed from the first day of its period; at its foot the period after is begun, so that it is seen coming. */
async function owe(
  context: Context,
  id: Id<'contractor_due'>,
  { centre_id: centreId, person_id: ownerId }: Contractor,
  period: Period,
): Promise<void> {
  const { limits } = await settingsOf(context);
  const subject = { type: 'contractor_due' as const, id };
  const where = { centreId, departmentId: null };
  await startCommitments(context, [
    {
      kind: OWED_AS.check,
      subject,
      ticketId: null,
      ownerId,
      ...where,
      calendarId: await calendarFor(context.tx, 'reception', where),
      limit: { dueAt: period.until, ladder: [FOOT, ...limits.acceptHandover.ladder] },
      startedAt: period.from,
    },
  ]);
  await record(context, { subject, type: 'contractor.check_owed', data: { begins: period.begins } });
}
