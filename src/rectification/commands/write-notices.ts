import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Directory } from '../../organisation/directory.ts';
import { postsOfRole, whoIsToldBy } from '../../organisation/directory.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { clocksOfNotices } from '../clocks.ts';
import type { Notice } from '../rectification.ts';

export type Draft = {
  id?: Id<'rectification'> | undefined;
  source: Notice['source'];
  departmentId: Id<'department'>;
  centreId: Id<'centre'>;
  findings: string;
  ticketId?: Id<'ticket'> | null | undefined;
  workOrderId?: Id<'work_order'> | null | undefined;
  visitId?: Id<'return_visit'> | null | undefined;
  commitmentId?: Id<'commitment'> | null | undefined;
  spotCheckId?: Id<'spot_check'> | undefined;
  /** Left out: by the limit of the house, in the department's own working time. */
  deadlineAt?: Instant | undefined;
};

export type Written = {
  id: Id<'rectification'>;
  number: number;
  addresseeId: Id<'person'> | null;
  deadlineAt: Instant;
  draft: Draft;
};

/**
 * Writes notices, however many in the same few statements: addressed to whoever answers for the department now, each with
 * its clocks for signing and for replying. Whoever calls has asked whether they may be issued.
 */
export async function writeNotices(context: Context, drafts: readonly Draft[]): Promise<Written[]> {
  if (drafts.length === 0) return [];
  const directory = await readDirectory(context);
  const addressed = drafts.map((draft) => ({
    draft,
    id: draft.id ?? newId<'rectification'>(context.now),
    ...addresseeOf(directory, draft.departmentId),
  }));
  const deadlines = await startClocks(context, addressed);
  const numbers = await insert(context, addressed, deadlines);
  const written = addressed.map(({ draft, id, addresseeId }) => ({
    id,
    number: numbers.get(id)!,
    addresseeId,
    deadlineAt: deadlines.get(id)!,
    draft,
  }));
  await record(context, ...written.map(issuedEvent));
  return written;
}

type Addressed = {
  draft: Draft;
  id: Id<'rectification'>;
  addresseeId: Id<'person'> | null;
  postId: Id<'post'> | null;
};

function addresseeOf(directory: Directory, departmentId: Id<'department'>): Pick<Addressed, 'addresseeId' | 'postId'> {
  const [post] = postsOfRole(directory, 'department_head', { departmentId });
  const [addressee] = whoIsToldBy(directory, { to: 'department_head', departmentId });
  return { addresseeId: addressee ?? null, postId: post?.id ?? null };
}

/** When each is to be answered: what its reply clock says. */
async function startClocks(context: Context, notices: readonly Addressed[]): Promise<Map<string, Instant>> {
  const { limits } = await settingsOf(context);
  const owed = notices.flatMap(({ draft, id, addresseeId, postId }) => {
    const { departmentId, centreId } = draft;
    const common = { noticeId: id, ownerId: addresseeId, postId, departmentId, centreId, startedAt: context.now };
    return [
      { ...common, kind: 'accept_notice' as const, limit: limits.acceptNotice },
      { ...common, kind: 'reply_notice' as const, limit: limits.replyNotice, dueAt: draft.deadlineAt },
    ];
  });
  const started = await startCommitments(context, await clocksOfNotices(context, owed));
  const replies = started.filter((row) => row.kind === 'reply_notice');
  return new Map(replies.map((row) => [row.subject_id, row.due_at]));
}

async function insert(
  context: Context,
  notices: readonly Addressed[],
  deadlines: Map<string, Instant>,
): Promise<Map<string, number>> {
  const rows = notices.map(({ draft, id, addresseeId }) => ({
    id,
    source: draft.source,
    ticket_id: draft.ticketId ?? null,
    work_order_id: draft.workOrderId ?? null,
    visit_id: draft.visitId ?? null,
    commitment_id: draft.commitmentId ?? null,
    spot_check_id: draft.spotCheckId ?? null,
    department_id: draft.departmentId,
    addressee_id: addresseeId,
    findings: draft.findings,
    deadline_at: deadlines.get(id),
  }));
  const answer = await sql<{ id: string; number: number }>`
    insert into rectification (id, source, ticket_id, work_order_id, visit_id, commitment_id, spot_check_id, department_id, addressee_id,
      findings, issued_by_id, issued_at, deadline_at)
    select id, source, ticket_id, work_order_id, visit_id, commitment_id, spot_check_id, department_id, addressee_id,
      findings, ${context.actor.personId}::uuid, ${context.now}::timestamptz, deadline_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, source text, ticket_id uuid, work_order_id uuid,
      visit_id uuid, commitment_id uuid, spot_check_id uuid, department_id uuid, addressee_id uuid, findings text, deadline_at timestamptz)
    returning id, number`.execute(context.tx);
  return new Map(answer.rows.map((row) => [row.id, row.number]));
}

function issuedEvent({ id, number, addresseeId, deadlineAt, draft }: Written) {
  return {
    subject: { type: 'rectification' as const, id },
    type: 'rectification.issued',
    ticketId: draft.ticketId ?? null,
    data: {
      number,
      source: draft.source,
      department: draft.departmentId,
      addressee: addresseeId,
      deadlineAt,
      commitment: draft.commitmentId ?? null,
    },
  };
}
