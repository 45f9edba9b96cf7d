import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { LineFacts } from './line.ts';
import { inALine } from './line.ts';
import type { Ticket } from './ticket.ts';
import type { otherTicketOut } from './view-parts.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>;
type Other = z.input<typeof otherTicketOut>;

type OtherRow = LineFacts & { why: string };

/** One line about another ticket, with the words of its own pinned kind. */
export async function otherTicket(context: Context, row: OtherRow): Promise<Other> {
  return { ...(await inALine(context, row)), why: row.why };
}

/** The same for several, one after the other: they share a connection. */
export async function otherTickets<Row extends OtherRow>(context: Context, rows: readonly Row[]): Promise<Other[]> {
  const lines: Other[] = [];
  for (const row of rows) lines.push(await otherTicket(context, row));
  return lines;
}

const COLUMNS = [
  'id',
  'number',
  'title',
  'kind',
  'kind_version',
  'stage',
  'stage_class',
  'opened_at',
  'closed_at',
] as const;

/** The same link from the other side: what one follows is followed by it. */
const SEEN_BACK = sql`case why when 'split_from' then 'split_off' when 'caused_by' then 'causes' when 'follows' then 'followed_by' else why end`;

/** Photos, and letters as photos or scans, that came with a ticket, as JSON: by the index of files on their subject. What a customer drew stands where he signed. */
function photosOf(id: Ticket['id']): RawBuilder<View['photos']> {
  return sql`(select coalesce(json_agg(json_build_object('id', f.id, 'type', f.type, 'shows', f.shows, 'at', ${momentInJson('f.at')}) order by f.no nulls first, f.at, f.id), '[]')
    from file f where f.subject_id = ${id} and (f.type like 'image/%' or f.type = 'application/pdf')
      and not exists (select from approval a where a.signature_id = f.id))`;
}

/** What hangs together with a ticket: linked matters, the incident it reports, how many report it, and photos that came with it. */
export async function aroundTicket(
  context: Context,
  ticket: Ticket,
): Promise<Pick<View, 'links' | 'incident' | 'reports' | 'photos'>> {
  const { tx } = context;
  const links = await sql<OtherRow>`
    select t.id, t.number, t.title, t.kind, t.kind_version, t.stage, t.stage_class, t.opened_at, t.closed_at, l.why
    from (
      select to_id as other, why from ticket_link where from_id = ${ticket.id}
      union
      select from_id, ${SEEN_BACK} from ticket_link where to_id = ${ticket.id}
      union
      select into_id, 'merged_into' from ticket_merge where from_id = ${ticket.id} and undone_at is null
      union
      select from_id, 'merged' from ticket_merge where into_id = ${ticket.id} and undone_at is null
    ) l join ticket t on t.id = l.other order by t.opened_at desc limit 50`.execute(tx);
  const incident =
    ticket.incident_id === null
      ? undefined
      : await tx.selectFrom('ticket').select(COLUMNS).where('id', '=', ticket.incident_id).executeTakeFirst();
  const reports = await tx
    .selectFrom('ticket')
    .select((e) => [e.fn.countAll<string>().as('n'), photosOf(ticket.id).as('photos')])
    .where('incident_id', '=', ticket.id)
    .executeTakeFirstOrThrow();
  return {
    links: await otherTickets(context, links.rows),
    incident: incident ? await otherTicket(context, { ...incident, why: 'incident' }) : null,
    reports: Number(reports.n),
    photos: reports.photos,
  };
}
