import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus, SECOND } from '../../kernel/time.ts';
import { centres, firstCentre } from '../../organisation/house.ts';
import type { Settings } from '../../pack/settings-shape.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import { insertOf } from '../../platform/held-rows.ts';
import { pokeLater } from '../../platform/jobs/poke-person.ts';
import { insertLater } from '../../platform/tx.ts';
import { clocksOfEmergencies } from '../clocks-of-emergencies.ts';
import { afterQuiet } from '../quiet-hours.ts';
import type { NotificationType, Param, ParamsOf } from '../vocabulary.ts';
import { isSaidAtNight } from '../vocabulary.ts';

const inserting = insertOf(
  'notification',
  `id uuid, person_id uuid, type text, ticket_id uuid, subject_type text, subject_id uuid, params jsonb, made_at timestamptz,
    deliver_at timestamptz, needs_acknowledgement boolean`,
);

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
 * Tells people. What a person's act causes waits for the undo delay, what a clock causes does not;
 * quiet hours hold either, save for matters whose urgency the settings name and for what must be said at once. What waits
 * unread about the same thing is replaced, so that a morning does not begin with five messages about one promise.
 */
export async function notify(context: Context, notes: readonly NewNotification[]): Promise<void> {
  if (notes.length === 0) return;
  const settings = await settingsOf(context);
  const undo = context.actor.personId === null ? 0 : settings.undoSeconds * SECOND;
  const at = plus(context.now, undo);
  const places = await circumstances(context, notes, at, settings);
  const said = latestOfEach(notes);
  const rows = said.map((note): Row => ({
    id: newId<'notification'>(context.now),
    person_id: note.personId,
    type: note.type,
    ticket_id: note.ticketId,
    subject_type: note.subject.type,
    subject_id: note.subject.id,
    params: note.params,
    made_at: context.now,
    deliver_at: deliveryOf(note, at, settings, places),
    needs_acknowledgement: note.acknowledge ?? false,
    replaces: replacedBy(note),
  }));
  await insertLater(context.tx, 'notification', rows, writing);
  for (const row of rows) if (row.deliver_at <= context.now) context.signals.notified.add(row.person_id);
  const waiting = rows.filter((row) => row.deliver_at > context.now);
  await pokeLater(
    context,
    waiting.map((row) => ({ personId: row.person_id, at: row.deliver_at })),
  );
}

/** What waits unread for somebody about one thing. */
type Pending = { person_id: Id<'person'>; subject_id: string; family: string };

type Row = {
  id: Id<'notification'>;
  person_id: Id<'person'>;
  type: NotificationType;
  ticket_id: string | null;
  subject_type: SubjectType;
  subject_id: string;
  params: unknown;
  made_at: Instant;
  deliver_at: Instant;
  needs_acknowledgement: boolean;
  replaces: Pending[];
};

function writing(rows: readonly Row[]): RawBuilder<unknown>[] {
  const standing = withoutReplaced(rows);
  const replaced = standing.flatMap(({ replaces, made_at }) => replaces.map((one) => ({ ...one, made_at })));
  return [
    sql`
      delete from notification n
      using jsonb_to_recordset(${JSON.stringify(replaced)}::jsonb) as r(person_id uuid, subject_id uuid, family text, made_at timestamptz)
      where n.subject_id = r.subject_id and n.person_id = r.person_id and n.read_at is null and n.deliver_at > r.made_at
        and (n.type = r.family or (r.family = 'clock' and n.type like 'clock.%'))`,
    ...inserting(standing.map(({ replaces: _, ...row }) => row)),
  ];
}

/** Of rows made in one transaction a later one may replace an earlier one before either is written. */
function withoutReplaced(rows: readonly Row[]): Row[] {
  const replaced = new Set<string>();
  const key = (one: Pending): string => `${one.person_id} ${one.subject_id} ${one.family}`;
  return rows.toReversed().filter((row) => {
    if (row.deliver_at > row.made_at && replaced.has(key({ ...row, family: familyOf(row.type) }))) return false;
    for (const one of row.replaces) replaced.add(key(one));
    return true;
  });
}

/** A clock speaks of its promise once: a later rung stands for the earlier ones. */
function familyOf(type: NotificationType): string {
  return type.startsWith('clock.') ? 'clock' : type;
}

function latestOfEach(notes: readonly NewNotification[]): NewNotification[] {
  const keyed = notes.map((note) => [`${note.personId} ${note.subject.id} ${familyOf(note.type)}`, note] as const);
  return [...new Map(keyed).values()];
}

/** A message replaces what waits about the same thing; a notice speaks for the clock that issued it, too. */
function replacedBy({ personId, subject, type, params }: NewNotification): Pending[] {
  const own = { person_id: personId, subject_id: subject.id, family: familyOf(type) };
  const clock = 'commitment' in params ? params.commitment : null;
  return typeof clock !== 'string' || clock === subject.id
    ? [own]
    : [own, { ...own, subject_id: clock, family: 'clock' }];
}

type Circumstances = {
  zone: string;
  tickets: Map<string, { urgency: string; zone: string }>;
  /** Promises that cannot wait though they hang on no ticket. */
  pressing: ReadonlySet<Param>;
};

/** Where it is night, and how urgent the matters are: asked only where it may be. */
async function circumstances(
  context: Context,
  notes: readonly NewNotification[],
  at: Instant,
  { quietHours }: Settings,
): Promise<Circumstances> {
  const tickets: Circumstances['tickets'] = new Map();
  const all = await centres(context);
  const { zone } = await firstCentre(context);
  const isQuiet = [...all.values()].some((centre) => afterQuiet(at, quietHours, centre.zone) !== at);
  if (!isQuiet) return { zone, tickets, pressing: new Set() };
  const pressing = await clocksOfEmergencies(context, notes, quietHours?.except ?? []);
  const ids = [...new Set(notes.flatMap((note) => note.ticketId ?? []))];
  if (ids.length === 0) return { zone, tickets, pressing };
  const rows = await context.tx
    .selectFrom('ticket')
    .select(['id', 'urgency', 'centre_id'])
    .where('id', 'in', ids as Id<'ticket'>[])
    .execute();
  for (const { id, urgency, centre_id } of rows) tickets.set(id, { urgency, zone: all.get(centre_id)?.zone ?? zone });
  return { zone, tickets, pressing };
}

function deliveryOf(note: NewNotification, at: Instant, { quietHours }: Settings, places: Circumstances): Instant {
  if (quietHours === null || isSaidAtNight(note.type)) return at;
  const ticket = note.ticketId === null ? undefined : places.tickets.get(note.ticketId);
  const except: readonly string[] = quietHours.except;
  if (ticket && except.includes(ticket.urgency)) return at;
  if ('commitment' in note.params && places.pressing.has(note.params.commitment)) return at;
  return afterQuiet(at, quietHours, ticket?.zone ?? places.zone);
}
