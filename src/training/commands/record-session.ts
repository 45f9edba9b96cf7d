import { sql } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { earlier, later, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { SessionRow } from '../facts.ts';
import { catalogueOf, lockSession, orNot } from '../facts.ts';
import type { RecordSession } from '../inputs.ts';
import type { Mark } from '../training.ts';
import { marked, OWED_AS, whyNotEvaluate, whyNotRecord, whyNotSheet } from '../training.ts';
import { changed, invitedTo } from './move-session.ts';

/**
 * It was held: from when to when, who came, was excused or missed it, for how long and with which result (TRNG-01, TRNG-07). In time
 * or late by when it began. Recorded again it is a correction with its reason; the former sheet is kept.
 */
export async function recordSession(context: Context, id: Id<'training_session'>, input: RecordSession): Promise<void> {
  const { tx, now } = context;
  const session = await lockSession(tx, id);
  orNot(whyNotRecord(session, context.actor, now));
  const { heldFrom: from, heldUntil: until } = input;
  if (until <= from) throw new Invalid('training.ends_early', { path: 'heldUntil' });
  if (until > now) throw new Invalid('happened.in_future', { path: 'heldUntil' });
  const course = (await catalogueOf(context)).courses.find(({ key }) => key === session.course) ?? null;
  const wrong = whyNotSheet(course, await invitedTo(context, id), input.sheet);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  if (session.state === 'held') await correct(context, session, input.why);
  const marks = input.sheet.map((one) => marked(course, one, { from, until }));
  await tx
    .updateTable('training_session')
    .set({
      state: 'held',
      held_from_at: from,
      held_until_at: until,
      recorded_by_id: actingPerson(context),
      recorded_at: now,
    })
    .where('id', '=', id)
    .execute();
  await writeSheet(context, id, marks);
  await settle(context, session, marks, input);
  await record(context, {
    subject: { type: 'training_session', id },
    type: session.state === 'held' ? 'training_session.corrected' : 'training_session.held',
    happenedAt: until,
    data: { heldFrom: from, heldUntil: until, sheet: marks.map(({ remark: _, ...facts }) => facts) },
  });
}

async function writeSheet({ tx }: Context, id: Id<'training_session'>, marks: readonly Mark[]): Promise<void> {
  await sql`
    update training_attendance a
    set attendance = m.attendance, minutes = m.minutes, score = m.score, passed = m.passed, remark = m.remark
    from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
      as m("personId" uuid, attendance text, minutes int, score int, passed boolean, remark text)
    where a.session_id = ${id} and a.person_id = m."personId"`.execute(tx);
}

/** The sheet as it stood. */
async function correct(context: Context, session: SessionRow, why: string | undefined): Promise<void> {
  if (why === undefined) throw new Invalid('training.why_missing', { path: 'why' });
  const rows = await context.tx
    .selectFrom('training_attendance')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('person_id')
    .execute();
  await changed(context, session, 'corrected', why, {
    heldFrom: session.held_from_at,
    heldUntil: session.held_until_at,
    sheet: rows.map((row) => ({
      personId: row.person_id,
      attendance: row.attendance!,
      minutes: row.minutes!,
      score: row.score,
      passed: row.passed,
    })),
  });
}

/** Whoever came kept his word, whoever missed it did not; whoever was excused owes nothing. */
async function settle(
  context: Context,
  session: SessionRow,
  marks: readonly Mark[],
  { heldFrom }: RecordSession,
): Promise<void> {
  const subjectId = session.id;
  await keepCommitments(context, { subjectId, kinds: [OWED_AS.session], happenedAt: heldFrom });
  for (const { personId: ownerId, attendance } of marks) {
    const which = { subjectId, kinds: [OWED_AS.attendance], ownerId };
    // held late by whoever planned it: he came when it was
    if (attendance === 'came')
      await keepCommitments(context, { ...which, happenedAt: earlier(heldFrom, session.until_at) });
    // never: late, though the sheet of one that ended early is written before its time is over
    else if (attendance === 'missed')
      await keepCommitments(context, { ...which, happenedAt: later(context.now, plus(session.until_at, 1)) });
    else await cancelCommitments(context, { ...which, reason: 'excused' });
  }
}

type Evaluation = { grade: number; evaluation: string };

/** What came of a session that was held, and what is done otherwise next time (TRNG-01). */
export async function evaluateSession(
  context: Context,
  id: Id<'training_session'>,
  { grade, evaluation }: Evaluation,
): Promise<void> {
  const session = await lockSession(context.tx, id);
  orNot(whyNotEvaluate(session, context.actor));
  await context.tx
    .updateTable('training_session')
    .set({ grade, evaluation, evaluated_by_id: actingPerson(context), evaluated_at: context.now })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'training_session', id },
    type: 'training_session.evaluated',
    data: { grade },
  });
}
