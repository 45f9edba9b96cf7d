import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { PlanContent } from './plan.ts';
import { whyNotNameKeeper } from './round.ts';
import type { planOut, plansOut } from './view.ts';

type View = z.input<typeof planOut>;
type Row = {
  id: string;
  centre_id: Id<'centre'>;
  key: string;
  closed: boolean;
  version: number;
  content: PlanContent;
  post_id: string;
  post_name: Words;
  follow_up_post_id: string | null;
  follow_up_name: Words | null;
  by: string | null;
  why: string | null;
  at: Instant;
  department_id: Id<'department'> | null;
  keepers: { person_id: Id<'person'> | null; by_id: Id<'person'>; at: Instant }[];
};

/** Every checklist with every version of it, in the order of the day; a handful of either. */
export async function listPlans(context: Context): Promise<z.input<typeof plansOut>> {
  const { rows } = await sql<Row>`
    select p.id, p.centre_id, p.key, v.closed, v.version, v.content, v.post_id,
      po.name as post_name, v.follow_up_post_id, fo.name as follow_up_name, pe.name as by, v.why, v.at, po.department_id,
      (select coalesce(json_agg(json_build_object('person_id', k.person_id, 'by_id', k.by_id,
          'at', ${momentInJson('k.at')}) order by k.no desc), '[]')
        from round_keeper k where k.plan_id = p.id) as keepers
    from round_plan p join round_plan_version v on v.plan_id = p.id join post po on po.id = v.post_id
    left join post fo on fo.id = v.follow_up_post_id left join person pe on pe.id = v.by_id
    order by p.closed_at is not null, (select c.content->>'by' from round_plan_version c
      where c.plan_id = p.id and c.version = p.version), p.key, p.id, v.version desc`.execute(context.tx);
  const seen = rows.filter(
    (row) => can(context.actor, 'commitment.see', { centreId: row.centre_id, departments: [] }) === null,
  );
  const plans = Map.groupBy(seen, (row) => row.id);
  const names = await personNames(context);
  return { items: [...plans.values()].map((versions) => viewOf(context, versions, names)) };
}

/** The checklist of this name here; of a name that is not there yet, a new id. */
export async function planIdOf(context: Context, key: string): Promise<Id<'round_plan'>> {
  const row = await context.tx
    .selectFrom('round_plan')
    .select('id')
    .where('key', '=', key)
    .where('centre_id', '=', await centreOf(context))
    .executeTakeFirst();
  return row?.id ?? newId<'round_plan'>(context.now);
}

/** One checklist. */
export async function readPlan(context: Context, id: Id<'round_plan'>): Promise<View> {
  const found = (await listPlans(context)).items.find((plan) => plan.id === id);
  if (!found) throw new NotFound('round_plan.unknown');
  return found;
}

function viewOf({ actor }: Context, versions: Row[], names: ReadonlyMap<string, string>): View {
  const [now] = versions as [Row, ...Row[]];
  return {
    id: now.id,
    key: now.key,
    version: now.version,
    ...planOf(now),
    versions: versions.map((row) => ({
      version: row.version,
      at: row.at,
      by: row.by,
      why: row.why,
      ...planOf(row),
    })),
    keeper: named(names, now.keepers[0]?.person_id ?? null),
    keepers: now.keepers.map(({ person_id: id, by_id: by, at }) => ({
      person: named(names, id),
      by: named(names, by)!,
      at,
    })),
    can: {
      change: can(actor, 'limit.edit', { centreId: now.centre_id }),
      keeper: whyNotNameKeeper(actor, { centreId: now.centre_id, departmentId: now.department_id }),
    },
  };
}

function planOf(row: Row): Pick<View, 'content' | 'post' | 'followUpPost' | 'closed'> {
  return {
    content: row.content,
    post: { id: row.post_id, name: row.post_name },
    followUpPost: row.follow_up_post_id === null ? null : { id: row.follow_up_post_id, name: row.follow_up_name! },
    closed: row.closed,
  };
}
