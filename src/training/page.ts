import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { catalogueOf, sessionsInSight } from './facts.ts';
import type { Row } from './sessions.ts';
import { lines, rowsWhere } from './sessions.ts';
import type { Former } from './training.ts';
import { whyNotEvaluate, whyNotOver, whyNotRecord, whyNotReplan } from './training.ts';
import type { sessionOut } from './view.ts';

type Page = z.input<typeof sessionOut>;

/** One session: the plan, who was there with which result, what came of it, and every change with what stood before. */
export async function readSession(context: Context, id: Id<'training_session'>): Promise<Page> {
  const { tx } = context;
  const { rows } = await rowsWhere([sessionsInSight(context), sql`s.id = ${id}`], 1).execute(tx);
  const [row] = rows;
  if (!row) throw new NotFound('training.session_unknown');
  const names = await personNames(context);
  const course = (await catalogueOf(context)).courses.find(({ key }) => key === row.course);
  return {
    ...(await lines(context))(row),
    plannedAt: row.planned_at,
    passes: course?.passes ?? null,
    recordedBy: named(names, row.recorded_by_id),
    recordedAt: row.recorded_at,
    evaluation: row.evaluation,
    evaluatedBy: named(names, row.evaluated_by_id),
    evaluatedAt: row.evaluated_at,
    sheet: await sheetOf(context, row, names),
    changes: await changesOf(context, row, names),
    can: canOf(context, row),
  };
}

function canOf({ actor, now }: Context, row: Row): Page['can'] {
  const replan = whyNotReplan(row, actor);
  return {
    invite: replan,
    move: replan,
    cancel: replan,
    record: whyNotRecord(row, actor, now),
    evaluate: whyNotEvaluate(row, actor),
  };
}

/** Everybody invited; whoever does not keep the plan sees of the results his own. */
async function sheetOf(context: Context, row: Row, names: Names): Promise<Page['sheet']> {
  const rows = await context.tx
    .selectFrom('training_attendance')
    .selectAll()
    .where('session_id', '=', row.id)
    .execute();
  return rows
    .map(({ person_id, attendance, minutes, score, passed, remark }) => ({
      person: named(names, person_id),
      attendance,
      ...(seesOf(context, row, person_id)
        ? { minutes, score, passed, remark }
        : { minutes: null, score: null, passed: null, remark: '' }),
    }))
    .toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'zh'));
}

function seesOf({ actor }: Context, row: Row, personId: string): boolean {
  return (
    personId === actor.personId || row.trainer_id === actor.personId || whyNotOver(actor, 'training.see', row) === null
  );
}

async function changesOf(context: Context, row: Row, names: Names): Promise<Page['changes']> {
  const rows = await context.tx
    .selectFrom('training_change')
    .selectAll()
    .where('session_id', '=', row.id)
    .orderBy('no', 'desc')
    .execute();
  return rows.map(({ sort, why, former, by_id, at }) => {
    const before: Former = former;
    const sheet = before.sheet?.filter(({ personId }) => seesOf(context, row, personId));
    return {
      sort,
      why,
      by: named(names, by_id),
      at,
      fromAt: before.fromAt ?? before.heldFrom ?? null,
      untilAt: before.untilAt ?? before.heldUntil ?? null,
      sheet: sheet?.map(({ personId, ...facts }) => ({ person: named(names, personId), ...facts })) ?? null,
    };
  });
}
