import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { addOffering } from '../offering/commands/write-offering.ts';
import type { OFFERING_TEXTS } from '../offering/offering.ts';
import { packs } from '../pack/registry.ts';
import type { Context, Reaction } from '../platform/context.ts';

/** A new centre begins with the services that its pack ships; those that are there already stay as they are. */
export const offerServices: Reaction = (context) => offerServicesOf(context, context.organisation.pack);

export async function offerServicesOf(context: Context, packKey: string): Promise<void> {
  const offered = (await packs()).get(packKey)?.offerings ?? [];
  if (offered.length === 0) return;
  const rows = await context.tx.selectFrom('department').select(['id', 'key']).execute();
  const departments = new Map<string, Id<'department'>>(rows.map((row) => [row.key, row.id]));
  const there = await context.tx.selectFrom('offering').select('key').execute();
  const fresh = offered.filter(({ key }) => !there.some((one) => one.key === key));
  for (const { key, department, kind = null, name, published, amount = null, ...told } of fresh) {
    const departmentId = departments.get(department) ?? null;
    await addOffering(context, { key, name, published, kind, departmentId, amount, ...allTold(told) });
  }
}

const NOTHING = { en: '', 'zh-hans': '', 'zh-hant': '' };

/** Every text, where a pack says nothing the empty one. */
function allTold(told: Partial<Record<(typeof OFFERING_TEXTS)[number], Words | undefined>>) {
  const one = (text: (typeof OFFERING_TEXTS)[number]): Words => told[text] ?? NOTHING;
  return {
    features: one('features'),
    price: one('price'),
    discount: one('discount'),
    steps: one('steps'),
    method: one('method'),
    usualTime: one('usualTime'),
    unit: one('unit'),
    hours: one('hours'),
  };
}
