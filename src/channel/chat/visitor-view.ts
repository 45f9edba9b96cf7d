import { sql } from 'kysely';
import { OWED_AS } from '../../conversation/conversation.ts';
import type { Id } from '../../kernel/id.ts';
import { HOUR, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { momentInJson } from '../../platform/json-moment.ts';
import type { Phase } from './chat.ts';
import { expectedWait } from './chat.ts';
import type { VisitorView } from './view.ts';

type Reading = Pick<Context, 'tx' | 'now'>;

type Row = Pick<VisitorView, 'id' | 'agent' | 'promisedBy' | 'rating' | 'lines'> & { phase: Phase };

/** What a visitor sees: where he stands, and every line after the one he has. */
export async function visitorView(context: Reading, id: Id<'conversation'>, after: number): Promise<VisitorView> {
  const view = await viewWithoutPlace(context, id, after);
  return view.phase === 'waiting' ? { ...view, ...(await placesNow(context)).get(id) } : view;
}

/** The same without his place in the queue. One statement, for it is asked at every line. */
export async function viewWithoutPlace(
  { tx }: Pick<Reading, 'tx'>,
  id: Id<'conversation'>,
  after: number,
): Promise<VisitorView> {
  const { rows } = await sql<Row>`
    select v.id, c.phase, c.rating,
      case when c.phase = 'on' then p.name end as agent,
      (select o.due_at from commitment o where o.subject_id = v.id and o.kind = ${OWED_AS} and o.settled_at is null
        order by o.due_at limit 1) as "promisedBy",
      coalesce((select json_agg(json_build_object('no', l.no, 'id', m.id, 'from', case m.direction when 'in' then 'visitor' else 'us' end,
          'name', m.author_name, 'text', m.text, 'at', ${momentInJson('m.at')},
          'files', coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by mf.no)
            from message_file mf join file f on f.id = mf.file_id where mf.message_id = m.id), '[]')) order by l.no)
        from chat_line l join message m on m.id = l.message_id
        where l.conversation_id = v.id and l.no > ${after}), '[]') as lines
    from chat c join conversation v on v.id = c.conversation_id left join person p on p.id = v.owner_id
    where v.id = ${id}`.execute(tx);
  return { ...rows[0]!, ...NOWHERE, typing: false };
}

export type Place = { place: number | null; expectedWait: number | null };
const NOWHERE: Place = { place: null, expectedWait: null };

/** Where everybody stands who waits, each in the queue of his channel: 5,000 in 30 ms, counted once for all. */
export async function placesNow({ tx, now }: Reading): Promise<Map<Id<'conversation'>, Place>> {
  const { rows } = await sql<{ id: Id<'conversation'>; place: number; taken: number }>`
    with taken as materialized (
      select v.channel_id, count(*)::int as many from chat c join conversation v on v.id = c.conversation_id
      where c.taken_at > ${plus(now, -HOUR)} and c.queued_at is not null group by v.channel_id
    )
    select c.conversation_id as id, coalesce(taken.many, 0) as taken,
      row_number() over (partition by v.channel_id order by c.queued_at, c.conversation_id)::int as place
    from chat c join conversation v on v.id = c.conversation_id left join taken on taken.channel_id = v.channel_id
    where c.phase = 'waiting'`.execute(tx);
  return new Map(rows.map(({ id, place, taken }) => [id, { place, expectedWait: expectedWait(place, taken) }]));
}
