import { previewRebase } from '../commitment/commands/rebase-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { RunningEffect } from '../commitment/running-effect.ts';
import type { StandardOf } from '../customer-class/facts.ts';
import { standardsOf } from '../customer-class/facts.ts';
import type { Id } from '../kernel/id.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { limitFor, limitsOfWork } from '../ticket/moments.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { LimitOfVisit } from './visits-of-move.ts';

export type ClocksOfMove = { effects: RunningEffect[]; begin: number; end: number };

type Counted = { limit: Limit; calendarId: Id<'calendar'>; ids: Id<'commitment'>[] };
type Clock = {
  id: Id<'commitment'>;
  kind: string;
  ticket_id: Id<'ticket'> | null;
  subject_type: string;
  department_id: Id<'department'> | null;
};

type Versions = { after: Kind; before: (ticket: Ticket) => Kind; visits: LimitOfVisit };

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** The limit a clock would run by in the new version; `ends` where nothing is owed there, null where nothing changes. */
function limitAfter(
  clock: Clock,
  ticket: Ticket,
  { after, before: beforeOf, visits }: Versions,
  standards: StandardOf,
): Limit | 'ends' | null {
  const before = beforeOf(ticket);
  const standard = standards(ticket);
  if (clock.kind === 'return_visit') {
    const visit = visits.get(ticket.id);
    return visit && differ(visit.limit, visit.former) ? visit.limit : null;
  }
  if (clock.subject_type === 'work_order') {
    const name = clock.kind as keyof ReturnType<typeof limitsOfWork>;
    const limit = limitsOfWork(after, ticket, standard)[name];
    return limit && differ(limit, limitsOfWork(before, ticket, standard)[name]) ? limit : null;
  }
  const former = before.commitments.find((rule) => rule.kind === clock.kind);
  if (clock.subject_type !== 'ticket' || !former) return null;
  const rule = after.commitments.find((one) => one.kind === clock.kind);
  if (!rule) return 'ends';
  if (rule.orPromised && ticket.promised_for !== null) return null;
  const limit = limitFor(rule, ticket, standard);
  return differ(limit, limitFor(former, ticket, standard)) ? limit : null;
}

/** How many commitments begin with the new version, for a moment that has come already. */
function beginning(ticket: Ticket, before: Kind, after: Kind): number {
  const came = new Set([
    'opened',
    ...(ticket.answered_at ? ['answered'] : []),
    ...(ticket.resolved_at ? ['resolved'] : []),
    ...(ticket.told_at ? ['told'] : []),
  ]);
  const rules = after.commitments.filter((rule) => !before.commitments.some((other) => other.kind === rule.kind));
  return rules.filter((rule) => came.has(rule.from) && !(rule.onlyPromised && ticket.promised_for === null)).length;
}

/** What a new version does to the running clocks of these tickets. Changes nothing. */
export async function clocksOfMove(
  context: Context,
  tickets: readonly Ticket[],
  versions: Versions,
): Promise<ClocksOfMove> {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const clocks: Clock[] = await context.tx
    .selectFrom('commitment')
    .select(['id', 'kind', 'ticket_id', 'subject_type', 'department_id'])
    .where('ticket_id', 'in', [...byId.keys()])
    .where('settled_at', 'is', null)
    .execute();
  const standards = await standardsOf(context, tickets);
  const groups = new Map<string, Counted>();
  let end = 0;
  for (const clock of clocks) {
    const ticket = byId.get(clock.ticket_id!)!;
    const limit = limitAfter(clock, ticket, versions, standards);
    if (limit === 'ends') end += 1;
    if (limit === null || limit === 'ends') continue;
    const where = { centreId: ticket.centre_id, departmentId: clock.department_id ?? ticket.department_id };
    const calendarId = await calendarFor(context.tx, limit.calendar, where);
    const name = `${calendarId} ${JSON.stringify(limit)}`;
    const group = groups.get(name) ?? { limit, calendarId, ids: [] };
    groups.set(name, group);
    group.ids.push(clock.id);
  }
  const effects: RunningEffect[] = [];
  for (const group of groups.values()) effects.push(...(await previewRebase(context.tx, context.now, group)));
  const begin = tickets.reduce((sum, ticket) => sum + beginning(ticket, versions.before(ticket), versions.after), 0);
  return { effects, begin, end };
}
