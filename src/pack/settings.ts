import { NotFound } from '../kernel/refusal.ts';
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
  return { version, settings: await settingsOfVersion(reading, version) };
}

/** The settings as a version had them; they never change. Throws NotFound `settings.unknown`. */
export async function settingsOfVersion(reading: Reading, version: number): Promise<Settings> {
  const known = cache.get(reading.organisation.id, String(version));
  if (known) return known;
  const row = await reading.tx
    .selectFrom('settings_version')
    .select(['content', 'at'])
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new NotFound('settings.unknown', { version });
  return cache.keep(reading, String(version), row.at, row.content as Settings);
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
