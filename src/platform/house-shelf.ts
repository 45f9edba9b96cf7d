/** Whatever is asked of the house again and again. Each change of these raises its version (migration 0011). */
export const HOUSE_TABLES = [
  'centre',
  'department',
  'post',
  'person',
  'person_post',
  'absence',
  'calendar',
  'calendar_version',
  'kind_version',
  'settings_version',
  'words_version',
  'webhook',
  'channel',
] as const;

/** What was read at one version of the house, by who read it. */
export type Shelf = Map<object, unknown>;

/** The shelves of one database: a schema's newest version is kept, and what is read at an older one is not. */
export function houseShelves(): { at(schema: string, version: number): Shelf } {
  const newest = new Map<string, { version: number; shelf: Shelf }>();
  return {
    at(schema, version) {
      const kept = newest.get(schema);
      if (kept?.version === version) return kept.shelf;
      const shelf: Shelf = new Map();
      if (!kept || kept.version < version) newest.set(schema, { version, shelf });
      return shelf;
    },
  };
}
