import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departments } from '../../organisation/house.ts';
import { headOfDepartment } from '../../organisation/queries.ts';
import { complaintKeys } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { thingOfVisit } from '../../return-visit/facts.ts';
import type { FeedbackSort } from '../feedback.ts';
import { OWED_ON } from '../feedback.ts';
import type { FeedBack, ReportOpinion } from '../inputs.ts';

type Given = {
  id: Id<'feedback'>;
  sort: FeedbackSort;
  departmentId: Id<'department'>;
  text: string;
  visitId: Id<'return_visit'> | null;
  ticketIds: readonly Id<'ticket'>[];
};

const MOST = 200;

/**
 * What customers complained of goes back to the department that can change something, which owes a reply (COMP-18). From single
 * complaints, or all those of a period. The same id again gives nothing twice.
 */
export async function feedBack(context: Context, input: FeedBack): Promise<Id<'feedback'>> {
  const id = input.id ?? newId<'feedback'>(context.now);
  if (await exists(context, id)) return id;
  const complaints = await complaintsIn(context, input);
  if (complaints.length === 0) throw new Invalid('feedback.no_complaints', { path: 'ticketIds' });
  for (const ticket of complaints) {
    const { owner_id: owner, department_id: department, centre_id: centreId } = ticket;
    orForbid(can(context.actor, 'ticket.see', { people: [owner], departments: [department], centreId }));
  }
  const ticketIds = complaints.map((ticket) => ticket.id);
  const { departmentId, text } = input;
  return give(context, { id, sort: 'complaint', departmentId, text, visitId: null, ticketIds });
}

/** What an occupier thinks, said at a return visit, goes to the person in charge, who says that he knows it (VISIT-23). */
export async function reportOpinion(context: Context, input: ReportOpinion): Promise<Id<'feedback'>> {
  const id = input.id ?? newId<'feedback'>(context.now);
  if (await exists(context, id)) return id;
  const { tx } = context;
  const visit = await tx.selectFrom('return_visit').selectAll().where('id', '=', input.visitId).executeTakeFirst();
  if (!visit) throw new NotFound('return_visit.unknown');
  const ticket = await tx
    .selectFrom('ticket')
    .select(['id', 'owner_id', 'centre_id'])
    .where('id', '=', visit.ticket_id)
    .executeTakeFirstOrThrow();
  orForbid(can(context.actor, 'return_visit.make', thingOfVisit(visit, ticket)));
  const { departmentId, text } = input;
  return give(context, { id, sort: 'opinion', departmentId, text, visitId: visit.id, ticketIds: [ticket.id] });
}

async function exists({ tx }: Context, id: Id<'feedback'>): Promise<boolean> {
  return (await tx.selectFrom('feedback').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

type Complaint = {
  id: Id<'ticket'>;
  owner_id: Id<'person'>;
  department_id: Id<'department'> | null;
  centre_id: Id<'centre'>;
};

/** Those named, which must be complaints, and those of the period: by the index on their opening. */
async function complaintsIn(context: Context, { ticketIds, period }: FeedBack): Promise<Complaint[]> {
  const keys = await complaintKeys(context);
  const ofPeriod = period
    ? sql`or (t.opened_at >= ${period.from}::timestamptz and t.opened_at < ${period.until}::timestamptz
        and t.closed_as is distinct from 'duplicate'
        ${period.field && period.choice ? sql`and t.fields->>${period.field} = ${period.choice}` : sql``})`
    : sql``;
  const { rows } = await sql<Complaint>`
    select t.id, t.owner_id, t.department_id, t.centre_id from ticket t
    where t.kind = any(${keys}::text[]) and (t.id = any(${ticketIds}::uuid[]) ${ofPeriod})
    order by t.opened_at desc, t.id desc limit ${MOST}`.execute(context.tx);
  const found = new Set<string>(rows.map((row) => row.id));
  if (ticketIds.some((id) => !found.has(id))) throw new NotFound('ticket.unknown');
  return rows;
}

async function give(context: Context, given: Given): Promise<Id<'feedback'>> {
  const { id, sort, departmentId } = given;
  const department = (await departments(context)).get(departmentId);
  if (!department || department.closed_at !== null) throw new NotFound('department.unknown');
  const addressee = await headOfDepartment(context, departmentId);
  await context.tx
    .insertInto('feedback')
    .values({
      id,
      sort,
      centre_id: department.centre_id,
      department_id: departmentId,
      addressee_id: addressee,
      visit_id: given.visitId,
      text: given.text,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  const about = given.ticketIds.map((ticket) => ({ feedback_id: id, ticket_id: ticket }));
  await context.tx.insertInto('feedback_ticket').values(about).execute();
  await owe(context, { id, sort, departmentId, centreId: department.centre_id, addressee });
  await record(context, {
    subject: { type: 'feedback', id },
    type: 'feedback.given',
    ticketId: given.ticketIds.length === 1 ? given.ticketIds[0]! : null,
    data: { sort, department: departmentId, addressee, tickets: given.ticketIds.length },
  });
  return id;
}

type Owing = Pick<Given, 'id' | 'sort' | 'departmentId'> & { centreId: Id<'centre'>; addressee: Id<'person'> | null };

async function owe(context: Context, { id, sort, departmentId, centreId, addressee }: Owing): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = sort === 'complaint' ? limits.replyNotice : limits.acceptNotice;
  await startCommitments(context, [
    {
      kind: OWED_ON[sort],
      subject: { type: 'feedback', id },
      ticketId: null,
      ownerId: addressee,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit,
      startedAt: context.now,
    },
  ]);
}
