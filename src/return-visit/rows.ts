import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import { can } from '../organisation/can.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { thingOfVisit } from './facts.ts';
import type { Visit } from './return-visit.ts';
import { whyNotAttempt, whyNotDecline, whyNotMake, whyNotSign } from './return-visit.ts';
import type { VisitLine } from './view.ts';

export type VisitRow = Visit & {
  number: number;
  title: string;
  kind: string;
  kind_version: number;
  outcome: string | null;
  resolved_at: Instant | null;
  centre_id: Id<'centre'>;
  owner_id: Id<'person'>;
  owner_name: string;
  customer_id: string | null;
  customer_name: string | null;
  vip: boolean | null;
  caller_name: string | null;
  place_id: string | null;
  place_code: string | null;
  place_name: string | null;
  department_name: Words | null;
  by_name: string | null;
  signer_name: string | null;
  /** By what the list is ordered. */
  sort_at: Instant;
  sort_id: string;
};

/** Visits (`v`) of tickets (`t`) with the names around them; `from` names both, and what else an order needs. */
export function visitRows(
  context: Context,
  parts: {
    from: RawBuilder<unknown>;
    sort: RawBuilder<unknown>;
    where: RawBuilder<unknown>;
    order: RawBuilder<unknown>;
  },
  most: number,
) {
  return sql<VisitRow>`
    select v.*, t.number, t.title, t.kind, t.kind_version, t.outcome, t.resolved_at, t.centre_id, t.owner_id, ow.name as owner_name,
      t.customer_id, cu.name as customer_name, cu.vip, t.caller_name, t.place_id, pl.code as place_code, pl.name as place_name,
      d.name as department_name, by.name as by_name, signer.name as signer_name, ${parts.sort}
    from ${parts.from} join person ow on ow.id = t.owner_id
    left join customer cu on cu.id = t.customer_id left join place pl on pl.id = t.place_id
    left join department d on d.id = v.department_id
    left join person by on by.id = v.by_id left join person signer on signer.id = v.signed_by_id
    where ${parts.where} order by ${parts.order} limit ${most}`.execute(context.tx);
}

/** What the one asking may do with a visit; each answered by the rule that guards the command. */
function visitCan(context: Context, visit: VisitRow): Record<string, Refusal | null> {
  const thing = thingOfVisit(visit, visit);
  const make = can(context.actor, 'return_visit.make', thing);
  return {
    make: make ?? whyNotMake(visit),
    attempt: make ?? whyNotAttempt(visit),
    decline: make ?? whyNotDecline(visit),
    issue_notice: make ?? (visit.fault === null ? { code: 'return_visit.no_fault' } : null),
    sign: can(context.actor, 'return_visit.sign', thing) ?? whyNotSign(visit),
  };
}

function personOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** Rows as lines, each with what is owed on it next. */
export async function visitLines(context: Context, rows: readonly VisitRow[]): Promise<VisitLine[]> {
  const ids = rows.map((row) => row.id);
  const clocks = await clocksOut(context, await worstClocksOfSubjects(context.tx, context.now, ids));
  const byVisit = new Map(clocks.map((clock) => [clock.subject.id, clock]));
  const lines: VisitLine[] = [];
  for (const row of rows) lines.push(await lineOf(context, row, byVisit.get(row.id) ?? null));
  return lines;
}

async function lineOf(context: Context, row: VisitRow, clock: VisitLine['clock']): Promise<VisitLine> {
  const kind = await kindOf(context, row.kind, row.kind_version);
  return {
    id: row.id,
    rule: row.rule,
    ruleName: kind.visits.find((rule) => rule.key === row.rule)?.name ?? kind.name,
    mayDecline: row.may_decline,
    state: row.state,
    round: row.round,
    attempts: row.attempts,
    mostAttempts: row.most_attempts,
    ticket: {
      id: row.ticket_id,
      number: row.number,
      title: row.title,
      kind: { key: kind.key, name: kind.name, type: kind.type, icon: kind.icon },
      outcome: row.outcome,
      resolvedAt: row.resolved_at,
      owner: { id: row.owner_id, name: row.owner_name },
    },
    customer:
      row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '', vip: row.vip ?? false },
    callerName: row.caller_name,
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '', name: row.place_name ?? '' },
    department: row.department_id === null ? null : { id: row.department_id, name: row.department_name! },
    by: personOf(row.by_id, row.by_name),
    channel: row.channel,
    reachedWhom: row.reached_whom,
    satisfaction: row.satisfaction,
    opinion: row.opinion,
    criticism: row.criticism,
    adoptedProposals: row.adopted_proposals,
    fault: row.fault,
    endedAt: row.ended_at,
    signedBy: personOf(row.signed_by_id, row.signer_name),
    signedAt: row.signed_at,
    clock,
    can: visitCan(context, row),
  };
}
