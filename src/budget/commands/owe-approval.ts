import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context, SubjectType } from '../../platform/context.ts';
import type { Budget } from '../facts.ts';
import type { BudgetRules } from '../rules.ts';

type Approving = Pick<BudgetRules, 'approves' | 'approve'>;
type Owed = {
  kind: string;
  subject: { type: SubjectType; id: string };
  of: Pick<Budget, 'centre_id' | 'department_id'>;
};

/** Owed by the post that approves in this house. */
export async function oweApproval(context: Context, rules: Approving, owed: Owed): Promise<void> {
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === rules.approves);
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  await owe(context, rules, { ...owed, postId: post?.id, ownerId: holder ?? null });
}

/** Owed by whoever drew it up, or now heads the department: what was sent back is drawn up anew. */
export async function oweRevision(
  context: Context,
  rules: Pick<BudgetRules, 'approve'>,
  by: Id<'person'>,
  owed: Owed,
): Promise<void> {
  await owe(context, rules, { ...owed, postId: undefined, ownerId: by });
}

type By = { postId: Id<'post'> | undefined; ownerId: Id<'person'> | null };

async function owe(
  context: Context,
  { approve }: Pick<BudgetRules, 'approve'>,
  { kind, subject, of, ...by }: Owed & By,
): Promise<void> {
  const where = { centreId: of.centre_id, departmentId: of.department_id };
  await startCommitments(context, [
    {
      kind,
      subject,
      ticketId: null,
      ...by,
      ...where,
      calendarId: await calendarFor(context.tx, approve.calendar, where),
      limit: approve,
      startedAt: context.now,
    },
  ]);
}
