import { sql } from 'kysely';
import type { z } from 'zod';
import { inSight } from '../../conversation/list.ts';
import type { Id } from '../../kernel/id.ts';
import { DAY, plus } from '../../kernel/time.ts';
import type { Language } from '../../kernel/words.ts';
import { inEach } from '../../kernel/words.ts';
import { departmentNamed, departments, named, personNames } from '../../organisation/house.ts';
import { filled } from '../../pack/places.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import type { boardOut, meOut } from './view.ts';

/** How he began, as far as a line shows it. */
const BEGAN = sql`coalesce((select left(m.text, 160) from chat_line l join message m on m.id = l.message_id
  where l.conversation_id = c.conversation_id order by l.no limit 1), '')`;
/** How many chats somebody has. */
const KEPT = sql`(select count(*)::int from chat k join conversation w on w.id = k.conversation_id
  where k.phase = 'on' and w.owner_id = a.person_id)`;

/** Whether I take chats, how many I have, and which I am asked to take. */
export async function meAtChat(context: Context): Promise<z.input<typeof meOut>> {
  const me = actingPerson(context);
  const { rows } = await sql<Pick<z.input<typeof meOut>, 'state' | 'reason' | 'since' | 'kept'>>`
    select a.state, a.reason, a.since, ${KEPT} as kept from chat_agent a where a.person_id = ${me}`.execute(context.tx);
  const names = await personNames(context);
  const offers = await sql<Offer>`
    select c.conversation_id as id, v.correspondent_name as name, c.language, c.given_by_id as "givenBy",
      v.waiting_since as "waitingSince", c.offer_ends_at as "endsAt", ${BEGAN} as text
    from chat c join conversation v on v.id = c.conversation_id
    where c.offered_to_id = ${me} and c.offer_ends_at > ${context.now} order by c.offer_ends_at`.execute(context.tx);
  return {
    ...(rows[0] ?? { state: 'away', reason: null, since: null, kept: 0 }),
    offers: offers.rows.map(({ givenBy, ...offer }) => ({ ...offer, from: named(names, givenBy) })),
  };
}

type Offer = Omit<z.input<typeof meOut>['offers'][number], 'from'> & { givenBy: Id<'person'> | null };

type Waits = {
  id: Id<'conversation'>;
  name: string;
  language: Language;
  text: string;
  queuedAt: string;
  departmentId: Id<'department'> | null;
  offeredToId: Id<'person'> | null;
};

/** Who stands in the queue with how long, and who of us takes chats: nobody is ignored (PRIN-15). */
export async function chatBoard(context: Context): Promise<z.input<typeof boardOut>> {
  const { rows } = await sql<Waits>`
    select v.id, v.correspondent_name as name, c2.language, c2.text, c2.queued_at as "queuedAt", c2.department_id as "departmentId",
      c2.offered_to_id as "offeredToId"
    from (select c.*, ${BEGAN} as text from chat c where c.phase = 'waiting') c2 join conversation v on v.id = c2.conversation_id
    where v.id in (select c.id from conversation c where c.waiting_since is not null and ${inSight(context)})
    order by c2.queued_at, v.id limit 200`.execute(context.tx);
  const agents = await sql<{
    personId: Id<'person'>;
    state: 'ready' | 'away';
    reason: string | null;
    since: string;
    kept: number;
  }>`
    select a.person_id as "personId", a.state, a.reason, a.since, ${KEPT} as kept
    from chat_agent a join person p on p.id = a.person_id
    where p.left_at is null and (a.state = 'ready' or a.since > ${plus(context.now, -DAY)}) order by a.state desc, a.since`.execute(
    context.tx,
  );
  const { phrases = [] } = await settingsOf(context);
  const greeting = phrases.find(({ situation, on }) => situation === 'greeting' && on);
  const [names, known] = [await personNames(context), await departments(context)];
  return {
    waiting: {
      items: rows.map(({ departmentId, offeredToId, ...row }) => ({
        ...row,
        department: departmentNamed(known, departmentId),
        offeredTo: named(names, offeredToId),
      })),
    },
    greeting: greeting
      ? inEach(greeting.text, (text) => filled(text, { organisation: context.organisation.name }))
      : null,
    agents: agents.rows.map(({ personId, ...agent }) => ({ ...agent, person: named(names, personId)! })),
  };
}
