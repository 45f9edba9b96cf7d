import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { CurrentKind } from '../../pack/kinds.ts';
import { currentKind } from '../../pack/kinds.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { insertOf } from '../../platform/held-rows.ts';
import { happened, record } from '../../platform/journal.ts';
import { insertLater, noteBorn } from '../../platform/tx.ts';
import { weighs, whyNotWeigh } from '../established.ts';
import { editedFields, openingFields } from '../fields.ts';
import type { OpenTicket } from '../inputs.ts';

import { nextToAsk } from '../approvals.ts';
import { atMoment } from '../moments.ts';
import type { Around } from '../search.ts';
import { aroundOf, indexTicket } from '../search.ts';
import type { Ticket } from '../ticket.ts';
import { askApproval } from './ask-approval.ts';
import { requireIncident } from './link-tickets.ts';
import { offerTicket } from './offer-ticket.ts';

/** `importedFrom`: which request of which other system it was; never from outside. Of such a one the owner answers for it already. */
export type NewTicket = OpenTicket & { importedFrom?: string };

/** How long after the fact a matter may still be entered as of when it came in. */
const LATEST_ENTRY = 90 * DAY;

const watching = insertOf(
  'ticket_sight',
  'ticket_id uuid, person_id uuid, why text, since timestamptz',
  'on conflict do nothing',
);

/** Opens a ticket; the same id again answers with the same ticket. */
export async function openTicket(context: Context, input: NewTicket): Promise<Ticket> {
  const before =
    input.id && (await context.tx.selectFrom('ticket').selectAll().where('id', '=', input.id).executeTakeFirst());
  return before || openNewTicket(context, input);
}

/**
 * Opens a ticket that is certainly not there yet: whoever opens it is accountable for it from this moment, its clocks run from
 * when it came in, and somebody else named as owner is offered it (PRIN-01, ESCL-07).
 */
export async function openNewTicket(context: Context, input: NewTicket, known?: Around): Promise<Ticket> {
  const around = known ?? (await aroundOf(context, input.customerId, input.placeId));
  if (input.dueAt && input.dueAt <= context.now && !context.replaying)
    throw new Invalid('promise.in_past', { path: 'dueAt' });
  if (input.incidentId) await requireIncident(context, input.incidentId);
  const kind = await currentKind(context, input.kind);
  if (kind.kind.retired && !context.replaying) throw new Refused('kind.retired', { kind: kind.key, path: 'kind' });
  const ticket = await insertTicket(context, input, kind, around);
  noteBorn(context.tx, ticket.id);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.opened',
    happenedAt: ticket.opened_at,
    data: {
      kind: ticket.kind,
      channel: ticket.channel,
      urgency: ticket.urgency,
      owner: ticket.owner_id,
      department: ticket.department_id,
      ...(ticket.incident_id ? { incident: ticket.incident_id } : {}),
    },
  });
  // whoever brings a register in has received none of it
  if (!context.replaying) await watch(context, ticket, 'first_receiver');
  await atMoment(context, ticket, kind.kind, 'opened', ticket.opened_at);
  if (ticket.severity === 'major' || ticket.severity === 'grave')
    await raise(context, ticket, kind.kind, ticket.severity);
  await askApproval(context, ticket, nextToAsk(kind.kind, ticket.stage, {}), ticket.opened_at);
  await indexTicket(context, ticket, around);
  if (input.ownerId && input.ownerId !== ticket.owner_id) {
    await offerTicket(context, ticket.id, { toId: input.ownerId, way: 'given', reason: ticket.title });
  }
  return ticket;
}

/** Where it happens, and which centre's it therefore is. Refuses what the kind cannot do without. */
async function placed(
  context: Context,
  input: NewTicket,
  kind: Kind,
  around: Around,
): Promise<Pick<Ticket, 'place_id' | 'centre_id'>> {
  const { placeId } = input;
  if (kind.needsPlace && !placeId) throw new Invalid('ticket.place_missing', { path: 'placeId' });
  if (kind.needsCustomer && !input.customerId && !input.callerName && !input.callerPhone) {
    throw new Invalid('ticket.caller_missing', { path: 'callerName' });
  }
  if (!placeId) return { place_id: null, centre_id: await centreOf(context) };
  if (around.centreId === null) throw new NotFound('place.unknown');
  return { place_id: placeId, centre_id: around.centreId };
}

async function insertTicket(
  context: Context,
  input: NewTicket,
  { kind, version }: CurrentKind,
  around: Around,
): Promise<Ticket> {
  const opener = actingPerson(context);
  const where = await placed(context, input, kind, around);
  orForbid(can(context.actor, 'ticket.open', { people: [opener], departments: [], centreId: where.centre_id }));
  const stage = kind.stages[0]!;
  return context.tx
    .insertInto('ticket')
    .values({
      ...where,
      id: input.id ?? newId<'ticket'>(context.now),
      kind: kind.key,
      kind_version: version,
      stage: stage.key,
      stage_class: stage.class,
      title: input.title,
      need: input.need,
      urgency: input.urgency ?? kind.urgency,
      severity: input.severity ?? (kind.type === 'complaint' ? 'ordinary' : null),
      channel: input.channel,
      customer_id: input.customerId,
      caller_name: input.callerName,
      caller_phone: input.callerPhone,
      department_id: await departmentOf(context, input, kind),
      owner_id: (context.replaying && input.ownerId) ?? opener,
      given_by_id: kind.type === 'task' ? opener : null,
      opened_by_id: opener,
      opened_at: happened(context, input.happenedAt, plus(context.now, -LATEST_ENTRY)),
      promised_for: input.dueAt,
      fields: json(fieldsFor(context, kind, input)),
      incident_id: input.incidentId,
      imported_from: input.importedFrom,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What was filled in; nobody opens a matter with who is liable for it (PRIN-06). */
function fieldsFor(context: Context, kind: Kind, input: NewTicket): Ticket['fields'] {
  // an old register was kept without them: they are asked for when it is settled
  if (context.replaying) return editedFields(kind, {}, input.fields);
  const fields = openingFields(kind, input.fields);
  if (weighs(fields)) orRefuse(whyNotWeigh(kind, fields, 0));
  return fields;
}

async function departmentOf(context: Context, input: NewTicket, kind: Kind): Promise<Ticket['department_id']> {
  const all = await departments(context);
  const found =
    input.departmentId === undefined
      ? [...all.values()].find(({ key }) => key === kind.department)
      : all.get(input.departmentId);
  if (!found) throw new NotFound('department.unknown');
  return found.id;
}

/** Keeps somebody who is not accountable informed: the first receiver always stays visible (ESCL-07). */
export async function watch(
  context: Context,
  ticket: Ticket,
  why: 'first_receiver' | 'handed_up' | 'superior' | 'watching',
): Promise<void> {
  const sight = { ticket_id: ticket.id, person_id: actingPerson(context), why, since: context.now };
  await insertLater(context.tx, 'ticket_sight', [sight], watching);
}

/** A complaint turned major or grave: its own clocks begin, and reactions tell those the pack names at once (COMP-05..08). */
export async function raise(context: Context, ticket: Ticket, kind: Kind, severity: 'major' | 'grave'): Promise<void> {
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.severity_raised',
    data: { severity },
  });
  await atMoment(context, ticket, kind, severity, context.now);
}
