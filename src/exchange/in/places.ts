import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import { centreOf } from '../../organisation/queries.ts';
import { addPlace } from '../../place/commands/add-places.ts';
import { changePlace, closePlace, reopenPlace } from '../../place/commands/change-place.ts';
import type { Place } from '../../place/place.ts';
import { completeCode } from '../../place/place.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { PLACE_KINDS } from '../codes.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { placesIn } from './known.ts';
import type { FieldIn, ListIn, Moved, Taken, TakenBefore } from './list-in.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'code',
    name: words('Code', '编码', '編號'),
    also: ['unit', 'room', '房号', '房间号', '位置编码', '房屋编码', '编号'],
    required: true,
    examples: ['5', '5-1201'],
  },
  { key: 'name', name: words('Name', '名称', '名稱'), also: ['房屋名称', '位置名称'], examples: ['5栋', '5栋1201'] },
  {
    key: 'kind',
    name: words('Kind', '类型', '類型'),
    also: ['type', '位置类型', '房屋类型'],
    examples: ['楼栋', '房屋'],
  },
  {
    key: 'parent',
    name: words('Stands in', '上级位置', '所在位置'),
    also: ['parent', 'building', '上级', '所属楼栋', '楼栋', '楼栋编码'],
    examples: ['HY', '5'],
  },
  { key: 'floor', name: words('Floor', '楼层', '樓層'), also: ['层', '所在楼层'], examples: ['', '12'] },
  { key: 'safety', name: words('Safety facility', '安全设施', '安全設施'), also: ['safety'], examples: ['', '否'] },
];

type Read = {
  code: string;
  name: string | null;
  kind: Place['kind'];
  above: Place | null;
  floor: number | null;
  safety: boolean | null;
};
type Before = { name?: string; floor?: number | null; safety?: boolean; reopened: boolean };

/** Places, what something stands in before it. One is known by what it is and its code; a flat by building and room. */
export const placesInList: ListIn = {
  key: 'places',
  name: words('Places', '房产与场所', '場所'),
  subject: 'place',
  fields: FIELDS,
  take: takePlace,
  takeBack,
};

async function takePlace(context: Context, cells: Cells): Promise<Taken> {
  const read = await readPlace(context, cells);
  cells.orRefuse();
  const known = await knownAs(context, read);
  if (known === null) {
    const id = await addPlace(context, {
      kind: read.kind,
      code: read.code,
      safety: read.safety ?? false,
      ...(read.above ? { parentId: read.above.id } : {}),
      ...(read.name === null ? {} : { name: read.name }),
      ...(read.floor === null ? {} : { floor: read.floor }),
    });
    return { result: 'new', id };
  }
  return complete(context, known, read);
}

async function readPlace(context: Context, cells: Cells): Promise<Read> {
  const kind = cells.choice('kind', PLACE_KINDS) ?? 'unit';
  const code = cells.needed('code', 40);
  const [above = null] = await placesIn(context, cells, 'parent', 'place.edit');
  const inside = above ?? (kind === 'unit' ? await buildingOf(context, code) : null);
  if (inside === null && kind !== 'estate' && cells.wrong.length === 0)
    cells.refuse('parent', 'import.place_above_missing');
  return {
    kind,
    code,
    above: inside,
    name: cells.text('name', 100),
    floor: cells.whole('floor', -20, 300),
    safety: cells.yes('safety'),
  };
}

/** 5-1201 says itself in which building it is. */
async function buildingOf({ tx, actor }: Context, code: string): Promise<Place | null> {
  const dash = code.lastIndexOf('-');
  if (dash < 1) return null;
  const found = await tx
    .selectFrom('place')
    .selectAll()
    .where('kind', '=', 'building')
    .where('code', '=', code.slice(0, dash))
    .where('centre_id', '=', await centreOf({ tx, actor }))
    .executeTakeFirst();
  return found ?? null;
}

async function knownAs(context: Context, read: Read): Promise<Place | null> {
  const found = await context.tx
    .selectFrom('place')
    .selectAll()
    .where('centre_id', '=', read.above?.centre_id ?? (await centreOf(context)))
    .where('kind', '=', read.kind)
    .where('code', '=', completeCode(read.kind, read.code, read.above))
    .executeTakeFirst();
  return found ?? null;
}

async function complete(context: Context, place: Place, read: Read): Promise<Taken> {
  const versionBefore = await versionOf(context.tx, place.id);
  const reopened = place.closed_at !== null && (await wasAMistake(context, place.id));
  if (reopened) await reopenPlace(context, place.id, { version: undefined });
  const wanted = Object.fromEntries(
    (['name', 'floor', 'safety'] as const)
      .filter((key) => read[key] !== null && read[key] !== place[key])
      .map((key) => [key, read[key]]),
  );
  const keys = Object.keys(wanted) as ('name' | 'floor' | 'safety')[];
  if (keys.length > 0) await changePlace(context, place.id, { ...wanted, version: undefined });
  if (!reopened && keys.length === 0) return { result: 'same', id: place.id };
  const before: Before = { reopened, ...Object.fromEntries(keys.map((key) => [key, place[key]])) };
  const former = Object.fromEntries(keys.map((key) => [key, String(place[key] ?? '')]));
  return { result: 'changed', id: place.id, versionBefore, before, former };
}

/** What was closed as entered by mistake (an import that was taken back) may come again; what was pulled down may not. */
async function wasAMistake({ tx }: Context, id: Id<'place'>): Promise<boolean> {
  const last = await tx
    .selectFrom('event')
    .select('data')
    .where('subject_id', '=', id)
    .where('type', '=', 'place.closed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.data['reason'] === 'entered_by_mistake';
}

async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<readonly Moved[]> {
  const close = () => closePlace(context, id, { version: undefined, reason: 'entered_by_mistake' });
  if (result === 'new') {
    await refuseFollowed(context, id);
    await close();
    return [];
  }
  const { reopened, ...former } = before as Before;
  if (Object.keys(former).length > 0) await changePlace(context, id, { ...former, version: undefined });
  if (reopened) await close();
  return [];
}

async function refuseFollowed({ tx }: Context, id: string): Promise<void> {
  const { rows } = await sql<{ people: number; matters: number }>`
    select (select count(*)::int from customer_place where place_id = ${id}) as people,
      (select count(*)::int from ticket where place_id = ${id}) as matters`.execute(tx);
  const { people, matters } = rows[0]!;
  if (people > 0) throw new Refused('import.people_live_there', { n: people });
  if (matters > 0) throw new Refused('import.matters_followed', { n: matters });
}
