import { sql } from 'kysely';
import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import { cannedShape, MOST_CANNED, whyNotCanned } from '../../pack/canned.ts';
import { changeCanned } from '../../pack/commands/change-canned.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { namesWith } from '../known.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), cannedShape);

/** Every one that ever stood on a key of the front desk: what was taken off there is not new. */
async function everThere({ tx }: Context): Promise<z.output<typeof shape>> {
  const { rows } = await sql<{ one: z.output<typeof cannedShape> }>`
    select distinct on (one->>'key') one
    from settings_version v, jsonb_array_elements(coalesce(v.content->'canned', '[]')) as one
    order by one->>'key', v.version desc`.execute(tx);
  return Object.fromEntries(rows.map(({ one }) => [one.key, one]));
}

/** Requests on the keys of the front desk, one by one. In a file they stand in the settings. */
export const canned = part({
  key: 'canned',
  shape,
  read: everThere,
  check: async (context, content) => {
    const { settings } = await settingsVersionOf(context);
    const kinds = new Map((await currentKinds(context)).map(({ key, kind }) => [key, kind]));
    const full = (settings.canned ?? []).length + Object.keys(content).length > MOST_CANNED;
    return [
      ...(full ? [refusal('canned.full', { path: 'canned', most: MOST_CANNED })] : []),
      ...whyNotCanned(Object.values(content), { kinds, departments: await namesWith(context, 'department', {}) }),
    ];
  },
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    await changeCanned(context, {
      canned: [...(settings.canned ?? []), ...Object.values(content)],
      seen: version,
      why,
    });
  },
  shipped: (pack) => Object.fromEntries((pack.canned ?? []).map((one) => [one.key, one])),
});
