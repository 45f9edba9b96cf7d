import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { FaultState } from './contractor.ts';
import { faultStateOf, whyNotFollowUp } from './contractor.ts';
import { contractorServices, serviceNamed, whyNotJudge } from './facts.ts';
import type { FaultsQuery } from './inputs.ts';
import { contractorScope } from './scope.ts';
import type { ContractorService } from './service.ts';
import type { ContractorFaultTable, ContractorFollowUpTable } from './table.ts';
import type { faultsOut, FaultView } from './view.ts';

type Row = Selectable<ContractorFaultTable> & { name: string; centre_id: Id<'centre'>; person_id: Id<'person'> };
type Seen = Selectable<ContractorFollowUpTable>;

/** As `faultStateOf` says it, for lists and figures. */
export function faultsIn(now: Instant): Record<FaultState, RawBuilder<unknown>> {
  const at = sql`${now}::timestamptz`;
  return {
    open: sql`(f.mended_at is null and f.due_at >= ${at})`,
    late: sql`(f.mended_at is null and f.due_at < ${at})`,
    mended: sql`f.mended_at <= f.first_due_at`,
    mended_late: sql`f.mended_at > f.first_due_at`,
  };
}

function conditions(context: Context, query: FaultsQuery): RawBuilder<unknown>[] {
  const wanted = [contractorScope(context)];
  if (query.contractor) wanted.push(sql`f.contractor_id = ${query.contractor}`);
  if (query.service) wanted.push(sql`f.service = ${query.service}`);
  if (query.state) wanted.push(faultsIn(context.now)[query.state]);
  if (query.from) wanted.push(sql`f.asked_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`f.asked_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(f.asked_at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return wanted;
}

/** What was not conform with contractors, the newest first, each with what became of the improvement asked (EXTR-06). */
export async function listFaults(context: Context, query: FaultsQuery): Promise<z.input<typeof faultsOut>> {
  const { rows } = await sql<Row>`
    select f.*, k.name, k.centre_id, k.person_id from contractor_fault f join contractor k on k.id = f.contractor_id
    where ${sql.join(conditions(context, query), sql` and `)}
    order by f.asked_at desc, f.id desc limit ${query.limit + 1}`.execute(context.tx);
  const seen = await followUpsOf(
    context,
    rows.map(({ id }) => id),
  );
  const known = { services: await contractorServices(context), names: await personNames(context) };
  return page(
    rows,
    query.limit,
    (row) => viewOf(context, row, { ...known, seen: seen.get(row.id) ?? [] }),
    (row) => cursorOf(row.asked_at, row.id),
  );
}

type Said = { services: readonly ContractorService[]; names: Names; seen: readonly Seen[] };

function viewOf({ actor, now }: Context, row: Row, { services, names, seen }: Said): FaultView {
  return {
    id: row.id,
    checkId: row.check_id,
    contractor: { id: row.contractor_id, name: row.name },
    service: serviceNamed(services, row.service),
    point: row.point_name,
    notConform: row.not_conform,
    improvement: row.improvement,
    askedAt: row.asked_at,
    dueAt: row.due_at,
    state: faultStateOf(row, now),
    mendedAt: row.mended_at,
    followUps: seen.map((one) => ({
      verdict: one.verdict,
      result: one.result,
      seenAt: one.seen_at,
      dueAt: one.due_at,
      nextDueAt: one.next_due_at,
      by: named(names, one.by_id),
      recordedAt: one.recorded_at,
    })),
    can: { follow_up: whyNotJudge(actor, row) ?? whyNotFollowUp(row) },
  };
}

async function followUpsOf({ tx }: Context, ids: readonly Id<'contractor_fault'>[]) {
  if (ids.length === 0) return new Map<Id<'contractor_fault'>, Seen[]>();
  const rows = await tx
    .selectFrom('contractor_follow_up')
    .selectAll()
    .where('fault_id', 'in', [...ids])
    .orderBy('no')
    .execute();
  return Map.groupBy(rows, (one) => one.fault_id);
}
