import { sql } from 'kysely';
import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { wordsOut } from '../platform/http/shapes.ts';

const WHAT = [
  'kind',
  'stage',
  'field',
  'promise',
  'step',
  'post',
  'department',
  'round_plan',
  'spot_check_plan',
  'offering',
] as const;

export const namesOut = z.object({
  items: z
    .array(
      z.object({
        what: z.enum(WHAT).describe('What has this name'),
        key: z.string().describe('Its stable name; of a stage, field, promise or step within its kind'),
        id: z.string().nullable().describe('Its id where it has one: of a post; null: it goes by its key'),
        kind: z.string().nullable().describe('Key of the kind it belongs to; null: to none'),
        of: wordsOut.nullable().describe('What that kind is called; null: it belongs to none'),
        name: wordsOut.describe('What it is called now'),
      }),
    )
    .describe('Names that this house gave itself, each changed where the thing itself is changed'),
});
type Name = z.input<typeof namesOut>['items'][number];

type Row = { what: Name['what']; key: string; id: string | null; name: Words };

/** Every name that is no word of the screens but one of the house's own: kinds with their parts, posts, departments, plans, services. */
export async function listNames(context: Context): Promise<z.input<typeof namesOut>> {
  const kinds = (await currentKinds(context)).flatMap(({ key, kind }): Name[] => {
    const within = (what: Name['what'], things: readonly { key: string; name: Words }[]): Name[] =>
      things.map((one) => ({ what, key: one.key, id: null, kind: key, of: kind.name, name: one.name }));
    return [
      { what: 'kind', key, id: null, kind: key, of: null, name: kind.name },
      ...within('stage', kind.stages),
      ...within('field', kind.fields),
      ...within(
        'promise',
        kind.commitments.map((rule) => ({ key: rule.kind, name: rule.name })),
      ),
      ...within('step', kind.steps),
    ];
  });
  const { rows } = await sql<Row>`
    select 'post' as what, key, id::text, name from post where closed_at is null
    union all select 'department', key, id::text, name from department where closed_at is null
    union all select 'round_plan', p.key, p.id::text, v.content->'name' from round_plan p
      join round_plan_version v on v.plan_id = p.id and v.version = p.version where p.closed_at is null
    union all select 'spot_check_plan', key, null, definition->'name' from
      (select distinct on (key) key, definition from spot_check_plan order by key, version desc) s
    union all select 'offering', o.key, o.id::text, v.name from offering o
      join offering_version v on v.offering_id = o.id and v.version = o.version where o.closed_at is null
    order by 1, 2`.execute(context.tx);
  return { items: [...kinds, ...rows.map((row) => ({ ...row, kind: null, of: null }))] };
}
