import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import { untranslated } from '../../kernel/words.ts';
import { addDepartment } from '../../organisation/commands/add-department.ts';
import { changeDepartment } from '../../organisation/commands/change-department.ts';
import { takeBackDepartment } from '../../organisation/commands/take-back-department.ts';
import { centres } from '../../organisation/house.ts';
import { addDepartmentInput } from '../../organisation/inputs.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Words } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import type { FieldIn, ListIn, Moved, Taken, TakenBefore } from './list-in.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'name',
    name: words('Name', '名称', '名稱'),
    also: ['department', 'supplier', 'firm', '部门', '部门名称', '供应商', '供应商名称', '单位名称', '公司名称'],
    required: true,
    examples: ['绿化养护公司', '电梯维保公司'],
  },
  {
    key: 'outsideFirm',
    name: words('Outside firm', '外单位', '外單位'),
    also: ['supplier?', '是否外包', '外包单位', '外部单位', '外协'],
    examples: ['是', '是'],
  },
  {
    key: 'phone',
    name: words('Phone', '电话', '電話'),
    also: ['telephone', '联系电话', '服务电话', '值班电话'],
    examples: ['0755-88003344', ''],
  },
  {
    key: 'key',
    name: words('Code', '编码', '編號'),
    also: ['key', '部门编码', '供应商编码'],
    examples: ['gardening', ''],
  },
];

type Department = { id: Id<'department'>; key: string; name: Words; phone: string | null; outside_firm: boolean };
type Read = { name: string; key: string | null; phone: string | null; outsideFirm: boolean | null };
type Before = Partial<{ phone: string | null; outsideFirm: boolean }>;

/** Departments and the firms that are sent. One is known by its code or any of its names; what the file does not say stays. */
export const departmentsIn: ListIn = {
  key: 'departments',
  name: words('Departments and outside firms', '部门与外单位', '部門與外單位'),
  subject: 'department',
  fields: FIELDS,
  take: takeDepartment,
  takeBack,
};

async function takeDepartment(context: Context, cells: Cells): Promise<Taken> {
  const read = readDepartment(cells);
  const known = await knownAs(context, cells, read);
  cells.orRefuse();
  if (known) return complete(context, known, read);
  const centreId = await centreOf(context);
  const id = newId<'department'>(context.now);
  await addDepartment(context, {
    id,
    key: read.key ?? `unit_${id.slice(-12)}`,
    centreId,
    name: untranslated(read.name),
    calendarId: (await centres(context)).get(centreId)!.reception_calendar_id,
    outsideFirm: read.outsideFirm ?? false,
    phone: read.phone,
  });
  return { result: 'new', id };
}

const { phone: TELEPHONE, key: KEY } = addDepartmentInput.shape;

function readDepartment(cells: Cells): Read {
  const [phone = null] = cells.phones('phone');
  if (phone !== null && !TELEPHONE.safeParse(phone).success)
    cells.refuse('phone', 'import.phone_unreadable', { text: phone });
  const key = cells.text('key', 40)?.toLowerCase() ?? null;
  if (key !== null && !KEY.safeParse(key).success) cells.refuse('key', 'import.code_unfit', { text: key });
  return { name: cells.needed('name', 100), key, phone, outsideFirm: cells.yes('outsideFirm') };
}

async function knownAs(context: Context, cells: Cells, { key, name }: Read): Promise<Department | null> {
  const all = await context.tx
    .selectFrom('department')
    .select(['id', 'key', 'name', 'phone', 'outside_firm', 'closed_at'])
    .where('centre_id', '=', await centreOf(context))
    .execute();
  const named = (one: Words) => Object.values(one).some((called) => fold(called) === fold(name));
  const found = all.find((one) => one.key === key) ?? all.find((one) => named(one.name as Words));
  if (found?.closed_at) cells.refuse('name', 'import.given_up', { name });
  return found ? { ...found, name: found.name as Words } : null;
}

async function complete(context: Context, known: Department, read: Read): Promise<Taken> {
  const { id, phone, outside_firm: outsideFirm } = known;
  const wanted: Before = {
    ...(read.phone === null || read.phone === phone ? {} : { phone: read.phone }),
    ...(read.outsideFirm === null || read.outsideFirm === outsideFirm ? {} : { outsideFirm: read.outsideFirm }),
  };
  const keys = Object.keys(wanted) as (keyof Before)[];
  if (keys.length === 0) return { result: 'same', id };
  const versionBefore = await versionOf(context.tx, id);
  await changeDepartment(context, id, { ...wanted, seen: versionBefore });
  const before: Before = Object.fromEntries(keys.map((key) => [key, key === 'phone' ? phone : outsideFirm]));
  const former = {
    ...('phone' in wanted ? { phone: phone ?? '' } : {}),
    ...('outsideFirm' in wanted ? { outsideFirm: outsideFirm ? '√' : '' } : {}),
  };
  return { result: 'changed', id, versionBefore, before, former };
}

async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<readonly Moved[]> {
  const department = id as Id<'department'>;
  if (result === 'new') await takeBackDepartment(context, department);
  else await changeDepartment(context, department, { ...(before as Before), seen: await versionOf(context.tx, id) });
  return [];
}
