import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import type { Canned } from '../../pack/canned.ts';
import { cannedShape, MOST_CANNED, whyNotCanned } from '../../pack/canned.ts';
import { changeCanned } from '../../pack/commands/change-canned.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { namesWith } from '../known.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), cannedShape);

/** Requests on the keys of the front desk, one by one. In a file they stand in the settings. */
export const canned = part({
  key: 'canned',
  shape,
  read: (context) => everInSettings<Canned>(context, 'canned'),
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
