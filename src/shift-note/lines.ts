import { sql } from 'kysely';
import type { z } from 'zod';
import { commitmentNames } from '../commitment/names.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import type { NoteLine } from './shift-note.ts';
import type { openOut } from './view.ts';

type Out = z.input<typeof openOut>['lines'][number];
type Named = { id: string; number: number | null; title: Words | string };

/** Lines with the names of what they are about, as those read today. */
export async function linesOut(context: Context, lines: readonly NoteLine[]): Promise<Out[]> {
  const of = (type: NoteLine['type']) => lines.filter((line) => line.type === type).map((line) => line.id);
  const { rows } = await sql<Named>`
    select id, number, to_jsonb(title) as title from ticket where id = any(${of('ticket')}::uuid[])
    union all
    select n.id, n.number, d.name from rectification n join department d on d.id = n.department_id
      where n.id = any(${of('rectification')}::uuid[])
    union all
    select r.id, null, v.content->'name' from round r
      join round_plan_version v on v.plan_id = r.plan_id and v.version = r.version
      where r.id = any(${of('round')}::uuid[])`.execute(context.tx);
  const known = new Map(rows.map((row) => [row.id, row]));
  const nameOf = await commitmentNames(context);
  return lines.map(({ kind, ...line }) => {
    const { number = null, title = '' } = known.get(line.id) ?? {};
    const named = typeof title === 'string' ? untranslated(title) : title;
    return { ...line, number, title: named, owed: kind === null ? null : nameOf(kind) };
  });
}
