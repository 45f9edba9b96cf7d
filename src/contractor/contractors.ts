import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { versionOf } from '../platform/journal.ts';
import type { PointVerdict } from './contractor.ts';
import type { Contractor } from './facts.ts';
import { contractorServices, serviceNamed, whyNotJudge } from './facts.ts';
import type { ContractorsQuery } from './inputs.ts';
import { contractorScope } from './scope.ts';
import type { ContractorService } from './service.ts';
import type { ContractorLine, contractorServicesOut, contractorsOut, ContractorView } from './view.ts';

type Row = Contractor & {
  last_at: Instant | null;
  last_verdict: PointVerdict | null;
  check_by: Instant | null;
  open_faults: number;
};

async function contractorRows(context: Context, wanted: readonly RawBuilder<unknown>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select k.*, l.checked_at as last_at, l.verdict as last_verdict, d.check_by, f.open_faults from contractor k
    left join lateral (select c.checked_at, c.verdict from contractor_check c where c.contractor_id = k.id
      order by c.checked_at desc, c.id desc limit 1) l on true
    cross join lateral (select min(x.until_at) as check_by from contractor_due x where x.contractor_id = k.id
      and x.check_id is null and x.dropped_at is null) d
    cross join lateral (select count(*)::int as open_faults from contractor_fault x where x.contractor_id = k.id
      and x.mended_at is null) f
    where ${sql.join([contractorScope(context), ...wanted], sql` and `)} order by k.name, k.id limit ${most}`.execute(
    context.tx,
  );
  return rows;
}

function lineOf(row: Row, services: readonly ContractorService[], names: Names): ContractorLine {
  return {
    id: row.id,
    name: row.name,
    services: row.services.map((key) => serviceNamed(services, key)),
    contact: row.contact,
    phone: row.phone,
    agreement: row.agreement,
    agreedUntil: row.agreed_until,
    person: named(names, row.person_id),
    every: row.every,
    lastCheck: row.last_at === null ? null : { at: row.last_at, verdict: row.last_verdict! },
    checkBy: row.ended_at === null ? row.check_by : null,
    openFaults: row.open_faults,
    endedAt: row.ended_at,
  };
}

/** The register of contractors by name (EXTR-06). */
export async function listContractors(
  context: Context,
  query: ContractorsQuery,
): Promise<z.input<typeof contractorsOut>> {
  const wanted = [query.ended ? sql`k.ended_at is not null` : sql`k.ended_at is null`];
  if (query.service) wanted.push(sql`${query.service} = any(k.services)`);
  if (query.person) wanted.push(sql`k.person_id = ${query.person}`);
  if (query.text) wanted.push(sql`strpos(lower(concat_ws(' ', k.name, k.contact)), lower(${query.text})) > 0`);
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(k.name, k.id) > (${after.name}, ${after.id}::uuid)`);
  const rows = await contractorRows(context, wanted, query.limit + 1);
  const [services, names] = [await contractorServices(context), await personNames(context)];
  return {
    ...page(
      rows,
      query.limit,
      (row) => lineOf(row, services, names),
      (row) => cursorOf(row.name, row.id),
    ),
    can: { judge: can(context.actor, 'contractor.judge', {}) },
  };
}

/** A contractor as it is kept, and how it stood before. */
export async function readContractor(context: Context, id: Id<'contractor'>): Promise<ContractorView> {
  const [row] = await contractorRows(context, [sql`k.id = ${id}`], 1);
  if (!row) throw new NotFound('contractor.unknown');
  const names = await personNames(context);
  const changes = await context.tx
    .selectFrom('contractor_change')
    .selectAll()
    .where('contractor_id', '=', id)
    .orderBy('no')
    .execute();
  return {
    ...lineOf(row, await contractorServices(context), names),
    version: await versionOf(context.tx, id),
    about: row.about,
    former: changes.map(({ before, by_id, at }) => ({ before, by: named(names, by_id), at })),
    can: {
      change: can(context.actor, 'contractor.judge', { centreId: row.centre_id }),
      check: whyNotJudge(context.actor, row) ?? (row.ended_at === null ? null : { code: 'contractor.ended' }),
    },
  };
}

export async function readContractorServices(context: Context): Promise<z.input<typeof contractorServicesOut>> {
  return { items: [...(await contractorServices(context))] };
}
