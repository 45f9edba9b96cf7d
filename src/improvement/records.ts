import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { Instant } from '../kernel/time.ts';
import type { SourceType } from './improvement.ts';

/** A record behind a number, as a line that leads to it. */
export type RecordLine = { type: SourceType; id: string; number: number | null; title: string; at: Instant };

/** The records of these ids, by id; what is no longer there is left out. One statement, each by its key. */
export async function recordsOf(
  context: Context,
  wanted: readonly { type: SourceType; id: string }[],
): Promise<Map<string, RecordLine>> {
  const of = (type: SourceType) => wanted.filter((one) => one.type === type).map((one) => one.id);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<RecordLine>`
    select 'ticket' as type, t.id, t.number, t.title, t.opened_at as at from ticket t where t.id = any(${of('ticket')}::uuid[])
    union all
    select 'return_visit', v.id, t.number, t.title, coalesce(v.ended_at, v.created_at)
    from return_visit v join ticket t on t.id = v.ticket_id where v.id = any(${of('return_visit')}::uuid[])
    union all
    select 'rectification', r.id, r.number, left(r.findings, 200), r.issued_at
    from rectification r where r.id = any(${of('rectification')}::uuid[])
    union all
    select 'spot_check', s.id, null, s.begins, s.from_at
    from spot_check s where s.id = any(${of('spot_check')}::uuid[])
    union all
    select 'survey_round', w.id, null, w.begins, w.from_at
    from survey_round w where w.id = any(${of('survey_round')}::uuid[])`.execute(context.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
