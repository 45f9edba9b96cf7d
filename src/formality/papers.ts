import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Kind } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById, verdictsOf } from '../ticket/facts.ts';
import { decidingPost } from '../ticket/approvals.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { whyNotChange } from '../ticket/ticket.ts';
import type { Standing } from './formality.ts';
import { askedPapers, notChecker, piecesOf, whyLacking, whyNotLook } from './formality.ts';
import type { LookedAs } from './looks.ts';
import { plain } from './asked-papers.ts';
import type { papersOut, papersToBringOut } from './view.ts';

type Row = {
  paper: string;
  state: LookedAs;
  pieces: number;
  remark: string;
  by_id: Id<'person'>;
  at: Instant;
  files: { id: string; name: string }[];
};

/** Every paper that a matter asks for, with each look at it (PASS-05). */
export async function papersOfTicket(context: Context, id: Id<'ticket'>): Promise<z.input<typeof papersOut>> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const names = await personNames(context);
  const rows = await looksOf(context, ticket);
  const standing: Standing = Object.fromEntries(rows.map((row) => [row.paper, row]));
  return {
    items: askedPapers(kind, ticket.fields).map((paper) => ({
      ...plain(paper),
      pieces: piecesOf(paper, ticket.fields),
      state: standing[paper.key]?.state ?? null,
      lacking: whyLacking(paper, ticket.fields, standing) !== null,
      looks: rows
        .filter((row) => row.paper === paper.key)
        .map(({ paper: _, by_id, ...row }) => ({ ...row, by: named(names, by_id)! })),
    })),
    can: { look: await whyNotLookAt(context, ticket, kind) },
  };
}

/** The same for whoever brings them. */
export async function papersToBring(
  context: Context,
  ticket: Ticket,
  kind: Kind,
): Promise<z.input<typeof papersToBringOut>> {
  if (!kind.papers) return [];
  const rows = await looksOf(context, ticket);
  const last = new Map(rows.map((row) => [row.paper, row]));
  return askedPapers(kind, ticket.fields).map((paper) => {
    const row = last.get(paper.key);
    return {
      ...plain(paper),
      pieces: piecesOf(paper, ticket.fields),
      state: row?.state ?? null,
      why: row?.state === 'not_in_order' ? row.remark : '',
    };
  });
}

export async function whyNotLookAt(context: Context, ticket: Ticket, kind: Kind): Promise<Refusal | null> {
  const why = whyNotChange(ticket) ?? whyNotLook(kind, await verdictsOf(context.tx, ticket.id));
  if (why) return why;
  return decidingPost(kind.papers!, ticket, context.actor.posts) === null ? notChecker(kind) : null;
}

/** The looks at a ticket's papers, the first first; of scans, those that are still there. */
async function looksOf({ tx }: Context, { id }: Ticket): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.paper, p.state, p.pieces, p.remark, p.by_id, p.at, (
      select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.no, f.id), '[]')
      from file f where f.id = any(p.file_ids)) as files
    from ticket_paper p where p.ticket_id = ${id} order by p.no`.execute(tx);
  return rows;
}
