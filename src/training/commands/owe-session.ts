import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { SessionRow } from '../facts.ts';
import { owedAt } from '../facts.ts';
import type { TrainingRules } from '../rules.ts';
import { OWED_AS } from '../training.ts';

/** Whoever comes is reminded; whoever does not come has missed it, and his head need not be told by the clock. */
const COMES = [{ at: { share: 0.9 }, do: 'warn', to: 'owner' }] as const;

type Owing = Pick<SessionRow, 'id' | 'centre_id' | 'department_id' | 'planned_by_id' | 'until_at'>;

/** Whoever planned it owes that it is held, and is told upward where it was not (TRNG-02). */
export async function oweSession(context: Context, session: Owing, { ladder }: TrainingRules): Promise<void> {
  const owed = { kind: OWED_AS.session, ownerId: session.planned_by_id, ...about(session) };
  await startCommitments(context, [await owedAt(context, owed, session.until_at, ladder)]);
}

/** Each of them owes that he comes: it stands in his work and in his calendar. */
export async function oweAttendance(context: Context, session: Owing, people: readonly Id<'person'>[]): Promise<void> {
  const owed = [];
  for (const ownerId of people)
    owed.push(
      await owedAt(context, { kind: OWED_AS.attendance, ownerId, ...about(session) }, session.until_at, [...COMES]),
    );
  await startCommitments(context, owed);
}

function about({ id, centre_id, department_id }: Owing) {
  return {
    subject: { type: 'training_session' as const, id },
    centreId: centre_id,
    departmentId: department_id,
  };
}
