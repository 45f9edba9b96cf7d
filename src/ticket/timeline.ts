import { sql } from 'kysely';
import type { z } from 'zod';
import { commitmentNames } from '../commitment/names.ts';
import { named, personNames } from '../organisation/house.ts';
import { peopleNamedIn } from '../organisation/names-in.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Instant } from '../kernel/time.ts';
import { cursorOf, page, readMomentIdAndSeq } from '../platform/http/cursor.ts';
import { callsHeard } from '../telephone/scope.ts';
import { allowToSee, ticketById } from './facts.ts';
import type { Ticket } from './ticket.ts';
import type { timelineOut } from './timeline-shapes.ts';

type View = z.input<typeof timelineOut>;

/** Events of acts that replace what stood there, and keep its words where they can be erased. */
const KEEP_FORMER = [
  'ticket.changed',
  'ticket.reclassified',
  'ticket.resolved',
  'ticket.reopened',
  'ticket.moved_to_version',
];

/** What is written about it with somebody who is not its customer. */
const ASIDES = ['conversation.aside_sent', 'conversation.aside_received'];

type Row = {
  subject_type: string;
  subject_id: string;
  seq: number;
  type: string;
  actor_id: string | null;
  happened_at: Instant;
  recorded_at: Instant;
  data: Record<string, unknown>;
  note_id: string | null;
  note_kind: string | null;
  note_text: string | null;
  sends_elsewhere: boolean | null;
  rule: string | null;
  accepted: boolean | null;
  words: string | null;
  of_number: number | null;
  conversation_id: string | null;
  recorded_call: string | null;
};

/** A ticket and what became part of it: their events stay where they happened, and are read together. */
const itsParts = ({ id }: Ticket) =>
  sql`select ${id}::uuid union all select m.from_id from ticket_merge m where m.into_id = ${id} and m.undone_at is null`;

/** The facts of a ticket in the order they happened, newest first: its own and those of its work, clocks, visits and notices. */
export async function ticketTimeline(
  context: Context,
  id: string,
  query: { after?: string | undefined; limit: number },
): Promise<View> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  const after = readMomentIdAndSeq(query.after);
  const rows = await sql<Row>`
    select e.subject_type, e.subject_id, e.seq, e.type, e.actor_id, e.happened_at, e.recorded_at, e.data,
      n.id as note_id, n.kind as note_kind, case when n.erased_at is null then n.text else '' end as note_text, n.sends_elsewhere, n.rule, n.accepted,
      coalesce(u.words, f.words, nullif(concat_ws(E'\n', nullif(k.need, ''), nullif(k.outcome, '')), ''),
        case when e.type = 'ticket.opened' then o.need end,
        case when e.type = any(${ASIDES}) then (select left(x.text, 4000) from message x where x.id = (e.data ->> 'message')::uuid) end) as words,
      o.number as of_number,
      case when e.subject_type = 'conversation' then e.subject_id
        else (select m.conversation_id from message m where m.contact_id = k.id limit 1) end as conversation_id,
      (select c.id from phone_call c where c.contact_id = k.id and c.recording_id is not null and ${callsHeard(context)} limit 1) as recorded_call
    from event e
    left join ticket o on o.id = e.ticket_id and o.id <> ${ticket.id}
    left join note n on n.id = (e.data ->> 'note')::uuid and n.ticket_id = e.ticket_id
    left join urging u on e.type = 'ticket.urged' and u.id = (e.data ->> 'urging')::uuid
    left join contact k on e.type = 'ticket.contact' and k.id = (e.data ->> 'contact')::uuid
    left join lateral (select string_agg(w.words, E'\n' order by w.field) as words from former_words w
      where e.type = any(${KEEP_FORMER}) and w.change_id = (e.data ->> 'change')::uuid and w.ticket_id = e.ticket_id) f on true
    where e.ticket_id = any(array(${itsParts(ticket)}))
      ${after ? sql`and (e.happened_at, e.subject_id, e.seq) < (${after.at}::timestamptz, ${after.id}::uuid, ${after.seq}::int)` : sql``}
    order by e.happened_at desc, e.subject_id desc, e.seq desc
    limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  const found = page(
    rows.rows,
    query.limit,
    (row) => entryOf(row, names),
    (row) => cursorOf(row.happened_at, row.subject_id, row.seq),
  );
  const mentioned = rows.rows.map((row) => row.data);
  return { ...found, names: await peopleNamedIn(context, mentioned), ...(await keysIn(context, ticket, rows.rows)) };
}

function entryOf(row: Row, names: ReadonlyMap<string, string>): View['items'][number] {
  return {
    id: `${row.subject_id}:${row.seq}`,
    type: row.type,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    actor: named(names, row.actor_id),
    subject: { type: row.subject_type, id: row.subject_id },
    data: row.data,
    of: row.of_number,
    note:
      row.note_id === null
        ? null
        : {
            id: row.note_id,
            kind: row.note_kind ?? '',
            text: row.note_text ?? '',
            sendsElsewhere: row.sends_elsewhere ?? false,
            rule: row.rule,
            accepted: row.accepted,
          },
    words: row.words || null,
    conversationId: row.conversation_id,
    recordedCallId: row.recorded_call,
  };
}

/** The words for the keys that events hold: of their clocks, and of the stages of the ticket's own kind. */
async function keysIn(context: Context, ticket: Ticket, rows: Row[]): Promise<Pick<View, 'clocks' | 'stages'>> {
  const nameOf = await commitmentNames(context);
  const kinds = rows.filter((row) => row.subject_type === 'commitment').map((row) => String(row.data['kind'] ?? ''));
  const { stages } = await kindOf(context, ticket.kind, ticket.kind_version);
  return {
    clocks: Object.fromEntries(kinds.map((kind) => [kind, nameOf(kind)])),
    stages: Object.fromEntries(stages.map((stage) => [stage.key, stage.name])),
  };
}
