import type { z } from 'zod';
import { refusal } from '../kernel/refusal.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Verdicts } from './approvals.ts';
import { roleFor, whyNotDecide } from './approvals.ts';
import type { Ticket } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>['approvals'];

/** What a ticket's stages wait for and what was decided; a kind without approvals asks the database nothing. */
export async function approvalsOf(context: Context, ticket: Ticket, kind: Kind, verdicts: Verdicts): Promise<View> {
  if (!kind.approvals) return [];
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('approval')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return kind.approvals.map((approval) => {
    const may = roleFor(approval, ticket, context.actor.posts);
    const notMine = may === null ? refusal('ticket.not_approver', { role: approval.by[0]! }) : null;
    return {
      key: approval.key,
      name: approval.name,
      roles: [...approval.by],
      before: approval.before,
      decisions: rows
        .filter((row) => row.key === approval.key)
        .map((row) => ({
          verdict: row.verdict,
          words: row.words,
          by: named(names, row.by_id),
          role: row.role,
          at: row.at,
        })),
      can: { decide: notMine ?? whyNotDecide(ticket, kind, approval, verdicts) },
    };
  });
}
