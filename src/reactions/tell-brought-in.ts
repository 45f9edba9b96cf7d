import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { recallNotifications } from '../notification/commands/recall-notifications.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

type Theirs = { person: Id<'person'>; count: number; late: number };

/** What is told of a list that came in, and what of its rows stands open with whom. */
const OPEN = {
  tickets: {
    type: 'import.matters',
    of: sql`select id, owner_id as person from ticket where closed_at is null`,
  },
  'work-items': {
    type: 'import.items',
    of: sql`select id, person_id as person from work_item where done_at is null`,
  },
} as const;

/** Nobody heard of the rows of a file as they came in: whoever has something to do by it hears of all of it once, at its end. */
export const tellBroughtIn: Reaction = async (context, event) => {
  const open = OPEN[event.data['list'] as keyof typeof OPEN];
  if (!open) return;
  const { rows } = await sql<Theirs>`
    select o.person, count(*)::int as count, count(*) filter (where exists (
      select from commitment c where c.subject_id = o.id and c.settled_at is null and c.due_at <= ${context.now}))::int as late
    from list_import_row r join (${open.of}) o on o.id = r.subject_id
    where r.import_id = ${event.subject.id} and r.result = 'new' group by o.person`.execute(context.tx);
  for (const { person, count, late } of rows)
    await tellOf(context, event, [person], { type: open.type, params: { by: context.actor.personId, count, late } });
};

/** Taken back before it was heard of, overnight for one: nobody hears of it. */
export const recallBroughtIn: Reaction = async (context, { subject }) => {
  await recallNotifications(context, { subjectId: subject.id, types: ['import.matters', 'import.items'] });
};
