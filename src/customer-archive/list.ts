import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import type { Department, Names } from '../organisation/house.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { sightOf } from '../search/sight.ts';
import { missingParts, OWED_AS } from './customer-archive.ts';
import { archiveRulesOf } from './facts.ts';
import type { Archive } from './facts.ts';
import type { ArchivesQuery } from './inputs.ts';
import type { ArchivePart } from './rules.ts';
import type { ArchiveLine, archivesOut, ArchiveState } from './view.ts';

export type ArchiveRow = Archive & { due_at: Instant; filed: string[] };
type Row = { customer_id: Id<'customer'>; customer_name: string; archive: Id<'customer_archive'> | null };

/** Of a customer `c` with his archive `a`: whether something stands under a part. */
const stands = (part: RawBuilder<unknown>) => sql`exists (select from customer_archive_entry e
  where e.archive_id = a.id and e.part = ${part} and e.withdrawn_at is null)`;

/** What of customers `c` with archives `a` stands so; the same conditions count and list, so that a figure leads to its records. */
export function conditionsOf({ now }: Context, parts: readonly ArchivePart[]) {
  const required = parts.filter((one) => one.required).map(({ key }) => key);
  const incomplete = sql<boolean>`(a.id is not null and exists (
    select from unnest(${required}::text[]) as r(part) where not ${stands(sql`r.part`)}))`;
  const stale = sql<boolean>`exists (select from commitment o where o.subject_id = a.id and o.kind = ${OWED_AS}
    and o.settled_at is null and o.due_at < ${now}::timestamptz)`;
  return {
    none: sql<boolean>`a.id is null`,
    incomplete,
    stale,
    sound: sql<boolean>`(a.id is not null and not ${incomplete} and not ${stale})`,
    lacks: (key: string) => sql<boolean>`(a.id is not null and not ${stands(sql`${key}::text`)})`,
  };
}

/** Customers on file whom the actor sees, with their archives; of one department, where it is named. */
export function customersAndArchives(context: Context, department?: Id<'department'>): RawBuilder<unknown> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null }) ?? sql<boolean>`false`;
  const of = department ? sql`and a.department_id = ${department}` : sql``;
  return sql`customer c left join customer_archive a on a.customer_id = c.id where c.erased_at is null and ${sight} ${of}`;
}

/** Customers by name, each with the state of his archive: who has none, which lack a part, which nobody touched in time (CUST-09). */
export async function listArchives(context: Context, query: ArchivesQuery): Promise<z.input<typeof archivesOut>> {
  const { parts } = await archiveRulesOf(context);
  const so = conditionsOf(context, parts);
  const wanted = [customersAndArchives(context, query.department)];
  if (query.state) wanted.push(so[query.state]);
  if (query.part) wanted.push(so.lacks(query.part));
  if (query.keeper) wanted.push(sql`a.keeper_id = ${query.keeper}`);
  if (query.q) wanted.push(sql`strpos(lower(c.name), lower(${query.q})) > 0`);
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select c.id as customer_id, c.name as customer_name, a.id as archive
    from ${sql.join(wanted, sql` and `)} order by c.name, c.id limit ${query.limit + 1}`.execute(context.tx);
  const archives = await archivesByIds(
    context,
    rows.flatMap(({ archive }) => archive ?? []),
  );
  const state = await stateOf(context);
  const edit = can(context.actor, 'customer.edit', {});
  return {
    ...page(
      rows,
      query.limit,
      (row): ArchiveLine => ({
        customer: { id: row.customer_id, name: row.customer_name },
        archive: row.archive === null ? null : state(archives.get(row.archive)!),
      }),
      (row) => cursorOf(row.customer_name, row.customer_id),
    ),
    parts: [...parts],
    can: { open: edit },
  };
}

export async function archivesByIds(
  { tx }: Context,
  ids: readonly Id<'customer_archive'>[],
): Promise<Map<Id<'customer_archive'>, ArchiveRow>> {
  const { rows } = await sql<ArchiveRow>`
    select a.*, o.due_at, array(select e.part from customer_archive_entry e
      where e.archive_id = a.id and e.withdrawn_at is null order by e.part) as filed
    from customer_archive a join commitment o on o.subject_id = a.id and o.kind = ${OWED_AS} and o.settled_at is null
    where a.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** How an archive is told, by the parts that the house has now. */
export async function stateOf(context: Context): Promise<(row: ArchiveRow) => ArchiveState> {
  const { parts } = await archiveRulesOf(context);
  const [names, known] = [await personNames(context), await departments(context)];
  return (row) => said(row, context.now, { parts, names, known });
}

type House = {
  parts: readonly ArchivePart[];
  names: Names;
  known: ReadonlyMap<Id<'department'>, Department>;
};

function said(row: ArchiveRow, now: Instant, { parts, names, known }: House): ArchiveState {
  return {
    id: row.id,
    department: departmentNamed(known, row.department_id)!,
    keeper: named(names, row.keeper_id),
    openedAt: row.opened_at,
    touchedAt: row.touched_at,
    tendBy: row.due_at,
    stale: now > row.due_at,
    filed: row.filed.length,
    missing: missingParts(parts, row.filed).map(({ key, name }) => ({ key, name })),
  };
}
