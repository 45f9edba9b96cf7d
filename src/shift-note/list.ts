import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { holdersOf } from '../organisation/queries.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { NotesQuery } from './inputs.ts';
import { linesOut } from './lines.ts';
import { lastNoteOf, openAt, postOf } from './open.ts';
import { actsIn, OWED_AS, whyNotAccept, whyNotHandOver } from './shift-note.ts';
import type { Figures, NoteLine } from './shift-note.ts';
import type { ShiftNoteTable } from './table.ts';
import type { noteLineOut, notePageOut, notesOut, openOut } from './view.ts';

type Row = Selectable<ShiftNoteTable> & { post_name: Words; due_at: Instant | null; owner_id: Id<'person'> | null };
type Names = ReadonlyMap<string, string>;

async function noteRows(context: Context, where: RawBuilder<unknown>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.*, po.name as post_name, c.due_at, c.owner_id from shift_note s join post po on po.id = s.post_id
    left join lateral (select due_at, owner_id from commitment where subject_id = s.id and kind = ${OWED_AS} limit 1) c on true
    where ${where} order by s.handed_at desc, s.id desc limit ${most}`.execute(context.tx);
  return rows;
}

/** Those who see what is owed at the centre, and those at the post. */
function inScope(context: Context): RawBuilder<unknown> {
  const posts = context.actor.posts.map((post) => post.id);
  return rowsInReach(context, 'commitment.see', { rows: 's', own: sql`s.post_id = any(${posts}::uuid[])` });
}

/** Handover notes, the newest first. */
export async function listNotes(context: Context, query: NotesQuery): Promise<z.input<typeof notesOut>> {
  const wanted = [inScope(context)];
  if (query.state !== 'all')
    wanted.push(query.state === 'open' ? sql`s.accepted_at is null` : sql`s.accepted_at is not null`);
  if (query.post) wanted.push(sql`s.post_id = ${query.post}`);
  if (query.by) wanted.push(sql`s.by_id = ${query.by}`);
  if (query.to) wanted.push(sql`s.accepted_by_id = ${query.to}`);
  if (query.from) wanted.push(sql`s.handed_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`s.handed_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(s.handed_at, s.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await noteRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => lineOf(row, names, context.now),
    (row) => cursorOf(row.handed_at, row.id),
  );
}

function lineOf(row: Row, names: Names, now: Instant): z.input<typeof noteLineOut> {
  return {
    id: row.id,
    post: { id: row.post_id, name: row.post_name },
    from: row.from_at,
    handedAt: row.handed_at,
    by: named(names, row.by_id)!,
    to: named(names, row.to_id),
    acceptBy: row.due_at,
    acceptedAt: row.accepted_at,
    acceptedBy: named(names, row.accepted_by_id),
    late: row.due_at !== null && (row.accepted_at ?? now) > row.due_at,
    text: row.text,
    remark: row.remark,
    count: (row.lines as NoteLine[]).length,
  };
}

/** One note as it was handed over. */
export async function notePage(context: Context, id: Id<'shift_note'>): Promise<z.input<typeof notePageOut>> {
  const [row] = await noteRows(context, sql`s.id = ${id}`, 1);
  if (!row) throw new NotFound('shift_note.unknown');
  const mine = actsIn(context.actor, row.post_id) ? context.actor.personId : null;
  const thing = { people: [mine, row.to_id, row.owner_id], departments: [row.department_id] };
  orForbid(can(context.actor, 'commitment.see', { ...thing, centreId: row.centre_id }));
  return {
    ...lineOf(row, await personNames(context), context.now),
    lines: await linesOut(context, row.lines as NoteLine[]),
    figures: row.figures as Figures,
    can: { accept: whyNotAccept(row, row.owner_id, context.actor) },
  };
}

/** What a note would say if it were written now. */
export async function openNow(context: Context, wanted: Id<'post'> | undefined): Promise<z.input<typeof openOut>> {
  const own = context.actor.posts.find((post) => post.role === 'front_desk');
  const postId = wanted ?? own?.id;
  if (!postId) throw new NotFound('post.unknown');
  const post = await postOf(context, postId);
  const refused = whyNotHandOver(context.actor, post);
  // what is open at a post is for those at it, and for those who see its notes
  if (refused)
    orForbid(can(context.actor, 'commitment.see', { departments: [post.department_id], centreId: post.centre_id }));
  const last = await lastNoteOf(context, post.id);
  const { from, lines, figures } = await openAt(context, post, last);
  const names = await personNames(context);
  const holders = await holdersOf(context, { postId });
  const { name } = await context.tx
    .selectFrom('post')
    .select('name')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  return {
    post: { id: postId, name: name as Words },
    from,
    now: context.now,
    last: last && { id: last.id, by: named(names, last.by_id)!, at: last.handed_at },
    lines: await linesOut(context, lines),
    figures,
    next: holders.filter((id) => id !== context.actor.personId).map((id) => named(names, id)!),
    can: { hand_over: refused },
  };
}

/** The front desk post the one acting is on duty at and has not handed over since he came: going off duty, he is asked for it. */
export async function notHandedOver({ tx, actor }: Context): Promise<{ postId: Id<'post'> | null }> {
  const post = actor.posts.find((one) => one.role === 'front_desk');
  if (!post || actor.personId === null) return { postId: null };
  const { rows } = await sql<{ handed: boolean }>`
    select exists (select from shift_note s join person p on p.id = s.by_id
      where s.post_id = ${post.id} and p.id = ${actor.personId} and s.handed_at >= coalesce(p.duty_changed_at, '-infinity')) as handed`.execute(
    tx,
  );
  return { postId: rows[0]!.handed ? null : post.id };
}
