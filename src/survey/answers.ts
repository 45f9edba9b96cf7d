import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { roundSeen } from './facts.ts';
import type { AnswersQuery } from './inputs.ts';
import type { ReturnWay } from './survey.ts';
import { LOW } from './survey.ts';
import type { answersOut } from './view.ts';

type Row = {
  id: Id<'survey_answer'>;
  receiver_id: Id<'survey_receiver'>;
  no: number;
  customer_id: Id<'customer'>;
  name: string;
  code: string;
  question: string;
  score: number | null;
  choice: string | null;
  text: string | null;
  way: ReturnWay;
  at: Instant;
  by_id: Id<'person'> | null;
  version: number;
};

/** The answers behind a figure, the newest first: as they stand, a corrected one as it was corrected. */
export async function listAnswers(context: Context, query: AnswersQuery): Promise<z.input<typeof answersOut>> {
  const { questionnaire, id } = await roundSeen(context, query.survey);
  const wanted = [sql`x.round_id = ${id}`];
  if (query.question) wanted.push(sql`a.question = ${query.question}`);
  if (query.score) wanted.push(sql`a.score = ${query.score}`);
  if (query.low !== undefined) wanted.push(query.low ? sql`a.score <= ${LOW}` : sql`a.score > ${LOW}`);
  if (query.choice) wanted.push(sql`a.choice = ${query.choice}`);
  if (query.receiver) wanted.push(sql`x.id = ${query.receiver}`);
  if (query.type) wanted.push(query.type === 'vip' ? sql`c.vip` : sql`c.kind = ${query.type}`);
  if (query.department) {
    const judging = questionnaire.questions.filter(({ department }) => department === query.department);
    wanted.push(sql`a.question = any(${judging.map(({ key }) => key)})`);
  }
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(t.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select a.id, x.id as receiver_id, x.no, c.id as customer_id, c.name, p.code, a.question, a.score, a.choice, a.text,
      t.way, t.at, t.by_id, t.version
    from survey_answer a join survey_receiver x on x.id = a.receiver_id and x.answer_version = a.version
    join survey_return t on t.receiver_id = a.receiver_id and t.version = a.version
    join customer c on c.id = x.customer_id join place p on p.id = x.place_id
    where ${sql.join(wanted, sql` and `)} order by t.at desc, a.id desc limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  const asked = new Map(questionnaire.questions.map((one) => [one.key, one]));
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      receiverId: row.receiver_id,
      no: row.no,
      customer: { id: row.customer_id, name: row.name },
      place: row.code,
      question: row.question,
      asked: asked.get(row.question)!.text,
      score: row.score,
      choice: asked.get(row.question)!.choices?.find(({ key }) => key === row.choice)?.name ?? null,
      choiceKey: row.choice,
      text: row.text,
      way: row.way,
      at: row.at,
      by: named(names, row.by_id),
      version: row.version,
    }),
    (row) => cursorOf(row.at, row.id),
  );
}
