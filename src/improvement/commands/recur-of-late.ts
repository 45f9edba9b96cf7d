import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Improvement } from '../facts.ts';
import { partsOf, patternOfLate } from '../patterns.ts';
import { settingOfRepetition } from '../repetitions.ts';
import { recur } from './begin-round.ts';

/** A notice of a promise that a department broke, and what was promised. */
export type Broken = { departmentId: Id<'department'>; promise: string };

/**
 * Notices of lateness were written: an action that was to keep such promises is reopened once as many were broken as make a
 * repetition, within its time, each made after the measures were done (COMP-21, ESCL-05). One late promise alone proves nothing.
 * One statement, by the index of what is watched, however many notices there are; more only where something is watched.
 */
export async function recurOfLate(context: Context, broken: readonly Broken[]): Promise<void> {
  const patterns = [...new Set(broken.map(({ departmentId, promise }) => patternOfLate(departmentId, promise)))];
  if (patterns.length === 0) return;
  const watching = await context.tx
    .selectFrom('improvement')
    .selectAll()
    .where('watch', 'in', patterns)
    .where('carried_out_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (watching.length === 0) return;
  const often = await settingOfRepetition(context);
  for (const one of watching) await recurIfRepeated(context, one, often);
}

type Often = { times: number; since: Instant };

async function recurIfRepeated(context: Context, one: Improvement, { times, since }: Often): Promise<void> {
  const { departmentId, rest } = partsOf(one.watch!)!;
  const { rows } = await sql<{ id: string }>`
    select r.id from rectification r join commitment c on c.id = r.commitment_id
    where r.source = 'late' and r.withdrawn_at is null and r.department_id = ${departmentId} and c.kind = ${rest[0]}
      and r.issued_at >= ${since}::timestamptz and c.started_at > ${one.carried_out_at}::timestamptz
    order by r.issued_at desc, r.id desc limit 100`.execute(context.tx);
  if (rows.length < times) return;
  await recur(
    context,
    one,
    rows.map(({ id }) => ({ type: 'rectification' as const, id })),
  );
}
