import { moneyOfTicket } from './facts.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Approval } from '../pack/format.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { whyNotPaid } from './charge.ts';

/** Why a step that waits for the money may not be taken yet (FINC-03); a house that charges nothing waits for none. */
export async function whyNotByMoney(
  context: Context,
  { paid }: Approval,
  ticketId: Id<'ticket'>,
): Promise<Refusal | null> {
  if (!paid || !(await settingsOf(context)).charging) return null;
  return whyNotPaid(await moneyOfTicket(context.tx, ticketId));
}
