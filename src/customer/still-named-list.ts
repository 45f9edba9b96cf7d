import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { patternOf, textsIn } from '../platform/erase-names.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { elsewhere } from './elsewhere.ts';
import { whyNotDecide, whyNotStillNamed, passagesIn } from './still-named.ts';
import type { StillNamed, NamedPlace } from './still-named.ts';
import type { StillNamedQuery } from './inputs.ts';
import type { stillNamedOut } from './view.ts';

type Out = z.input<typeof stillNamedOut>;
type Row = StillNamed & { number: number | null; title: string | null; sees: boolean; held: boolean };

/** Where customers who were erased are still named in other people's matters, the oldest first: of centres the reader reaches. */
export async function listStillNamed(context: Context, query: StillNamedQuery): Promise<Out> {
  const after = readMomentAndId(query.after);
  const reach = reachOf(context.actor, 'customer.edit');
  const wanted = [
    reach?.all ? sql`true` : sql`(m.centre_id is null or m.centre_id = any(${reach?.centres ?? []}::uuid[]))`,
    query.state === 'open'
      ? sql`m.decided_at is null`
      : query.state === 'decided'
        ? sql`m.decided_at is not null`
        : sql`true`,
    ...(query.customer ? [sql`m.customer_id = ${query.customer}`] : []),
    ...(after ? [sql`(m.found_at, m.id) > (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Row>`
    select m.*, t.number, t.title, t.id is null or (${scopeOf(context, 'ticket.see')}) as sees,
      exists (select from legal_hold h where h.subject_id = coalesce(m.ticket_id, m.row_id) and h.lifted_at is null
        and (h.until is null or h.until > ${context.now}::timestamptz)) as held
    from still_named m left join ticket t on t.id = m.ticket_id
    where ${sql.join(wanted, sql` and `)} order by m.found_at, m.id limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.found_at, row.id),
  );
  const names = await personNames(context);
  const items = [];
  for (const row of found.items) items.push(await lineOf(context, row, names));
  return { items, next: found.next };
}

async function lineOf(context: Context, row: Row, names: ReadonlyMap<string, string>): Promise<Out['items'][number]> {
  const place = row.place as NamedPlace;
  const sees = row.sees && whyNotStillNamed(context.actor, row.centre_id) === null;
  return {
    id: row.id,
    customerId: row.customer_id,
    place,
    subject: subjectOf(row, place),
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number!, title: sees ? row.title! : '' },
    passages: sees && row.words ? await passagesOf(context, place, row.row_id, row.words) : null,
    foundAt: row.found_at,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy: named(names, row.decided_by_id),
    why: row.why,
    can: {
      decide:
        whyNotStillNamed(context.actor, row.centre_id) ??
        (row.sees ? null : { code: 'right.out_of_scope', params: { right: 'ticket.see' } }) ??
        whyNotDecide(row, false),
      blacken: whyNotDecide(row, row.held),
    },
  };
}

const OF_CUSTOMER: readonly NamedPlace[] = ['customer', 'phone_label', 'email_label', 'relation'];

/** Where it stands, for a link. */
function subjectOf({ ticket_id, row_id }: Row, place: NamedPlace): Out['items'][number]['subject'] {
  if (ticket_id !== null) return { type: 'ticket', id: ticket_id };
  if (place === 'contact') return { type: 'contact', id: row_id };
  return OF_CUSTOMER.includes(place) ? { type: 'customer', id: row_id } : null;
}

/** As it stands there now: whoever edited it meanwhile may have taken the name out. */
async function passagesOf({ tx }: Context, place: NamedPlace, id: string, words: readonly string[]): Promise<string[]> {
  const { table, key, texts = [], json = [] } = elsewhere(place);
  const pattern = patternOf(words);
  if (pattern === null) return [];
  const columns = [...texts, ...json].map((column) => sql.ref(column));
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(columns)} from ${sql.table(table)} where ${sql.ref(key)} = ${id}::uuid`.execute(tx);
  return passagesIn(rows.flatMap(textsIn), pattern);
}

/** How many of a customer's are still to be decided. */
export async function openStillNamedOf({ tx }: Pick<Context, 'tx'>, customerId: Id<'customer'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from still_named where customer_id = ${customerId} and decided_at is null`.execute(tx);
  return rows[0]!.n;
}
