import type { z } from 'zod';
import { refusal } from '../kernel/refusal.ts';
import type { colleaguesOut } from '../organisation/colleagues.ts';
import { colleaguesBy } from '../organisation/colleagues.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from './facts.ts';
import { mayOtherSee } from './others-sight.ts';

/** Colleagues by a few letters, and whether each may see the ticket. */
export async function colleagues(context: Context, id: string, q: string): Promise<z.input<typeof colleaguesOut>> {
  const ticket = await ticketById(context.tx, id);
  await allowToSee(context, ticket);
  return colleaguesBy(context, q, async (one, name) =>
    (await mayOtherSee(context, ticket, one)) ? null : refusal('ticket.not_for_him', { name }),
  );
}
