import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Gone, Old } from '../../platform/held.ts';
import { goneOf } from '../../platform/held.ts';

type Key = { subject: string; person_id: Id<'person'>; at: Instant };

/** Begun and left lying; a person has two hundred at most, so there is no need of an index by age. */
export function oldDrafts({ before, most }: Old): RawBuilder<Key> {
  return sql`select subject, person_id, at from draft where at < ${before} order by at limit ${most}`;
}

export async function forgetOldDrafts({ tx }: Context, old: Old): Promise<Gone> {
  const { rows } = await sql<{ at: Instant }>`
    delete from draft d using (${oldDrafts(old)}) o
    where d.subject = o.subject and d.person_id = o.person_id returning d.at`.execute(tx);
  return goneOf(rows.map(({ at }) => at));
}
