import { departments, named, personNames, departmentNamed } from '../organisation/house.ts';
import { costKindNames, currencyOf } from '../budget/facts.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';

export type MaterialNamed = { material_id: Id<'material'>; name: string; unit: string };

export const materialIn = ({ material_id: id, name, unit }: MaterialNamed) => ({ id, name, unit });

/** What people, departments and budget lines are called today, and what amounts are in. */
export async function namesFor(context: Context) {
  const [people, known] = [await personNames(context), await departments(context)];
  const [kinds, currency] = [await costKindNames(context), await currencyOf(context)];
  return {
    person: (id: Id<'person'> | null) => named(people, id),
    department: (id: Id<'department'>) => departmentNamed(known, id)!,
    costKind: (key: string) => ({ key, name: kinds(key) }),
    currency,
  };
}
