import { sql } from 'kysely';
import type { Actor } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';
import { contactsInScope } from './scope.ts';

/** Whether somebody may see what was brought in writing: whoever may see the touch. */
export async function maySeeContact(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await sql`select c.id from contact c where c.id = ${id} and ${contactsInScope({ actor })}`.execute(
    tx,
  );
  return rows.length > 0;
}
