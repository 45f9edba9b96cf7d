import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { holdsAny } from '../../platform/erase-words.ts';

/** That mail to him came back once is known no more. One too many forgotten does no harm: the next mail finds it out anew. */
export async function forgetAddresses({ tx }: Context, secrets: readonly string[]): Promise<void> {
  await sql`delete from channel_opt_out where ${holdsAny(['address'], secrets)}`.execute(tx);
  await sql`delete from address_fault where ${holdsAny(['address', 'said'], secrets)}`.execute(tx);
}
