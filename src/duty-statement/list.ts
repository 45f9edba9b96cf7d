import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';
import type { allDutiesOut, dutiesOut } from './view.ts';

type View = z.input<typeof dutiesOut>;
type Member = View['people'][number];
type Post = { id: Id<'post'>; name: Words; centre_id: Id<'centre'>; department_id: Id<'department'> | null };
type Held = {
  post_id: string;
  person_id: Id<'person'>;
  version: number | null;
  asked_at: Instant | null;
  confirmed_at: Instant | null;
  due_at: Instant | null;
} & Member['load'];
type Version = NonNullable<View['statement']> & { post_id: string };

/**
 * Each post with its duties, who has confirmed that he understands them, who has not, and what each has open (ASGN-03). Whoever sees
 * no figures sees his own posts and himself.
 */
export async function listDuties(context: Context): Promise<z.input<typeof allDutiesOut>> {
  const posts = await postsInSight(context);
  const ids = posts.map((post) => post.id);
  const held = Map.groupBy(await holdersOf(context, ids), (row) => row.post_id);
  const { rows } = await sql<Version>`
    select d.post_id, d.version, d.text, p.name as by, d.why, d.at from duty_statement d
    left join person p on p.id = d.by_id where d.post_id = any(${ids}::uuid[])
    order by d.post_id, d.version desc`.execute(context.tx);
  const stated = Map.groupBy(rows, (row) => row.post_id);
  const names = await personNames(context);
  return {
    items: posts.map((post) => viewOf(context, post, stated.get(post.id) ?? [], held.get(post.id) ?? [], names)),
  };
}

async function postsInSight({ tx, actor }: Context): Promise<Post[]> {
  const reach = reachOf(actor, 'report.see');
  const own = actor.posts.map((post) => post.id);
  const { rows } = await sql<Post>`
    select id, name, centre_id, department_id from post where closed_at is null
      and (${reach?.all ?? false} or centre_id = any(${reach?.centres ?? []}::uuid[]) or id = any(${own}::uuid[]))
    order by key, id`.execute(tx);
  return rows;
}

/** Who holds these posts, what each was asked last, and what each has open. */
async function holdersOf({ tx, actor, now }: Context, ids: readonly Id<'post'>[]): Promise<Held[]> {
  const all = reachOf(actor, 'report.see') !== null;
  const { rows } = await sql<Held>`
    select h.post_id, h.person_id, c.version, c.asked_at, c.confirmed_at,
      (select due_at from commitment where subject_id = c.id limit 1) as due_at,
      (select count(*)::int from ticket t where t.owner_id = h.person_id and t.closed_at is null) as tickets,
      (select count(*)::int from work_order w where w.person_id = h.person_id and w.stage ${STILL_OPEN}) as orders,
      (select count(*)::int from work_item i where i.person_id = h.person_id and i.done_at is null) as items,
      (select count(*)::int from commitment o where o.owner_id = h.person_id and o.settled_at is null
        and o.due_at < ${now}::timestamptz) as late
    from person_post h join person p on p.id = h.person_id
    left join lateral (select id, version, asked_at, confirmed_at from duty_confirmation
      where post_id = h.post_id and person_id = h.person_id order by version desc limit 1) c on true
    where h.post_id = any(${ids}::uuid[]) and h.deputy_rank is null and p.left_at is null
      and (${all} or h.person_id = ${actor.personId})
    order by p.name, p.id`.execute(tx);
  return rows;
}

function viewOf(
  context: Context,
  post: Post,
  versions: Version[],
  held: Held[],
  names: ReadonlyMap<string, string>,
): View {
  const { actor, now } = context;
  const [statement = null, ...former] = versions.map(({ post_id: _, ...version }) => version);
  const mine = held.find((row) => row.person_id === actor.personId);
  return {
    post: { id: post.id, name: post.name },
    statement,
    former,
    people: held.map((row) => ({
      person: named(names, row.person_id)!,
      askedAt: row.asked_at,
      dueAt: row.due_at,
      confirmedAt: row.confirmed_at,
      late: row.due_at !== null && (row.confirmed_at ?? now) > row.due_at,
      load: { tickets: row.tickets, orders: row.orders, items: row.items, late: row.late },
    })),
    can: {
      state: can(actor, 'people.edit', { centreId: post.centre_id, departments: [post.department_id] }),
      ...(mine
        ? {
            confirm:
              mine.asked_at === null
                ? refusal('duties.not_asked')
                : mine.confirmed_at
                  ? refusal('duties.confirmed')
                  : null,
          }
        : {}),
    },
  };
}
