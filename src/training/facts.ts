import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Ladder } from '../commitment/rule.ts';
import type { NewCommitment } from '../commitment/commands/start-commitments.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, NotFound, orRefuse } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { orForbid } from '../organisation/can.ts';
import { firstCentre } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { TrainingRules } from './rules.ts';
import { NO_RULES } from './rules.ts';
import type { TrainingPathTable, TrainingSessionTable } from './table.ts';
import type { Signature } from './training.ts';

export type SessionRow = Selectable<TrainingSessionTable>;
export type PathRow = Selectable<TrainingPathTable>;

/** The training rules of the house; a house older than them has none. */
export async function rulesOf(context: Context): Promise<TrainingRules | null> {
  return (await settingsOf(context)).training ?? null;
}

export async function catalogueOf(context: Context): Promise<typeof NO_RULES> {
  return (await rulesOf(context)) ?? NO_RULES;
}

/** The rules, where something is begun by them. */
export async function rulesInForce(context: Context): Promise<TrainingRules> {
  const rules = await rulesOf(context);
  if (!rules) throw new Invalid('training.no_rules');
  return rules;
}

/** One of the rules by its key; `path` names the field that is to blame. */
export function ruleNamed<Rule extends { key: string }>(rules: readonly Rule[], key: string, path: string): Rule {
  const found = rules.find((one) => one.key === key);
  if (!found) throw new Invalid(`training.${path}_unknown`, { path });
  return found;
}

/** Why not: a right that is missing forbids, how things stand refuses. */
export function orNot(answer: Refusal | null): void {
  if (answer?.code.startsWith('right.')) orForbid(answer);
  orRefuse(answer);
}

export async function lockSession(tx: Tx, id: Id<'training_session'>): Promise<SessionRow> {
  const row = await tx
    .selectFrom('training_session')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('training.session_unknown');
  return row;
}

export async function lockPath(tx: Tx, id: Id<'training_path'>): Promise<PathRow> {
  const row = await tx.selectFrom('training_path').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('training.path_unknown');
  return row;
}

export async function signaturesOf(tx: Tx, ids: readonly Id<'training_path'>[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom('training_signature').selectAll().where('path_id', 'in', ids).execute();
}

export function sidesOf(rows: readonly { step: string; side: Signature['side'] }[]): Signature[] {
  return rows.map(({ step, side }) => ({ step, side }));
}

/** Sessions (`s`) that one's right reaches, those one trains, and those one is invited to. */
export function sessionsInSight(context: Context): RawBuilder<unknown> {
  const me = context.actor.personId;
  const own = sql`(s.trainer_id = ${me} or exists (select from training_attendance a
    where a.session_id = s.id and a.person_id = ${me}))`;
  return rowsInReach(context, 'training.see', { rows: 's', own });
}

/** Where somebody works: centre and department of the first post he holds. */
export async function worksAt(
  context: Context,
  personId: Id<'person'>,
): Promise<{ centre_id: Id<'centre'>; department_id: Id<'department'> | null }> {
  const { posts, given } = await readStaff(context);
  const [post] = given
    .filter((one) => one.personId === personId && one.rank === null)
    .flatMap(({ postId }) => posts.get(postId) ?? []);
  if (!post) return { centre_id: (await firstCentre(context)).id, department_id: null };
  return { centre_id: post.centreId, department_id: post.departmentId };
}

type Owed = Pick<NewCommitment, 'kind' | 'subject' | 'ownerId' | 'centreId'> & {
  departmentId: Id<'department'> | null;
};

/** Owed at a named moment, on the ladder of the rules, or on none. */
export async function owedAt(context: Context, owed: Owed, dueAt: Instant, ladder: Ladder): Promise<NewCommitment> {
  return {
    ...owed,
    ticketId: null,
    calendarId: await calendarFor(context.tx, 'reception', owed),
    limit: { dueAt, ladder },
    startedAt: context.now,
  };
}
