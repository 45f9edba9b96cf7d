import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { ERASED } from '../../../platform/erase-words.ts';

/** Of every chat whose conversation was erased: it is over, nothing opens it any more, and what he said of it is gone. */
export async function forgetChats({ tx, now }: Context): Promise<void> {
  await sql`
    update chat set secret_hash = 'gone ' || conversation_id, rating_words = '', phase = 'ended', ended_at = coalesce(ended_at, ${now}),
      ended_by = coalesce(ended_by, 'us'), offered_to_id = null, offer_ends_at = null, given_by_id = null
    where secret_hash not like 'gone %' and conversation_id in (select id from conversation where correspondent = ${ERASED})`.execute(
    tx,
  );
}
