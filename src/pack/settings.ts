import { houseFact } from '../platform/house-facts.ts';
import type { Reading } from './kinds.ts';
import type { Settings } from './settings-shape.ts';
import { versionCache } from './version-cache.ts';

const cache = versionCache<Settings>();

export type SettingsVersion = { version: number; settings: Settings };

/** What holds now for everything that belongs to no kind: limits of the house, severities, pauses, quiet hours. */
export async function settingsVersionOf(reading: Reading): Promise<SettingsVersion> {
  const version = await newestVersion(reading);
  if (version === null) throw new Error('an organisation without settings: it was not created by its command');
  const known = cache.get(reading.organisation.id, String(version));
  if (known) return { version, settings: known };
  const row = await reading.tx
    .selectFrom('settings_version')
    .select(['content', 'at'])
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return { version, settings: cache.keep(reading, String(version), row.at, row.content as Settings) };
}

const newestVersion = houseFact(async ({ tx }: Pick<Reading, 'tx'>): Promise<number | null> => {
  const newest = await tx
    .selectFrom('settings_version')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst();
  return newest?.version ?? null;
});

export async function settingsOf(reading: Reading): Promise<Settings> {
  return (await settingsVersionOf(reading)).settings;
}
