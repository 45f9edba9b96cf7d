import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import type { Tx } from '../platform/tx.ts';
import type { Department } from './house.ts';
import { departments } from './house.ts';

/** Everybody named works here. `path` names the field that is to blame. */
export async function orNotHere(tx: Tx, people: readonly Id<'person'>[], path: string): Promise<void> {
  const wanted = [...new Set(people)];
  if (wanted.length === 0) return;
  const here = await tx
    .selectFrom('person')
    .select('id')
    .where('id', 'in', wanted)
    .where('left_at', 'is', null)
    .execute();
  if (here.length < wanted.length) throw new Invalid('person.not_here', { path });
}

/** A department of this centre that is not given up; any other is not there for what begins now. */
export async function departmentHere(tx: Tx, id: Id<'department'>, centreId: Id<'centre'>): Promise<Department> {
  const found = (await departments({ tx })).get(id);
  if (!found || found.closed_at !== null || found.centre_id !== centreId) throw new NotFound('department.unknown');
  return found;
}
