import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { changesShown } from '../pack/definitions-view.ts';
import type { Change } from '../pack/effect-of-change.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Context } from '../platform/context.ts';
import type { actOut } from './acts-shapes.ts';

export type ActRow = { subject_type: string; subject_id: string; type: string; data: Record<string, unknown> };
type Told = Pick<z.input<typeof actOut>, 'version' | 'why' | 'changes'>;
type Version = { version: number; content: unknown; why: string | null };

const MOST = 200;

/** The version an act made and the one before it, where the thing is kept in versions. */
async function versionsOf({ tx }: Context, { type, subject_id: id, data }: ActRow): Promise<Version[]> {
  const version = Number(data['kept'] ?? data['version'] ?? 1);
  const tables: Record<string, RawBuilder<Version>> = {
    'kind.changed': sql`select version, definition as content, why from kind_version where key = ${data['kind']}`,
    'spot_check_plan.changed': sql`select version, definition as content, why from spot_check_plan where key = ${data['plan']}`,
    'round_plan.changed': sql`
      select version, content || jsonb_build_object('post', post_id, 'closed', closed) as content, why
      from round_plan_version where plan_id in (select id from round_plan where key = ${data['plan']})`,
    'settings.changed': sql`select version, content, why from settings_version where true`,
    'words.changed': sql`select version, content, why from words_version where true`,
    'calendar.changed': sql`select version, rules as content, why from calendar_version where calendar_id = ${id}`,
    'post.changed': sql`select version, content, why from post_version where post_id = ${id}`,
    'post.duties_stated': sql`select version, to_jsonb(text) as content, why from duty_statement where post_id = ${id}`,
    'department.changed': sql`select version, content, why from department_version where department_id = ${id}`,
  };
  const rows = tables[type];
  if (!rows) return [];
  return (await sql<Version>`${rows} and version in (${version - 1}, ${version})`.execute(tx)).rows;
}

/** What an act changed, why, and into which version: from the versions where there are any, else what the journal holds of it. */
export async function changesOf(context: Context, row: ActRow): Promise<Told> {
  const versions = await versionsOf(context, row);
  const [before, after] = versions.toSorted((one, other) => one.version - other.version).slice(-2);
  const made = after ?? before;
  if (!made) return { version: null, why: whyIn(row), changes: facts(row.data) };
  const changes = effectOfChange(after ? before!.content : undefined, made.content);
  return { version: made.version, why: made.why, changes: shown(changes) };
}

const whyIn = ({ data }: ActRow): string | null => (typeof data['why'] === 'string' ? data['why'] : null);

const facts = (data: Record<string, unknown>): Told['changes'] =>
  shown(Object.entries(data).map(([path, after]) => ({ path, before: undefined, after })));

function shown(changes: readonly Change[]): Told['changes'] {
  return changesShown(changes.slice(0, MOST));
}
