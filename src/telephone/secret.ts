import type { Sealer } from '../auth/sealing.ts';
import type { Id } from '../kernel/id.ts';
import type { Organisation } from '../platform/context.ts';

const about = (schema: string, id: Id<'telephone_system'>): string => `telephone system ${schema} ${id}`;

export function sealSystemSecret(
  sealer: Sealer,
  { schema }: Pick<Organisation, 'schema'>,
  id: Id<'telephone_system'>,
  secret: string,
): Promise<string> {
  return sealer.seal(secret, about(schema, id));
}

/** Refused (`seal.key_lost`) where it was sealed with another key. */
export function openSystemSecret(
  sealer: Sealer,
  { schema }: Pick<Organisation, 'schema'>,
  { id, secret }: { id: Id<'telephone_system'>; secret: string },
): Promise<string> {
  return sealer.open(secret, about(schema, id));
}
