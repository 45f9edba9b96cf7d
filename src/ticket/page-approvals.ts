import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Actor, Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Post } from '../organisation/house.ts';
import { named, personNames, posts } from '../organisation/house.ts';
import type { Approver } from '../pack/approver.ts';
import { postOf } from '../pack/approver.ts';
import type { Approval, Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { ReceiptFacts } from '../receipt/receipt.ts';
import { whyNotByMoney } from '../charge/paid.ts';
import type { Standing } from '../formality/formality.ts';
import { whyNotByPapers } from '../formality/formality.ts';
import { whyNotByReceipts } from '../receipt/receipt.ts';
import type { Verdicts } from './approvals.ts';
import { decidingPost, nextToAsk, notApprover, whyNotAsk, whyNotDecide } from './approvals.ts';
import { isOwed } from './owed-approval.ts';
import type { ApprovalTable } from './table.ts';
import type { Ticket } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>['approvals'];

/** What its approvals wait for, beside each other. */
type Waited = { verdicts: Verdicts; thing: Thing; receipts: ReceiptFacts | null; papers: Standing | null };

/** What a ticket's stages wait for and what was decided; a kind without approvals asks the database nothing. */
export async function approvalsOf(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  { verdicts, thing, receipts, papers }: Waited,
): Promise<View> {
  if (!kind.approvals) return [];
  const names = await personNames(context);
  const known = await posts(context);
  const rows = await decisionsOf(context, ticket);
  const told = kind.approvals.some((one) => one.tells) ? await toldOf(context, ticket) : [];
  const next = nextToAsk(kind, ticket.stage, verdicts);
  const ask = can(context.actor, 'ticket.handle', thing) ?? (await whyNotAskFor(context, ticket, next));
  const unpaid = await unpaidOf(context, kind, ticket);
  return kind.approvals.map((approval) => ({
    key: approval.key,
    name: approval.name,
    by: approval.by.map((one) => approverOut(one, [...known.values()])),
    before: approval.before,
    decisions: rows.filter((row) => row.key === approval.key).map((row) => decisionOut(row, names, known)),
    needs: approval.needs,
    asks: approval.asks ?? [],
    signature: approval.signature ?? null,
    told: told
      .filter(({ params }) => params['approval'] === approval.key)
      .map((one) => ({ person: named(names, one.person_id), at: one.deliver_at, knownAt: one.acknowledged_at })),
    can: {
      decide:
        whyNotMine(approval, ticket, context.actor) ??
        whyNotDecide(ticket, kind, approval, verdicts) ??
        whyNotByReceipts(kind, approval, receipts) ??
        whyNotByPapers(kind, approval, ticket.fields, papers) ??
        (approval.paid ? unpaid : null),
      ask: approval === next ? ask : refusal('ticket.nothing_to_approve'),
    },
  }));
}

function decisionsOf({ tx }: Context, { id }: Ticket) {
  return tx.selectFrom('approval').selectAll().where('ticket_id', '=', id).orderBy('at').orderBy('id').execute();
}

/** Why what waits for the money may not be given yet; read only where something does. */
async function unpaidOf(context: Context, kind: Kind, ticket: Ticket): Promise<Refusal | null> {
  const waits = kind.approvals?.find((one) => one.paid);
  return waits ? whyNotByMoney(context, waits, ticket.id) : null;
}

function decisionOut(
  {
    by_id: by,
    post_id: post,
    verdict,
    words,
    role,
    at,
    signed_by: signedBy,
    signature_id: signatureId,
  }: Selectable<ApprovalTable>,
  names: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Post>,
): View[number]['decisions'][number] {
  const who = { by: named(names, by), role, post: post && known.get(post)!.name };
  return { verdict, words, ...who, at, signedBy, signatureId };
}

/** Who was told of approvals that were given, and who said that he knows. */
function toldOf({ tx }: Context, ticket: Ticket) {
  return tx
    .selectFrom('notification')
    .select(['person_id', 'params', 'deliver_at', 'acknowledged_at'])
    .where('ticket_id', '=', ticket.id)
    .where('type', '=', 'ticket.approval_told')
    .orderBy('deliver_at')
    .orderBy('id')
    .execute();
}

function whyNotMine(approval: Approval, ticket: Ticket, { posts: held }: Actor): Refusal | null {
  return decidingPost(approval, ticket, held) === null ? notApprover(approval) : null;
}

async function whyNotAskFor(context: Context, ticket: Ticket, next: Approval | null): Promise<Refusal | null> {
  return whyNotAsk(ticket, next, next !== null && (await isOwed(context, ticket, next)));
}

function approverOut(approver: Approver, known: readonly Post[]): View[number]['by'][number] {
  const key = postOf(approver);
  if (key === null) return { role: approver as string, post: null };
  return { role: null, post: { key, name: known.find((post) => post.key === key)!.name } };
}
