import type { Id } from '../../kernel/id.ts';
import { fold } from '../../kernel/text/fold.ts';
import type { Words } from '../../kernel/words.ts';
import { departments } from '../../organisation/house.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { houseFact } from '../../platform/house-facts.ts';
import type { Cells } from './cells.ts';
import { HISTORY } from './history-kind.ts';

/** What a cell calls something of the house: by its key, or its name in any language. What is not there is said at the cell. */

type Called = { id: string; names: readonly string[] };

export function oneCalled<One extends Called>(
  cells: Cells,
  field: string,
  said: string,
  among: readonly One[],
  unknown: string,
): One | null {
  const asked = fold(said);
  const found = among.filter(({ names }) => names.some((name) => fold(name) === asked));
  if (found.length === 1) return found[0]!;
  const code = found.length === 0 ? unknown : 'import.several_fit';
  return cells.refuse(field, code, { name: said.slice(0, 40), n: found.length });
}

export async function departmentCalled(
  context: Context,
  cells: Cells,
  field: string,
): Promise<Id<'department'> | null> {
  const said = cells.text(field);
  if (said === null) return null;
  const open = [...(await departments(context)).values()].filter((one) => one.closed_at === null);
  const among = open.map(({ id, key, name }) => ({ id, names: [key, ...Object.values(name)] }));
  return oneCalled(cells, field, said, among, 'import.department_unknown')?.id ?? null;
}

const peopleHere = houseFact(({ tx }: Pick<Context, 'tx'>) =>
  tx.selectFrom('person').select(['id', 'name', 'username']).where('left_at', 'is', null).execute(),
);

/** Whoever works here, by user name or name. */
export async function peopleCalled(context: Context, cells: Cells, field: string): Promise<Id<'person'>[]> {
  const wanted = cells.list(field);
  if (wanted.length === 0) return [];
  const here = await peopleHere(context);
  const among = here.map(({ id, name, username }) => ({ id, names: [name, username] }));
  return wanted.flatMap((said) => oneCalled(cells, field, said, among, 'import.person_unknown')?.id ?? []);
}

/** The one person a cell names. */
export async function personCalled(context: Context, cells: Cells, field: string): Promise<Id<'person'> | null> {
  const [first = null, second] = await peopleCalled(context, cells, field);
  return second === undefined ? first : cells.refuse(field, 'import.one_only');
}

export async function postsCalled({ tx }: Context, cells: Cells, field: string): Promise<Id<'post'>[]> {
  const wanted = cells.list(field);
  if (wanted.length === 0) return [];
  const open = await tx.selectFrom('post').select(['id', 'key', 'name']).where('closed_at', 'is', null).execute();
  const among = open.map(({ id, key, name }) => ({ id, names: [key, ...Object.values(name as Words)] }));
  return wanted.flatMap((said) => oneCalled(cells, field, said, among, 'import.post_unknown')?.id ?? []);
}

/** A kind that can be opened now. */
export async function kindCalled(context: Context, cells: Cells, field: string): Promise<Kind | null> {
  const said = cells.text(field);
  if (said === null) return cells.refuse(field, 'import.kind_needed');
  const kinds = (await currentKinds(context))
    .map(({ kind }) => kind)
    .filter((kind) => !kind.retired && kind.key !== HISTORY);
  const among = kinds.map((kind) => ({ id: kind.key, names: [kind.key, ...Object.values(kind.name)], kind }));
  return oneCalled(cells, field, said, among, 'import.kind_unknown')?.kind ?? null;
}
