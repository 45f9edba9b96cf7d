import type { Sealer } from '../../auth/sealing.ts';
import type { reachOf } from '../../entry/cases.ts';
import type { EntryParts } from '../../entry/parts.ts';
import type { Id } from '../../kernel/id.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { Database } from '../../platform/db.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { CHAT_SECRET } from '../../platform/http/elsewhere.ts';
import type { Paces } from './paces.ts';

export const shared = { admits: 'anyone', tag: 'Chat', elsewhere: true } as const;

export type VisitorRouteParts = Pick<EntryParts, 'digest' | 'newSecret'> & {
  sealer: Sealer;
  database: Database;
  paces: Paces;
  /** Whose session this browser holds; null: nobody's. */
  customerOf(context: Context, edge: Edge): Promise<Awaited<ReturnType<typeof reachOf>> | null>;
  /** A visitor types. */
  typing(schema: string, id: Id<'conversation'>): void;
};

/** Whose chat it is: what his browser keeps, as we know it again. */
export function hashOf({ digest }: VisitorRouteParts, edge: Edge): string {
  const secret = edge.header(CHAT_SECRET);
  if (!secret) throw new NotSignedIn('chat.not_known');
  return digest(secret);
}
