import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { id, idOut, versionOut } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';

export const changedOut = z
  .object({ id: idOut('ticket'), version: versionOut })
  .meta({ id: 'ChangedTicket', description: 'The ticket with its version after this' });
export const ticketParams = z.object({ id: id('ticket') });

/** What every act on a ticket answers: its new version; the screen reads the rest anew. */
export async function changed(context: Context, ticketId: string): Promise<{ id: string; version: number }> {
  return { id: ticketId, version: await versionOf(context.tx, ticketId) };
}
