import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Actor, Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Notice } from './rectification.ts';

/** A notice and the centre its department belongs to. */
export type Placed = { notice: Notice; centreId: Id<'centre'> };

/** The notice, locked for a change. */
export async function lockNotice(context: Context, id: string): Promise<Placed> {
  const notice = await context.tx
    .selectFrom('rectification')
    .selectAll()
    .where('id', '=', id as Notice['id'])
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!notice) throw new NotFound('notice.unknown');
  return { notice, centreId: await centreOfDepartment(context.tx, notice.department_id) };
}

export async function centreOfDepartment(tx: Tx, departmentId: Id<'department'>): Promise<Id<'centre'>> {
  const department = await tx
    .selectFrom('department')
    .select('centre_id')
    .where('id', '=', departmentId)
    .executeTakeFirst();
  if (!department) throw new NotFound('department.unknown');
  return department.centre_id;
}

/** Whom a notice concerns: whoever it is addressed to, whoever issued it, and the department. */
export function thingOfNotice({ notice, centreId }: Placed): Required<Thing> {
  return { people: [notice.addressee_id, notice.issued_by_id], departments: [notice.department_id], centreId };
}

type Way = 'rectification.answer' | 'rectification.verify' | 'rectification.issue';

/**
 * Why somebody may not answer, verify or withdraw a notice (`issue`). One's own to answer is what is addressed to oneself; to
 * verify and to withdraw, what one issued: who sent it never answers in the department's place.
 */
export function whyNotOnNotice(actor: Actor, way: Way, { notice, centreId }: Placed): Refusal | null {
  const people = way === 'rectification.answer' ? [notice.addressee_id] : [notice.issued_by_id];
  const departments = way === 'rectification.answer' ? [notice.department_id] : [];
  return can(actor, way, { people, departments, centreId });
}
