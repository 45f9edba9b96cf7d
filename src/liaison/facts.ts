import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import type { Names } from '../organisation/house.ts';
import { named } from '../organisation/house.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { BodyKind } from './kind.ts';
import type { LiaisonBodyTable, LiaisonMatterTable } from './table.ts';
import type { BodyView } from './view.ts';

export type BodyRow = Selectable<LiaisonBodyTable>;
export type MatterRow = Selectable<LiaisonMatterTable>;

export async function bodyKinds(context: Context): Promise<readonly BodyKind[]> {
  return (await settingsOf(context)).liaison ?? [];
}

/** What a kind is called; one that the house no longer has keeps its key. */
export function kindNamed(kinds: readonly BodyKind[], key: string): { key: string; name: Words } {
  return { key, name: kinds.find((one) => one.key === key)?.name ?? untranslated(key) };
}

export async function lockBody({ tx }: Context, id: Id<'liaison_body'>): Promise<BodyRow> {
  const row = await tx.selectFrom('liaison_body').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('liaison.body_unknown');
  return row;
}

/** A matter with the body it is with, both locked. */
export async function lockMatter(
  context: Context,
  id: Id<'liaison_matter'>,
): Promise<{ matter: MatterRow; body: BodyRow }> {
  const matter = await context.tx
    .selectFrom('liaison_matter')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!matter) throw new NotFound('liaison.matter_unknown');
  return { matter, body: await lockBody(context, matter.body_id) };
}

/** Every change of these, the first first. */
export async function formerOfAll(
  { tx }: Context,
  subjects: readonly string[],
  names: Names,
): Promise<BodyView['former']> {
  const rows = await tx
    .selectFrom('liaison_change')
    .selectAll()
    .where('subject_id', 'in', [...subjects])
    .orderBy('at')
    .orderBy('no')
    .execute();
  return rows.map(({ before, by_id, at }) => ({ before, by: named(names, by_id), at }));
}
