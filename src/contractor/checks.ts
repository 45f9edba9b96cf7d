import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { CheckState, PointVerdict } from './contractor.ts';
import { checkStateOf } from './contractor.ts';
import { contractorServices, serviceNamed } from './facts.ts';
import type { ChecksQuery, ContractorDuesQuery } from './inputs.ts';
import { contractorScope } from './scope.ts';
import type { ContractorCheckTable, ContractorDueTable } from './table.ts';
import type { checksOut, contractorDuesOut } from './view.ts';

type CheckRow = Selectable<ContractorCheckTable> & {
  name: string;
  faults: number;
  points: { key: string; name: Words; verdict: PointVerdict }[];
};

/** Checks of contractors with each point, the newest first (EXTR-06). */
export async function listChecks(context: Context, query: ChecksQuery): Promise<z.input<typeof checksOut>> {
  const wanted: RawBuilder<unknown>[] = [contractorScope(context)];
  if (query.contractor) wanted.push(sql`c.contractor_id = ${query.contractor}`);
  if (query.service) wanted.push(sql`c.service = ${query.service}`);
  if (query.verdict) wanted.push(sql`c.verdict = ${query.verdict}`);
  if (query.by) wanted.push(sql`c.by_id = ${query.by}`);
  if (query.from) wanted.push(sql`c.checked_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`c.checked_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(c.checked_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<CheckRow>`
    select c.*, k.name, (select count(*)::int from contractor_fault f where f.check_id = c.id) as faults,
      (select json_agg(json_build_object('key', p.point, 'name', p.name, 'verdict', p.verdict) order by p.no)
        from contractor_check_point p where p.check_id = c.id) as points
    from contractor_check c join contractor k on k.id = c.contractor_id
    where ${sql.join(wanted, sql` and `)} order by c.checked_at desc, c.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      contractor: { id: row.contractor_id, name: row.name },
      service: { key: row.service, name: row.service_name },
      checkedAt: row.checked_at,
      verdict: row.verdict,
      points: row.points,
      remark: row.remark,
      faults: row.faults,
      by: named(names, row.by_id),
      recordedAt: row.recorded_at,
    }),
    (row) => cursorOf(row.checked_at, row.id),
  );
}

type DueRow = Selectable<ContractorDueTable> & {
  name: string;
  person_id: string;
  checked_at: Instant | null;
};

function inState(state: CheckState, now: Instant): RawBuilder<unknown> {
  const at = sql`${now}::timestamptz`;
  return {
    to_come: sql`(c.id is null and d.from_at > ${at})`,
    open: sql`(c.id is null and d.from_at <= ${at} and d.until_at > ${at})`,
    kept: sql`c.checked_at < d.until_at`,
    kept_late: sql`c.checked_at >= d.until_at`,
    missed: sql`(c.id is null and d.until_at <= ${at})`,
  }[state];
}

/** The checks owed period by period, the latest first: kept, kept late, missed or to come (EXTR-06). */
export async function listContractorDues(
  context: Context,
  query: ContractorDuesQuery,
): Promise<z.input<typeof contractorDuesOut>> {
  const wanted = [contractorScope(context), sql`d.dropped_at is null`];
  if (query.contractor) wanted.push(sql`d.contractor_id = ${query.contractor}`);
  if (query.service) wanted.push(sql`d.service = ${query.service}`);
  if (query.state) wanted.push(inState(query.state, context.now));
  if (query.over) wanted.push(sql`d.until_at <= ${context.now}::timestamptz`);
  if (query.from) wanted.push(sql`d.until_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.until_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.until_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<DueRow>`
    select d.*, k.name, k.person_id, c.checked_at from contractor_due d join contractor k on k.id = d.contractor_id
    left join contractor_check c on c.id = d.check_id
    where ${sql.join(wanted, sql` and `)} order by d.until_at desc, d.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [services, names] = [await contractorServices(context), await personNames(context)];
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      contractor: { id: row.contractor_id, name: row.name },
      service: serviceNamed(services, row.service),
      every: row.every,
      begins: row.begins,
      from: row.from_at,
      until: row.until_at,
      state: checkStateOf(row, context.now),
      checkedAt: row.checked_at,
      person: named(names, row.person_id),
    }),
    (row) => cursorOf(row.until_at, row.id),
  );
}
