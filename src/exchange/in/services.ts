import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Words } from '../../kernel/words.ts';
import { untranslated } from '../../kernel/words.ts';
import { takeBackOffering } from '../../offering/commands/take-back-offering.ts';
import { addOffering, changeOffering } from '../../offering/commands/write-offering.ts';
import { addOfferingInput } from '../../offering/inputs.ts';
import type { Offering } from '../../offering/list.ts';
import { offeringsOf, textsOf } from '../../offering/list.ts';
import { OFFERING_TEXTS } from '../../offering/offering.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { languageOfActor } from '../../organisation/finder.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { departmentCalled } from './house-called.ts';
import type { ListIn, Moved, Taken, TakenBefore } from './list-in.ts';
import { BROUGHT_IN } from './list-in.ts';
import { SERVICE_FIELDS } from './service-fields.ts';

type Text = (typeof OFFERING_TEXTS)[number];
type Read = {
  name: string;
  texts: Partial<Record<Text, string>>;
  departmentId: Id<'department'> | null;
  published: boolean | null;
};
type Facts = ReturnType<typeof factsOf>;

/**
 * What the centre offers, and what is told of it, known by its name in any language. A file says it in one language: in a new one it
 * stands in all three; of one that is there it changes the sender's, and the others stay.
 */
export const servicesIn: ListIn = {
  key: 'services',
  name: words('Services and fees', '服务与收费', '服務與收費'),
  about: words(
    'A new service has the same text in all three languages until somebody translates it. Of one that is there only the text in your language changes.',
    '新增的服务项目，三种语言先使用同一文字，可随后翻译。已有的项目只修改您所用语言的文字。',
    '新增的服務項目，三種語言先使用同一文字，可隨後翻譯。已有的項目只修改您所用語言的文字。',
  ),
  subject: 'offering',
  fields: SERVICE_FIELDS,
  take: takeService,
  takeBack,
};

async function takeService(context: Context, cells: Cells): Promise<Taken> {
  const read = await readService(context, cells);
  cells.orRefuse();
  const all = await offeringsOf(context, await centreOf(context));
  const known = all.find(({ name }) => Object.values(name).some((one) => fold(one) === fold(read.name)));
  if (known) return complete(context, cells, known, read);
  const texts = Object.fromEntries(Object.entries(read.texts).map(([key, text]) => [key, untranslated(text)]));
  const { departmentId, published } = read;
  const input: z.input<typeof addOfferingInput> = {
    name: untranslated(read.name),
    ...texts,
    departmentId,
    published: published ?? false,
  };
  return { result: 'new', id: await addOffering(context, addOfferingInput.parse(input)) };
}

async function readService(context: Context, cells: Cells): Promise<Read> {
  const said = OFFERING_TEXTS.map((key) => [key, cells.text(key, 4_000)] as const);
  return {
    name: cells.needed('name', 100),
    texts: Object.fromEntries(said.filter(([, text]) => text !== null)),
    departmentId: await departmentCalled(context, cells, 'department'),
    published: cells.yes('published'),
  };
}

const factsOf = (one: Offering) => ({
  ...textsOf(one),
  published: one.published,
  kind: one.kind,
  departmentId: one.department_id,
  closed: one.closed_at !== null,
});

async function complete(context: Context, cells: Cells, known: Offering, read: Read): Promise<Taken> {
  const now = factsOf(known);
  const next: Facts = { ...now, closed: false };
  const former: Record<string, string> = now.closed ? { name: '' } : {};
  for (const [key, text] of Object.entries(read.texts) as [Text, string][]) {
    if (Object.values(now[key]).some((one) => one === text)) continue;
    next[key] = { ...now[key], [cells.language]: text } satisfies Words;
    former[key] = now[key][cells.language];
  }
  if (read.departmentId !== null && read.departmentId !== now.departmentId) {
    next.departmentId = read.departmentId;
    former['department'] = '';
  }
  if (read.published !== null && read.published !== now.published) {
    next.published = read.published;
    former['published'] = '';
  }
  if (Object.keys(former).length === 0) return { result: 'same', id: known.id };
  const versionBefore = await versionOf(context.tx, known.id);
  await changeOffering(context, known.id, { ...next, version: known.version, why: BROUGHT_IN[cells.language] });
  return { result: 'changed', id: known.id, versionBefore, former, before: now };
}

const BACK = words('The import was taken back', '撤销导入', '撤銷匯入');

async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<readonly Moved[]> {
  const offering = id as Id<'offering'>;
  if (result === 'new') {
    await takeBackOffering(context, offering);
    return [];
  }
  const { version } = await context.tx
    .selectFrom('offering')
    .select('version')
    .where('id', '=', offering)
    .executeTakeFirstOrThrow();
  await changeOffering(context, offering, { ...(before as Facts), version, why: BACK[await languageOfActor(context)] });
  return [];
}
