import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../../kernel/time.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { reachOf } from '../../organisation/reach.ts';
import { PLACE_KINDS as KINDS } from '../../place/place.ts';
import type { Context } from '../../platform/context.ts';
import { cursorOf, page, readCursor } from '../../platform/http/cursor.ts';
import { id, pageQuery } from '../../platform/http/shapes.ts';
import { PLACE_KINDS } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

const placesQuery = z.strictObject({
  ...pageQuery,
  parent: id('place').optional().describe('It and all that lies in it; left out: everything'),
  kind: z.enum(KINDS).optional().describe('Only places of this kind'),
  closed: z.stringbool().default(false).describe('Also those that are closed'),
});

type Row = {
  id: string;
  kind: string;
  code: string;
  name: string;
  above: string | null;
  floor: number | null;
  safety: boolean;
  closed_at: Instant | null;
};

/** The whole tree as lines, in the order in which it was entered, what stands in something after it: by the primary key. */
async function allPlaces(context: Context, query: z.output<typeof placesQuery>) {
  const reach = reachOf(context.actor, 'place.see')!;
  const after = readCursor(query.after, 1);
  if (after && !z.uuid().safeParse(after[0]).success) throw new Invalid('cursor.unknown', { path: 'after' });
  const inside = sql`with recursive inside as (
    select id from place where id = ${query.parent ?? null} union all select b.id from place b join inside i on b.parent_id = i.id)`;
  const { rows } = await sql<Row>`
    ${query.parent ? inside : sql``}
    select p.id, p.kind, p.code, p.name, above.code as above, p.floor, p.safety, p.closed_at
    from place p left join place above on above.id = p.parent_id
    where ${reach.all ? sql`true` : sql`p.centre_id = any(${reach.centres}::uuid[])`}
      ${query.parent ? sql`and p.id in (select id from inside)` : sql``}
      ${query.kind ? sql`and p.kind = ${query.kind}` : sql``}
      ${query.closed ? sql`` : sql`and p.closed_at is null`}
      ${after ? sql`and p.id > ${after[0]}::uuid` : sql``}
    order by p.id limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.id),
  );
}

export const places = listOut({
  key: 'places',
  name: words('Places', '房产与场所', '場所'),
  admits: 'place.see',
  query: placesQuery,
  read: allPlaces,
  columns: [
    { key: 'code', name: words('Code', '编码', '編號'), value: (row) => row.code },
    { key: 'name', name: words('Name', '名称', '名稱'), width: 24, value: (row) => row.name },
    { key: 'kind', name: words('Kind', '类型', '類型'), value: (row, say) => say.code(PLACE_KINDS, row.kind) },
    { key: 'parent', name: words('Stands in', '上级位置', '所在位置'), value: (row) => row.above },
    { key: 'floor', name: words('Floor', '楼层', '樓層'), value: (row) => row.floor },
    { key: 'safety', name: words('Safety facility', '安全设施', '安全設施'), value: (row, say) => say.yes(row.safety) },
    {
      key: 'closedAt',
      name: words('Closed', '停用时间', '停用時間'),
      time: 'moment',
      value: (row, say) => say.at(row.closed_at),
    },
  ],
});
