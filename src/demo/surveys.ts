import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, epochOf, HOUR, plus } from '../kernel/time.ts';
import { dateOf } from '../kernel/working-time/date.ts';
import { localDay, zoneClock } from '../kernel/working-time/zone.ts';
import { beginCurrentSurveys } from '../survey/commands/begin-surveys.ts';
import { collect } from '../survey/commands/collect.ts';
import { judgePlan } from '../survey/commands/confirm-plan.ts';
import { handOut } from '../survey/commands/hand-out.ts';
import { takeAnswers } from '../survey/commands/take-answers.ts';
import { writeSurveyPlan } from '../survey/commands/write-plan.ts';
import type { Answer } from '../survey/survey.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

const SHEETS = 30;

/** The quarter's appraisal under way: planned and confirmed, handed out, most of it back, half of that typed in. */
export function keepSurveys(stage: Stage, now: Instant): void {
  let id: Id<'survey_round'> | undefined;
  stage.plan(plus(now, -6 * DAY), async () => {
    await stage.as('supervisor', beginCurrentSurveys);
    id = await appraisal(stage);
  });
  stage.plan(plus(now, -6 * DAY + HOUR), async () => (id ? plan(stage, id) : undefined));
  stage.plan(plus(now, -5 * DAY), async () => (id ? begin(stage, id) : undefined));
  stage.plan(plus(now, -2 * DAY), async () => (id ? bringBack(stage, id) : undefined));
  stage.plan(plus(now, -20 * HOUR), async () => (id ? typeIn(stage, id) : undefined));
}

async function appraisal(stage: Stage): Promise<Id<'survey_round'> | undefined> {
  const rows = await stage.read((tx) =>
    tx.selectFrom('survey_round').select('id').where('questionnaire_key', '=', 'owner_appraisal').execute(),
  );
  return rows.at(-1)?.id;
}

function dayOf(moment: Instant): string {
  const year = Number(moment.slice(0, 4));
  return dateOf(localDay(zoneClock('Asia/Shanghai', year, year), epochOf(moment)));
}

async function plan(stage: Stage, id: Id<'survey_round'>): Promise<void> {
  const { people, clock } = stage;
  const input = {
    seen: 0,
    aim: '了解业主对各项服务的评价，找出薄弱环节',
    percent: 20,
    issueOn: dayOf(plus(clock.now(), DAY)),
    statisticianId: people.get('supervisor')!,
    distributorId: people.get('desk')!,
    collectorId: people.get('desk2')!,
  };
  await attempt(stage, 'supervisor', (context) => writeSurveyPlan(context, id, input));
}

async function begin(stage: Stage, id: Id<'survey_round'>): Promise<void> {
  await attempt(stage, 'manager', (context) => judgePlan(context, id, { confirmed: true, remark: '' }));
  const noLink = () => ({ address: '', hash: '' });
  await attempt(stage, 'desk', (context) => handOut(context, id, { way: 'paper' }, noLink));
}

const outOf = (stage: Stage, id: Id<'survey_round'>, state: 'handed_out' | 'collected') =>
  stage.read((tx) =>
    tx
      .selectFrom('survey_receiver')
      .select(['id', 'no'])
      .where('round_id', '=', id)
      .where('state', '=', state)
      .orderBy('no')
      .limit(SHEETS)
      .execute(),
  );

async function bringBack(stage: Stage, id: Id<'survey_round'>): Promise<void> {
  const out = await outOf(stage, id, 'handed_out');
  const receiverIds = out.filter(({ no }) => no % 5 !== 0).map((one) => one.id);
  if (receiverIds.length > 0) await attempt(stage, 'desk2', (context) => collect(context, id, { receiverIds }));
}

/** Most are content, repairs are the weak point. */
async function typeIn(stage: Stage, id: Id<'survey_round'>): Promise<void> {
  const sheets = await outOf(stage, id, 'collected');
  for (const { id: receiver, no } of sheets.slice(0, Math.ceil(sheets.length * 0.7)))
    await attempt(stage, 'supervisor', (context) =>
      takeAnswers(context, receiver, { way: 'paper', seen: 0, answers: answersOf(no) }),
    );
}

const WEAK = ['repair_time', 'repair_time', 'parking', 'repair_quality', 'nothing', 'repair_time', 'cleanliness'];
const SAID: Record<number, string> = { 2: '报修后希望先来电约时间', 6: '地下车库灯光偏暗', 9: '前台态度很好，辛苦了' };

function answersOf(no: number): Answer[] {
  const text = SAID[no];
  return [
    { question: 'overall', score: 3 + (no % 3) },
    { question: 'service', score: 4 + (no % 2) },
    { question: 'repairs', score: 1 + (no % 4) },
    { question: 'security', score: 3 + ((no + 1) % 3) },
    { question: 'cleaning', score: 2 + (no % 4) },
    { question: 'weak_point', choice: WEAK[no % WEAK.length]! },
    ...(text === undefined ? [] : [{ question: 'own_words', text }]),
  ];
}
