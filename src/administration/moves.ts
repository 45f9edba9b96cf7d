import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { moveOut } from './effect-shapes.ts';

/** How the newest versions of a kind were taken over by what was open, the latest first; 20 at most. */
export async function movesOf(context: Context, kind: string): Promise<z.input<typeof moveOut>[]> {
  const { rows } = await sql<z.input<typeof moveOut>>`
    select m.id, m.version, m.total, m.moved, p.name as by, m.begun_at as "begunAt", m.ended_at as "endedAt", s.name as "stoppedBy"
    from kind_move m left join person p on p.id = m.by_id left join person s on s.id = m.stopped_by_id
    where m.kind = ${kind} order by m.begun_at desc, m.id desc limit 20`.execute(context.tx);
  return rows;
}
