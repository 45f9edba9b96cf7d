import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Round } from './facts.ts';
import { roundSeen } from './facts.ts';
import type { AnswersQuery } from './inputs.ts';
import type { Question } from './questionnaire.ts';
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
  const round = await roundSeen(context, query.survey);
  const { rows } = await sql<Row>`
    select a.id, x.id as receiver_id, x.no, c.id as customer_id, c.name, p.code, a.question, a.score, a.choice, a.text,
      t.way, t.at, t.by_id, t.version
    from survey_answer a join survey_receiver x on x.id = a.receiver_id and x.answer_version = a.version
    join survey_return t on t.receiver_id = a.receiver_id and t.version = a.version
    join customer c on c.id = x.customer_id join place p on p.id = x.place_id
    where ${sql.join(wantedOf(query, round), sql` and `)} order by t.at desc, a.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  const asked = new Map(round.questionnaire.questions.map((one) => [one.key, one]));
  return page(
    rows,
    query.limit,
    (row) => lineOf(row, asked.get(row.question)!, names),
    (row) => cursorOf(row.at, row.id),
  );
}

function wantedOf(query: AnswersQuery, { id, questionnaire }: Round): RawBuilder<unknown>[] {
  const { question, score, low, choice, receiver, type, department } = query;
  const wanted = [sql`x.round_id = ${id}`];
  if (question) wanted.push(sql`a.question = ${question}`);
  if (score) wanted.push(sql`a.score = ${score}`);
  if (low !== undefined) wanted.push(low ? sql`a.score <= ${LOW}` : sql`a.score > ${LOW}`);
  if (choice) wanted.push(sql`a.choice = ${choice}`);
  if (receiver) wanted.push(sql`x.id = ${receiver}`);
  if (type) wanted.push(type === 'vip' ? sql`c.vip` : sql`c.kind = ${type}`);
  if (department) {
    const judging = questionnaire.questions.filter((one) => one.department === department);
    wanted.push(sql`a.question = any(${judging.map(({ key }) => key)})`);
  }
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(t.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return wanted;
}

function lineOf(row: Row, { text: asked, choices }: Question, names: Names) {
  return {
    id: row.id,
    receiverId: row.receiver_id,
    no: row.no,
    customer: { id: row.customer_id, name: row.name },
    place: row.code,
    question: row.question,
    asked,
    score: row.score,
    choice: choices?.find(({ key }) => key === row.choice)?.name ?? null,
    choiceKey: row.choice,
    text: row.text,
    way: row.way,
    at: row.at,
    by: named(names, row.by_id),
    version: row.version,
  };
}
