import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { commitmentNames } from '../commitment/names.ts';
import { worstClocksOfSubjects } from '../commitment/queries.ts';
import { clocksOut } from '../commitment/shapes.ts';
import type { Context } from '../platform/context.ts';
import { whyNotOnNotice } from './facts.ts';
import type { Notice } from './rectification.ts';
import { stateOf, whyNotReceive, whyNotReply, whyNotVerify, whyNotWithdraw } from './rectification.ts';
import type { NoticeLine } from './view.ts';

export type NoticeRow = Notice & {
  centre_id: Id<'centre'>;
  department_name: Words;
  ticket_number: number | null;
  ticket_title: string | null;
  addressee_name: string | null;
  issuer_name: string | null;
  missed_kind: string | null;
  missed_at: Instant | null;
};

/** Notices (`r`) with the names around them, under a condition, in an order. */
export async function noticeRows(
  context: Context,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select r.*, d.centre_id, d.name as department_name, t.number as ticket_number, t.title as ticket_title,
      addressee.name as addressee_name, issuer.name as issuer_name, c.kind as missed_kind, c.due_at as missed_at
    from rectification r join department d on d.id = r.department_id
    left join ticket t on t.id = r.ticket_id
    left join person addressee on addressee.id = r.addressee_id
    left join person issuer on issuer.id = r.issued_by_id
    left join commitment c on c.id = r.commitment_id
    where ${where} order by ${order} limit ${most}`.execute(context.tx);
  return rows;
}

/** What the one asking may do with a notice; each answered by the rule that guards the command. */
function noticeCan(context: Context, notice: NoticeRow): Record<string, Refusal | null> {
  const { actor } = context;
  const placed = { notice, centreId: notice.centre_id };
  const answer = whyNotOnNotice(actor, 'rectification.answer', placed);
  return {
    receive: answer ?? whyNotReceive(notice),
    reply: answer ?? whyNotReply(notice),
    verify: whyNotOnNotice(actor, 'rectification.verify', placed) ?? whyNotVerify(notice, actor.personId),
    withdraw: whyNotOnNotice(actor, 'rectification.issue', placed) ?? whyNotWithdraw(notice, actor.personId),
  };
}

function personOf(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

/** Rows as lines, each with what is owed on it next. */
export async function noticeLines(context: Context, rows: readonly NoticeRow[]): Promise<NoticeLine[]> {
  const ids = rows.map((row) => row.id);
  const clocks = await clocksOut(context, await worstClocksOfSubjects(context.tx, context.now, ids));
  const byNotice = new Map(clocks.map((clock) => [clock.subject.id, clock]));
  const nameOf = await commitmentNames(context);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    source: row.source,
    state: stateOf(row),
    ticket:
      row.ticket_id === null ? null : { id: row.ticket_id, number: row.ticket_number!, title: row.ticket_title ?? '' },
    department: { id: row.department_id, name: row.department_name },
    addressee: personOf(row.addressee_id, row.addressee_name),
    missed:
      row.commitment_id === null || row.missed_kind === null
        ? null
        : { commitmentId: row.commitment_id, name: nameOf(row.missed_kind), dueAt: row.missed_at! },
    findings: row.findings,
    issuedBy: personOf(row.issued_by_id, row.issuer_name),
    issuedAt: row.issued_at,
    deadlineAt: row.deadline_at,
    receivedAt: row.received_at,
    repliedAt: row.replied_at,
    verifiedAt: row.verified_at,
    clock: byNotice.get(row.id) ?? null,
    can: noticeCan(context, row),
  }));
}
