import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { id } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';

export const ticketParams = z.object({ id: id('ticket') });

export const versionOut = z.object({ id: z.string(), version: z.number().describe("The ticket's version after this") });

/** What every act on a ticket answers: its new version; the screen reads the rest anew. */
export async function changed(context: Context, ticketId: string): Promise<{ id: string; version: number }> {
  return { id: ticketId, version: await versionOf(context.tx, ticketId) };
}
