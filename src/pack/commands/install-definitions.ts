import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import type { Pack } from '../format.ts';
import type { Settings } from '../settings-shape.ts';
import { settingsShape } from '../settings-shape.ts';

/** A new organisation's kinds and settings, as its pack ships them: version 1 of each. The pack has been checked. */
export async function installDefinitions(context: Context, pack: Pack): Promise<void> {
  const first = { version: 1, by_id: null, why: null, at: context.now };
  const kinds = pack.kinds.map((kind) => ({ ...first, key: kind.key, definition: json(kind) }));
  await context.tx.insertInto('kind_version').values(kinds).execute();
  const names = Object.keys(settingsShape.shape) as (keyof Settings)[];
  const settings = Object.fromEntries(names.map((name) => [name, pack[name]]));
  await context.tx
    .insertInto('settings_version')
    .values({ ...first, content: json(settings) })
    .execute();
}
