import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { KIND_FACTS } from '../../channel/kinds.ts';
import type { Source } from './measure.ts';

/** Where each thing that is counted stands: its tables, and whose and what it is. */
export type Columns = {
  from: RawBuilder<unknown>;
  id: RawBuilder<unknown>;
  centre: RawBuilder<unknown>;
  department: RawBuilder<unknown>;
  person: RawBuilder<unknown>;
  kind: RawBuilder<unknown>;
  channel: RawBuilder<unknown>;
  place: RawBuilder<unknown>;
  severity: RawBuilder<unknown>;
  fields: RawBuilder<unknown>;
};

const OF_TICKET = {
  kind: sql`t.kind`,
  channel: sql`t.channel`,
  place: sql`t.place_id`,
  severity: sql`t.severity`,
  fields: sql`t.fields`,
};

/** A contact feeds none, one or several matters; what it was about is said by the first of them. */
const firstMatter = (
  column: RawBuilder<unknown>,
  contact: RawBuilder<unknown> = sql`c.id`,
) => sql`(select ${column} from contact_ticket ct join ticket f on f.id = ct.ticket_id
  where ct.contact_id = ${contact} order by f.number limit 1)`;

/** As what the messages of a channel count, in the words of contacts; where its sort does not say, its settings do. */
const TOUCH_OF_CHANNEL = sql`case ch.kind ${sql.join(
  Object.entries(KIND_FACTS).flatMap(([kind, { touch }]) =>
    touch === null ? [] : sql`when ${sql.lit(kind)} then ${sql.lit(touch)}`,
  ),
  sql` `,
)} else ch.settings->>'touch' end`;

/** Left joins that a query asks nothing of cost nothing: the planner leaves them out. */
export const SOURCES: Record<Source, Columns> = {
  ticket: {
    ...OF_TICKET,
    from: sql`ticket t`,
    id: sql`t.id`,
    centre: sql`t.centre_id`,
    department: sql`t.department_id`,
    person: sql`t.owner_id`,
  },
  commitment: {
    ...OF_TICKET,
    channel: sql`coalesce(t.channel, ${TOUCH_OF_CHANNEL})`,
    from: sql`commitment c left join ticket t on t.id = c.ticket_id
      left join conversation cv on cv.id = c.subject_id left join channel ch on ch.id = cv.channel_id`,
    id: sql`c.id`,
    centre: sql`c.centre_id`,
    department: sql`c.department_id`,
    person: sql`c.owner_id`,
  },
  return_visit: {
    ...OF_TICKET,
    from: sql`return_visit v join ticket t on t.id = v.ticket_id`,
    id: sql`v.id`,
    centre: sql`t.centre_id`,
    department: sql`v.department_id`,
    person: sql`v.by_id`,
  },
  call: {
    from: sql`phone_call c`,
    id: sql`c.id`,
    centre: sql`c.centre_id`,
    department: firstMatter(sql`f.department_id`, sql`c.contact_id`),
    person: sql`c.answered_by_id`,
    kind: firstMatter(sql`f.kind`, sql`c.contact_id`),
    channel: sql`c.channel`,
    place: firstMatter(sql`f.place_id`, sql`c.contact_id`),
    severity: firstMatter(sql`f.severity`, sql`c.contact_id`),
    fields: firstMatter(sql`f.fields`, sql`c.contact_id`),
  },
  telephone_state: {
    from: sql`telephone_state c left join lateral (select po.centre_id, po.department_id from person_post pp
      join post po on po.id = pp.post_id where pp.person_id = c.person_id order by po.closed_at desc nulls first, po.id limit 1) w on true`,
    id: sql`c.id`,
    centre: sql`w.centre_id`,
    department: sql`w.department_id`,
    person: sql`c.person_id`,
    kind: sql`null::text`,
    channel: sql`null::text`,
    place: sql`null::uuid`,
    severity: sql`null::text`,
    fields: sql`null::jsonb`,
  },
  contact: {
    from: sql`contact c`,
    id: sql`c.id`,
    centre: sql`c.centre_id`,
    department: firstMatter(sql`f.department_id`),
    person: sql`c.by_id`,
    kind: firstMatter(sql`f.kind`),
    channel: sql`c.channel`,
    place: sql`c.place_id`,
    severity: firstMatter(sql`f.severity`),
    fields: firstMatter(sql`f.fields`),
  },
};
