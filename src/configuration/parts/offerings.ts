import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { addOffering, changeOffering } from '../../offering/commands/write-offering.ts';
import { offeringFacts } from '../../offering/inputs.ts';
import type { Offering } from '../../offering/list.ts';
import { offeringsOf, textsOf } from '../../offering/list.ts';
import { centreOf } from '../../organisation/queries.ts';
import { whyNotAgainst } from '../../pack/check-names.ts';
import type { Context } from '../../platform/context.ts';
import { namesWith } from '../known.ts';
import { isSame, part } from '../part.ts';

const { departmentId: _, ...told } = offeringFacts;
const shape = z.record(
  z.string(),
  z.strictObject({
    ...told,
    department: z.string().nullable().default(null).describe('Key of the department that does it; null: nobody'),
    closed: z.boolean().default(false).describe('Not offered any more'),
  }),
);

async function known(context: Context): Promise<{ offerings: Offering[]; departments: Map<string, Id<'department'>> }> {
  const rows = await context.tx.selectFrom('department').select(['id', 'key']).execute();
  return {
    offerings: await offeringsOf(context, await centreOf(context)),
    departments: new Map(rows.map(({ key, id }) => [key, id])),
  };
}

async function read(context: Context): Promise<z.output<typeof shape>> {
  const { offerings: all, departments } = await known(context);
  const keyOf = new Map([...departments].map(([key, id]) => [id, key]));
  return shape.parse(
    Object.fromEntries(
      all.map((one) => [
        one.key,
        {
          ...textsOf(one),
          published: one.published,
          kind: one.kind,
          department: one.department_id === null ? null : keyOf.get(one.department_id)!,
          closed: one.closed_at !== null,
        },
      ]),
    ),
  );
}

/** Services and what is told of them, by key. */
export const offerings = part({
  key: 'offerings',
  shape,
  read,
  check: async (context, content, all) => {
    const [departments, kinds] = [await namesWith(context, 'department', all), await namesWith(context, 'kind', all)];
    return Object.entries(content).flatMap(([key, one]) => [
      ...whyNotAgainst(departments, one.department ?? undefined, `offerings.${key}.department`),
      ...whyNotAgainst(kinds, one.kind ?? undefined, `offerings.${key}.kind`),
    ]);
  },
  apply: async (context, content, why) => {
    const now = await read(context);
    const { offerings: all, departments } = await known(context);
    for (const [key, one] of Object.entries(content)) {
      if (isSame(now[key], one)) continue;
      const { department, closed, ...facts } = one;
      const wanted = { ...facts, departmentId: department === null ? null : departments.get(department)!, why };
      const there = all.find((offering) => offering.key === key);
      const id = there?.id ?? (await addOffering(context, { ...wanted, key }));
      if (there || closed) await changeOffering(context, id, { ...wanted, closed, version: there?.version ?? 1 });
    }
  },
  // services older than their stable names have names of their own
  isHere: (here, content) =>
    Object.values(here).some(
      ({ name }) => name['zh-hans'] === (content as z.output<typeof shape>[string]).name['zh-hans'],
    ),
  shipped: (pack) =>
    Object.fromEntries((pack.offerings ?? []).map(({ key, ...one }) => [key, shape.valueType.parse(one)])),
});
