import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { Kind } from './format.ts';
import { versionCache } from './version-cache.ts';

/** Whatever knows its transaction, its organisation and its time. */
export type Reading = Pick<Context, 'tx' | 'organisation' | 'now' | 'replaying'>;

export type KindVersion = { key: string; version: number };
export type CurrentKind = KindVersion & { kind: Kind };

const cache = versionCache<Kind>();

/**
 * The definition a ticket pinned. It never changes, so a process reads it once. Throws NotFound `kind.unknown` where
 * there is none.
 */
export async function kindOf(reading: Reading, key: string, version: number): Promise<Kind> {
  const name = `${key} ${version}`;
  const known = cache.get(reading.organisation.id, name);
  if (known) return known;
  const row = await reading.tx
    .selectFrom('kind_version')
    .select(['definition', 'at'])
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) throw new NotFound('kind.unknown', { kind: key, version });
  return cache.keep(reading, name, row.at, row.definition as Kind);
}

/** The newest version of each kind, in the pack's order of keys at the desk: digits first, then the rest by name. */
export async function currentKinds(reading: Reading): Promise<CurrentKind[]> {
  const kinds: CurrentKind[] = [];
  for (const [key, version] of await newestVersions(reading))
    kinds.push({ key, version, kind: await kindOf(reading, key, version) });
  return kinds.sort((one, other) => place(one.kind) - place(other.kind));
}

/** What is opened now is opened on this version. Throws NotFound `kind.unknown`. */
export async function currentKind(reading: Reading, key: string): Promise<CurrentKind> {
  const version = (await newestVersions(reading)).get(key);
  if (version === undefined) throw new NotFound('kind.unknown', { kind: key });
  return { key, version, kind: await kindOf(reading, key, version) };
}

/** By key, in the order of keys. */
const newestVersions = houseFact(async ({ tx }: Pick<Reading, 'tx'>): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .selectFrom('kind_version')
    .select((e) => ['key', e.fn.max('version').as('version')])
    .groupBy('key')
    .orderBy('key')
    .execute();
  return new Map(rows.map(({ key, version }) => [key, version]));
});

/** 1 to 9, then 0 as on a keyboard, then what has no digit. */
function place(kind: Kind): number {
  if (kind.digit === undefined) return 11;
  return kind.digit === '0' ? 10 : Number(kind.digit);
}

/** The kinds that count as complaints, by key. */
export async function complaintKeys(reading: Reading): Promise<string[]> {
  return (await currentKinds(reading)).filter(({ kind }) => kind.type === 'complaint').map(({ key }) => key);
}

/** The kinds whose matters are about a customer and not for him, by key. */
export async function insideKeys(reading: Reading): Promise<string[]> {
  return (await currentKinds(reading)).filter(({ kind }) => kind.inside).map(({ key }) => key);
}
