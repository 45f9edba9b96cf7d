import { sql } from 'kysely';
import { rulesOf } from '../attendance/facts.ts';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { HOUR, later, plus } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Figures, NoteLine } from './shift-note.ts';

/** What is promised within so long is what the next shift meets first. */
const NEXT_HOURS = 8 * HOUR;
/** A shift does not last longer than that; what came before is in no one's head any more. */
const LONGEST = 24 * HOUR;
const USUAL = 12 * HOUR;
const MOST = 100;

export type Post = {
  id: Id<'post'>;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  /** The front desk, the emergency line, and what the settings say besides. */
  hasShifts: boolean;
};
export type Open = { from: Instant; lines: NoteLine[]; figures: Figures };

function postQuery({ tx }: Context, id: Id<'post'>) {
  return tx.selectFrom('post').select(['id', 'key', 'role', 'centre_id', 'department_id']).where('id', '=', id);
}

type Found = {
  id: Id<'post'>;
  key: string;
  role: string;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
};

async function withShifts(context: Context, found: Found | undefined): Promise<Post> {
  if (!found) throw new NotFound('post.unknown');
  const { key, role, ...post } = found;
  const daily = (await rulesOf(context)).handoverPosts.includes(key);
  return { ...post, hasShifts: daily || role === 'front_desk' || role === 'emergency' };
}

export async function postOf(context: Context, id: Id<'post'>): Promise<Post> {
  return withShifts(context, await postQuery(context, id).executeTakeFirst());
}

/** The same, locked: of two who hand one post over at once, the second sees what the first has done. */
export async function lockPost(context: Context, id: Id<'post'>): Promise<Post> {
  return withShifts(context, await postQuery(context, id).forNoKeyUpdate().executeTakeFirst());
}

export type LastNote = { id: Id<'shift_note'>; by_id: Id<'person'>; handed_at: Instant };

/** The last handover of a post, which began the shift that runs now. */
export async function lastNoteOf({ tx }: Pick<Context, 'tx'>, postId: Id<'post'>): Promise<LastNote | null> {
  const row = await tx
    .selectFrom('shift_note')
    .select(['id', 'by_id', 'handed_at'])
    .where('post_id', '=', postId)
    .orderBy('handed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Everything that is open at a post now, and what happened in the shift: each line is true at this moment. */
export async function openAt(context: Context, post: Post, last: LastNote | null): Promise<Open> {
  const people = await peopleOf(context, post.id);
  const from = await shiftBegan(context, last);
  const tickets = await ticketLines(context, people);
  const others = await otherLines(context, post, people);
  return { from, lines: [...tickets, ...others], figures: await figuresOf(context, post, people, from) };
}

export async function peopleOf({ tx }: Pick<Context, 'tx'>, postId: Id<'post'>): Promise<Id<'person'>[]> {
  const rows = await tx.selectFrom('person_post').select('person_id').where('post_id', '=', postId).execute();
  return rows.map((row) => row.person_id);
}

/** Since the post was last handed over; where that is too long ago, since the one acting came on duty. */
async function shiftBegan({ tx, now, actor }: Context, last: LastNote | null): Promise<Instant> {
  const me = await tx
    .selectFrom('person')
    .select('duty_changed_at')
    .where('id', '=', actor.personId)
    .executeTakeFirst();
  const earliest = plus(now, -LONGEST);
  const known = [last?.handed_at ?? null, me?.duty_changed_at ?? null].filter(
    (at): at is Instant => at !== null && at > earliest,
  );
  return known.length > 0 ? known.reduce(later) : plus(now, -USUAL);
}

type Row = Omit<NoteLine, 'remark'>;

/** What those at the post answer for: promised in the next hours first, then offered to them, then the rest. */
async function ticketLines(context: Context, people: Id<'person'>[]): Promise<NoteLine[]> {
  const soon = plus(context.now, NEXT_HOURS);
  const { rows } = await sql<Row>`
    select case when t.offered_to_id is not null then 'waiting' when c.due_at < ${soon}::timestamptz then 'promised' else 'open' end as sort,
      'ticket' as type, t.id, c.kind, c.due_at as "dueAt"
    from ticket t left join lateral (select kind, due_at from commitment where ticket_id = t.id and settled_at is null
      order by due_at, id limit 1) c on true
    where t.closed_at is null and t.stage_class <> 'resolved'
      and (t.owner_id = any(${people}::uuid[]) or t.offered_to_id = any(${people}::uuid[]))
    order by array_position(array['promised', 'waiting', 'open'], case when t.offered_to_id is not null then 'waiting'
      when c.due_at < ${soon}::timestamptz then 'promised' else 'open' end), c.due_at nulls last, t.id
    limit ${MOST}`.execute(context.tx);
  return rows.map((row) => ({ ...row, remark: '' }));
}

/** Notices that somebody at the post has to deal with, and checklists of the post that are not done. */
async function otherLines(context: Context, post: Post, people: Id<'person'>[]): Promise<NoteLine[]> {
  const { rows } = await sql<Row>`
    select 'notice' as sort, 'rectification' as type, n.id, c.kind, c.due_at as "dueAt"
    from rectification n join commitment c on c.subject_id = n.id and c.settled_at is null
    where n.verified_at is null and n.withdrawn_at is null and c.owner_id = any(${people}::uuid[])
    union all
    select 'round', 'round', r.id, 'round', r.due_at from round r
    where r.post_id = ${post.id} and r.dropped_at is null and r.done_at is null and r.from_at <= ${context.now}::timestamptz
    order by 1, 5, 3 limit ${MOST}`.execute(context.tx);
  return rows.map((row) => ({ ...row, remark: '' }));
}

async function figuresOf(context: Context, post: Post, people: Id<'person'>[], from: Instant): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select
      (select count(*)::int from contact where by_id = any(${people}::uuid[]) and at >= ${from}::timestamptz) as contacts,
      (select count(*)::int from ticket where opened_by_id = any(${people}::uuid[]) and opened_at >= ${from}::timestamptz) as opened,
      (select count(*)::int from event e join ticket t on t.id = e.subject_id where e.type = 'ticket.resolved'
        and e.actor_id = any(${people}::uuid[]) and e.recorded_at >= ${from}::timestamptz) as resolved,
      (select count(*)::int from round where post_id = ${post.id} and done_at >= ${from}::timestamptz) as rounds,
      (select count(*)::int from commitment where owner_id = any(${people}::uuid[]) and settled_at is null
        and due_at < ${context.now}::timestamptz) as late`.execute(context.tx);
  return rows[0]!;
}
