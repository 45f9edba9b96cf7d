import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { changesOut } from '../pack/effect-shapes.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import { currentKinds } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { refusedOut, wordsOut } from '../platform/http/shapes.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';
import { can, orForbid } from './can.ts';
import type { PreviewDepartment } from './inputs.ts';

const namedThings = z.array(z.object({ key: z.string().describe('Its stable name'), name: wordsOut }));

export const departmentEffectOut = z.object({
  changes: changesOut.describe('What differs from the department as it stands'),
  openTickets: z.number().describe('Tickets that belong here and are not closed'),
  openWorkOrders: z.number().describe('Work orders for it, not yet ended'),
  openCommitments: z
    .number()
    .describe('What is owed there now; it keeps the calendar it was promised by, whatever calendar the department has'),
  people: z.number().describe('Who hold a post in it'),
  posts: namedThings.describe('Posts in it that are not given up'),
  kinds: namedThings.describe('Kinds of matter that go to it when nobody says otherwise'),
  plans: namedThings.describe('Checklists and spot-check plans that are owed by its posts'),
  offerings: namedThings.describe('Services that it does'),
  canned: namedThings.describe('Requests on keys of the front desk that send it'),
  faults: z.array(refusedOut).describe('Why it cannot be applied: given up, its work must have somewhere to go'),
});
type Effect = z.input<typeof departmentEffectOut>;
type Used = Omit<Effect, 'changes' | 'faults'>;
type Named = { key: string; name: Words };

type Counts = {
  openTickets: number;
  openWorkOrders: number;
  openCommitments: number;
  people: number;
  posts: Named[];
  plans: Named[];
  offerings: Named[];
};

/** What names a department and what is open there. Counts go by the partial indexes of what is open; plans and posts are dozens. */
export async function useOfDepartment(context: Context, id: Id<'department'>, key: string): Promise<Used> {
  const { rows } = await sql<Counts>`
    with its as (select key, id, name from post where department_id = ${id} and closed_at is null)
    select
      (select count(*)::int from ticket where department_id = ${id} and closed_at is null) as "openTickets",
      (select count(*)::int from work_order w where w.department_id = ${id} and w.stage ${STILL_OPEN}) as "openWorkOrders",
      (select count(*)::int from commitment where department_id = ${id} and settled_at is null) as "openCommitments",
      (select count(distinct person_id)::int from person_post where post_id in (select id from its)) as people,
      (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by key), '[]') from its) as posts,
      (select coalesce(json_agg(json_build_object('key', v.key, 'name', v.name) order by v.key), '[]') from (
        select p.key, v.content->'name' as name from round_plan p
          join round_plan_version v on v.plan_id = p.id and v.version = p.version
          where p.closed_at is null and v.post_id in (select id from its)
        union all
        select s.key, s.definition->'name' from (select distinct on (key) key, definition from spot_check_plan
          order by key, version desc) s
          where s.definition->>'closed' = 'false' and s.definition->>'post' in (select key from its)) v) as plans,
      (select coalesce(json_agg(json_build_object('key', o.key, 'name', v.name) order by o.key), '[]') from offering o
        join offering_version v on v.offering_id = o.id and v.version = o.version
        where o.department_id = ${id} and o.closed_at is null) as offerings`.execute(context.tx);
  const kinds = (await currentKinds(context)).filter(({ kind }) => kind.department === key && !kind.retired);
  const canned = ((await settingsOf(context)).canned ?? []).filter((one) => one.department === key);
  const named = ({ key: name, name: words }: Named): Named => ({ key: name, name: words });
  return { ...rows[0]!, kinds: kinds.map(({ kind }) => named(kind)), canned: canned.map(named) };
}

/**
 * Why it cannot be given up: posts are closed or moved first, one by one, for their rights would reach elsewhere; what is open, and
 * what names it, must be said to go to another department that is not given up.
 */
export async function whyNotGiveUp(
  { tx }: Context,
  id: Id<'department'>,
  used: Used,
  workTo: Id<'department'> | undefined,
): Promise<Refusal[]> {
  const posts = used.posts.length > 0 ? [refusal('department.has_posts', { path: 'closed' })] : [];
  if (workTo !== undefined) {
    const there = await tx.selectFrom('department').select('closed_at').where('id', '=', workTo).executeTakeFirst();
    const fits = there && there.closed_at === null && workTo !== id;
    return [...posts, ...(fits ? [] : [refusal('department.work_to_unfit', { path: 'workTo' })])];
  }
  const work = used.openTickets + used.openWorkOrders + used.openCommitments > 0;
  const named = used.kinds.length + used.offerings.length + used.canned.length > 0;
  return [
    ...(work ? [refusal('department.has_open_work', { path: 'workTo' })] : []),
    ...posts,
    ...(!work && named ? [refusal('department.is_named', { path: 'workTo' })] : []),
  ];
}

/** A calendar or department that is not here is none that could be chosen. */
async function orUnknown(
  { tx }: Context,
  calendarId: Id<'calendar'> | undefined,
  workTo: Id<'department'> | undefined,
): Promise<void> {
  if (calendarId && !(await tx.selectFrom('calendar').select('id').where('id', '=', calendarId).executeTakeFirst()))
    throw new NotFound('calendar.unknown');
  if (workTo && !(await tx.selectFrom('department').select('id').where('id', '=', workTo).executeTakeFirst()))
    throw new NotFound('department.unknown');
}

/** What another state of a department would mean, and what speaks against it. Changes nothing. */
export async function effectOnDepartment(
  context: Context,
  id: Id<'department'>,
  { workTo, ...wanted }: PreviewDepartment,
): Promise<Effect> {
  const row = await context.tx.selectFrom('department').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('department.unknown');
  orForbid(can(context.actor, 'people.edit', { centreId: row.centre_id, departments: [id] }));
  await orUnknown(context, wanted.calendarId, workTo);
  const now = {
    name: row.name,
    calendarId: row.calendar_id,
    phone: row.phone,
    outsideFirm: row.outside_firm,
    closed: row.closed_at !== null,
  };
  const used = await useOfDepartment(context, id, row.key);
  const givesUp = wanted.closed === true && !now.closed;
  return {
    changes: changesShown(effectOfChange(now, { ...now, ...wanted })),
    ...used,
    faults: givesUp ? await whyNotGiveUp(context, id, used, workTo) : [],
  };
}
