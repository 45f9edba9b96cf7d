import { sql } from 'kysely';
import type { Owing } from '../commitment/queries.ts';
import type { Id } from '../kernel/id.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import { scopeOf } from '../organisation/scope.ts';
import { standsAbove } from '../organisation/stands-above.ts';
import type { Context } from '../platform/context.ts';
import type { Drawn } from './registers.ts';
import type { Looking } from './spot-check.ts';

/** Of records drawn: whose work each is, and whether whoever acts may see it and stands above the one who owes the check. */
export async function lookingAt(
  context: Context,
  { ownerId }: Pick<Owing, 'ownerId'>,
  drawn: readonly Drawn[],
): Promise<(record: Drawn | undefined) => Looking> {
  const tickets = drawn.map((one) => one.ticket_id);
  const seen = await sql<{ id: Id<'ticket'> }>`
    select t.id from ticket t where t.id = any(${tickets}::uuid[]) and ${scopeOf(context, 'ticket.see')}`.execute(
    context.tx,
  );
  const sees = new Set(seen.rows.map(({ id }) => id));
  const me = context.actor.personId;
  const above = me !== null && ownerId !== null && standsAbove(await readDirectory(context), me, ownerId);
  return (record) => ({
    didId: record?.person_id ?? null,
    sees: record === undefined || sees.has(record.ticket_id),
    above,
  });
}
