import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus, SECOND } from '../../kernel/time.ts';
import { firstCentre } from '../../organisation/house.ts';
import type { Settings } from '../../pack/settings-shape.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import { pokeLater } from '../../platform/jobs/poke-person.ts';
import { afterQuiet } from '../quiet-hours.ts';
import type { NotificationType, ParamsOf } from '../vocabulary.ts';
import { isSaidAtNight } from '../vocabulary.ts';

type About = {
  subject: { type: SubjectType; id: string };
  ticketId: string | null;
  /** He is asked to say "I know". */
  acknowledge?: boolean | undefined;
};

/** What is said, in the closed vocabulary. */
export type Message = {
  [Type in NotificationType]: About & { type: Type; params: ParamsOf<Type> };
}[NotificationType];

/** One message to one person. */
export type NewNotification = Message & { personId: Id<'person'> };

/**
 * Tells people, all in one statement. What a person's act causes waits for the undo delay, what a clock causes does not;
 * quiet hours hold either, save for matters whose urgency the settings name and for what must be said at once. What waits
 * unread about the same thing is replaced, so that a morning does not begin with five messages about one promise.
 */
export async function notify(context: Context, notes: readonly NewNotification[]): Promise<void> {
  if (notes.length === 0) return;
  const settings = await settingsOf(context);
  const places = await circumstances(context, notes, settings);
  const undo = context.actor.personId === null ? 0 : settings.undoSeconds * SECOND;
  const said = latestOfEach(notes);
  const rows = said.map((note) => ({
    id: newId<'notification'>(context.now),
    person_id: note.personId,
    type: note.type,
    ticket_id: note.ticketId,
    subject_type: note.subject.type,
    subject_id: note.subject.id,
    params: note.params,
    made_at: context.now,
    deliver_at: deliveryOf(note, plus(context.now, undo), settings, places),
    needs_acknowledgement: note.acknowledge ?? false,
  }));
  await sql`
    with replaced as (${replacing(context, said)})
    insert into notification (id, person_id, type, ticket_id, subject_type, subject_id, params, made_at, deliver_at, needs_acknowledgement)
    select id, person_id, type, ticket_id, subject_type, subject_id, params, made_at, deliver_at, needs_acknowledgement
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, person_id uuid, type text, ticket_id uuid,
      subject_type text, subject_id uuid, params jsonb, made_at timestamptz, deliver_at timestamptz, needs_acknowledgement boolean)`.execute(
    context.tx,
  );
  for (const row of rows) if (row.deliver_at <= context.now) context.signals.notified.add(row.person_id);
  const waiting = rows.filter((row) => row.deliver_at > context.now);
  await pokeLater(
    context,
    waiting.map((row) => ({ personId: row.person_id, at: row.deliver_at })),
  );
}

/** A clock speaks of its promise once: a later rung stands for the earlier ones. */
function familyOf(type: NotificationType): string {
  return type.startsWith('clock.') ? 'clock' : type;
}

function latestOfEach(notes: readonly NewNotification[]): NewNotification[] {
  const keyed = notes.map((note) => [`${note.personId} ${note.subject.id} ${familyOf(note.type)}`, note] as const);
  return [...new Map(keyed).values()];
}

/** Takes away what waits unread about the same thing; a notice speaks for the clock that issued it, too. */
function replacing(context: Context, notes: readonly NewNotification[]): RawBuilder<unknown> {
  const replaced = notes.flatMap(({ personId, subject, type, params }) => {
    const own = { person_id: personId, subject_id: subject.id, family: familyOf(type) };
    const clock = 'commitment' in params ? params.commitment : null;
    return clock === null || clock === subject.id ? [own] : [own, { ...own, subject_id: clock, family: 'clock' }];
  });
  return sql`
    delete from notification n using jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) as r(person_id uuid, subject_id uuid, family text)
    where n.subject_id = r.subject_id and n.person_id = r.person_id and n.read_at is null
      and n.deliver_at > ${context.now}::timestamptz
      and (n.type = r.family or (r.family = 'clock' and n.type like 'clock.%'))`;
}

type Circumstances = { zone: string; tickets: Map<string, { urgency: string; zone: string }> };

/** Where it is night, and how urgent the matters are: asked only where there are quiet hours. */
async function circumstances(
  context: Context,
  notes: readonly NewNotification[],
  { quietHours }: Settings,
): Promise<Circumstances> {
  const tickets: Circumstances['tickets'] = new Map();
  if (quietHours === null) return { zone: '', tickets };
  const { zone } = await firstCentre(context);
  const ids = [...new Set(notes.flatMap((note) => note.ticketId ?? []))];
  if (ids.length === 0) return { zone, tickets };
  const rows = await context.tx
    .selectFrom('ticket')
    .innerJoin('centre', 'centre.id', 'ticket.centre_id')
    .select(['ticket.id', 'ticket.urgency', 'centre.zone'])
    .where('ticket.id', 'in', ids as Id<'ticket'>[])
    .execute();
  for (const row of rows) tickets.set(row.id, row);
  return { zone, tickets };
}

function deliveryOf(note: NewNotification, at: Instant, { quietHours }: Settings, places: Circumstances): Instant {
  if (quietHours === null || isSaidAtNight(note.type)) return at;
  const ticket = note.ticketId === null ? undefined : places.tickets.get(note.ticketId);
  const except: readonly string[] = quietHours.except;
  if (ticket && except.includes(ticket.urgency)) return at;
  return afterQuiet(at, quietHours, ticket?.zone ?? places.zone);
}
