import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { archiveRulesOf } from './facts.ts';
import type { ArchiveFiguresQuery } from './inputs.ts';
import { conditionsOf, customersAndArchives } from './list.ts';
import type { archiveFiguresOut } from './view.ts';

type Counts = { customers: number; none: number; incomplete: number; stale: number; sound: number; lacks: number[] };

/** How many customers have no archive, how many archives lack a required part, how many nobody touched in time (CUST-09). */
export async function archiveFigures(
  context: Context,
  { department }: ArchiveFiguresQuery,
): Promise<z.input<typeof archiveFiguresOut>> {
  const { parts } = await archiveRulesOf(context);
  const required = parts.filter((one) => one.required);
  const so = conditionsOf(context, parts);
  const lacks = required.map(({ key }) => sql`(count(*) filter (where ${so.lacks(key)}))::int`);
  const { rows } = await sql<Counts>`
    select count(*)::int as customers, (count(*) filter (where ${so.none}))::int as none,
      (count(*) filter (where ${so.incomplete}))::int as incomplete, (count(*) filter (where ${so.stale}))::int as stale,
      (count(*) filter (where ${so.sound}))::int as sound, array[${sql.join(lacks)}]::int[] as lacks
    from ${customersAndArchives(context, department)}`.execute(context.tx);
  const { lacks: missing, ...counts } = rows[0]!;
  return {
    at: context.now,
    ...counts,
    missing: required.map(({ key, name }, at) => ({ key, name, n: missing[at]! })),
  };
}
