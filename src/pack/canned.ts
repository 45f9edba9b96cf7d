import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Kind } from './format.ts';
import { key, wordsShape } from './shapes.ts';

/** The ten that callers bring most often; two more for whoever has them. */
export const MOST_CANNED = 12;

/** What most callers want, filled in by one key: the desk may change all of it before saving. */
export const cannedShape = z
  .strictObject({
    key,
    name: wordsShape.describe('What stands on its key'),
    kind: key.describe('Key of the kind it opens'),
    title: wordsShape.describe('The matter in one line'),
    need: wordsShape.optional().describe('What the customer usually needs; left out: nothing is filled in'),
    fields: z
      .record(key, z.union([z.string().max(2000), z.number(), z.boolean()]))
      .describe("The kind's own fields that are the same each time"),
    department: key.optional().describe("Key of the department that is usually sent; left out: the kind's"),
    urgency: z.enum(['normal', 'urgent', 'emergency']).optional().describe("Left out: the kind's"),
  })
  .meta({ id: 'CannedRequest', description: 'A request that comes often, filled in by one key' });
export type Canned = z.infer<typeof cannedShape>;

type Known = { kinds: ReadonlyMap<string, Kind>; departments?: ReadonlySet<string> };

/** What is wrong with them: a kind, field, choice or department that is not there. */
export function whyNotCanned(canned: readonly Canned[], { kinds, departments }: Known): Refusal[] {
  return canned.flatMap((one) => {
    const kind = kinds.get(one.kind);
    const path = `canned.${one.key}`;
    if (!kind) return [refusal('pack.name_dangling', { path: `${path}.kind`, name: one.kind })];
    const gone = one.department !== undefined && departments?.has(one.department) === false;
    return [
      ...(gone ? [refusal('pack.name_dangling', { path: `${path}.department`, name: one.department! })] : []),
      ...Object.entries(one.fields).flatMap(([name, value]) =>
        fits(kind, name, value) ? [] : [refusal('pack.name_dangling', { path: `${path}.fields.${name}`, name })],
      ),
    ];
  });
}

function fits(kind: Kind, name: string, value: unknown): boolean {
  const field = kind.fields.find((one) => one.key === name);
  if (!field) return false;
  return field.type !== 'choice' || (field.choices ?? []).some((choice) => choice.key === value);
}
