import { oweApproval } from '../../budget/commands/owe-approval.ts';
import type { Id } from '../../kernel/id.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import type { MaterialRules } from '../rules.ts';

type Owed = {
  kind: string;
  subject: { type: SubjectType; id: string };
  of: { centre_id: Id<'centre'>; department_id: Id<'department'> };
  askedBy: Id<'person'>;
  beyond: boolean;
};

/** Owed by whoever heads the department; by the post above where it goes beyond, where he asks himself, or where nobody heads it. */
export async function oweDecision(
  context: Context,
  { approve, approvesBeyond }: MaterialRules,
  { askedBy, beyond, ...owed }: Owed,
): Promise<void> {
  const head = [...(await readStaff(context)).posts.values()].find(
    ({ role, departmentId }) => role === 'department_head' && departmentId === owed.of.department_id,
  );
  const [holder] = head ? await holdersOf(context, { postId: head.id }) : [];
  const above = beyond || holder === undefined || holder === askedBy;
  await oweApproval(context, { approve, approves: above ? approvesBeyond : head!.key }, owed);
}
