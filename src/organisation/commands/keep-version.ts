import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';

type Kept = { before: unknown; after: unknown; why: string | undefined };

/**
 * Keeps what a post is from now on, with who and why; its row is locked. Of one that was never kept, what it was before becomes
 * version 1 and says neither. Answers with the new version.
 */
export async function keepPostVersion(context: Context, id: Id<'post'>, kept: Kept): Promise<number> {
  const { tx } = context;
  const newest = await tx
    .selectFrom('post_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('post_id', '=', id)
    .executeTakeFirstOrThrow();
  const { rows, version } = versionsOf(context, newest.version, kept);
  await tx
    .insertInto('post_version')
    .values(rows.map((row) => ({ ...row, post_id: id })))
    .execute();
  return version;
}

/** The same of a department. */
export async function keepDepartmentVersion(context: Context, id: Id<'department'>, kept: Kept): Promise<number> {
  const { tx } = context;
  const newest = await tx
    .selectFrom('department_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('department_id', '=', id)
    .executeTakeFirstOrThrow();
  const { rows, version } = versionsOf(context, newest.version, kept);
  await tx
    .insertInto('department_version')
    .values(rows.map((row) => ({ ...row, department_id: id })))
    .execute();
  return version;
}

/** The same of a centre. */
export async function keepCentreVersion(context: Context, id: Id<'centre'>, kept: Kept): Promise<number> {
  const { tx } = context;
  const newest = await tx
    .selectFrom('centre_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('centre_id', '=', id)
    .executeTakeFirstOrThrow();
  const { rows, version } = versionsOf(context, newest.version, kept);
  await tx
    .insertInto('centre_version')
    .values(rows.map((row) => ({ ...row, centre_id: id })))
    .execute();
  return version;
}

function versionsOf(context: Context, newest: number | null, { before, after, why }: Kept) {
  const { now, actor } = context;
  const first = { version: 1, content: json(before), by_id: null, why: null, at: sql<typeof now>`${now}::timestamptz` };
  const version = before === null ? 1 : (newest ?? 1) + 1;
  const next = { version, content: json(after), by_id: actor.personId, why: why ?? null, at: first.at };
  return { version, rows: before === null || newest !== null ? [next] : [first, next] };
}
