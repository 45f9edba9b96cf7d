import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { plus } from '../../kernel/time.ts';
import type { Actor } from '../../organisation/can.ts';
import { actorOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import type { Candidate } from './chat.ts';
import { GRACE } from './chat.ts';

export type ReadyAgent = Candidate & { actor: Actor };

type Row = Pick<Candidate, 'personId' | 'skills' | 'load' | 'idleSince'> & { language: string };

/** Who takes chats now, with how many he has, where that is fewer than `most`; whoever left or is connected no more is left out. */
export async function readyAgents(context: Context, most = Infinity): Promise<ReadyAgent[]> {
  const { rows } = await sql<Row>`
    select a.person_id as "personId", p.skills, p.language, a.idle_since as "idleSince",
      (select count(*)::int from chat c join conversation v on v.id = c.conversation_id
        where (c.phase = 'on' and v.owner_id = a.person_id) or (c.phase <> 'ended' and c.offered_to_id = a.person_id)) as load
    from chat_agent a join person p on p.id = a.person_id
    where a.state = 'ready' and a.seen_at >= ${plus(context.now, -GRACE)} and p.left_at is null
    order by a.idle_since, a.person_id`.execute(context.tx);
  const agents: ReadyAgent[] = [];
  for (const { language, ...row } of rows) {
    if (row.load >= most) continue;
    const actor = await actorOf(context.tx, row.personId, context.now);
    if (actor) agents.push({ ...row, actor, languages: [language, ...row.skills], departments: departmentsOf(actor) });
  }
  return agents;
}

export function departmentsOf({ posts }: Actor): Id<'department'>[] {
  return posts.flatMap(({ departmentId }) => departmentId ?? []);
}
