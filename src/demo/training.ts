import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, instant, plus } from '../kernel/time.ts';
import { assess } from '../training/commands/assess.ts';
import { beginPath } from '../training/commands/begin-path.ts';
import { moveSession } from '../training/commands/move-session.ts';
import { planSession } from '../training/commands/plan-session.ts';
import { evaluateSession, recordSession } from '../training/commands/record-session.ts';
import { signStep } from '../training/commands/sign-step.ts';
import { assessInput, beginPathInput, planSessionInput, recordSessionInput } from '../training/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';
import type { Planned } from './training-plan.ts';
import { PLAN } from './training-plan.ts';

/** A month's training, a new assistant on her path with a coach, and what people master; what lies before the demo begins is left out. */
export function keepTraining(stage: Stage, now: Instant): void {
  const begins = stage.clock.now();
  for (const one of PLAN) {
    const planned = at(now, Math.min(one.day, 0) - 3, 9);
    if (planned > begins) keepSession(stage, now, planned, one);
  }
  const guided = at(now, -6, 10);
  if (guided > begins) stage.plan(guided, () => guide(stage));
  const judged = at(now, -2, 11);
  if (judged > begins) stage.plan(judged, () => judge(stage));
}

function keepSession(stage: Stage, now: Instant, planned: Instant, one: Planned): void {
  const from = at(now, one.day, one.hour);
  const id = newId<'training_session'>(planned);
  const input = { ...inputOf(stage, one, from), id };
  stage.plan(planned, async () => void (await stage.as(one.by, (context) => planSession(context, input))));
  const { scores } = one;
  if (scores) stage.plan(plus(from, 3 * HOUR), () => hold(stage, one, { id, from, scores }));
  if (one.day === 3) stage.plan(plus(now, -HOUR), () => putOff(stage, one, id, from));
}

function at(now: Instant, day: number, hour: number): Instant {
  return plus(instant(`${plus(now, day * DAY).slice(0, 10)}T00:00:00Z`), (hour - 8) * HOUR);
}

function inputOf(stage: Stage, one: Planned, from: Instant) {
  const { subject, form, course, place } = one;
  return planSessionInput.parse({
    departmentId: stage.departments.get(one.department),
    subject,
    form,
    course,
    place,
    trainerId: stage.people.get(one.trainer),
    fromAt: from,
    untilAt: plus(from, 2 * HOUR),
    people: one.people.map((who) => stage.people.get(who)),
  });
}

type Held = { id: Id<'training_session'>; from: Instant; scores: Record<string, number | null> };

async function hold(stage: Stage, one: Planned, { id, from, scores }: Held): Promise<void> {
  const sheet = Object.entries(scores).map(([who, score]) => ({
    personId: stage.people.get(who),
    attendance: score === null ? 'excused' : 'came',
    score,
    remark: score === null ? '夜班调休' : '',
  }));
  const held = { heldFrom: from, heldUntil: plus(from, 2 * HOUR), sheet };
  await attempt(stage, one.by, (context) => recordSession(context, id, recordSessionInput.parse(held)));
  const evaluation = '演练充分，个案讨论效果好；下次留更多时间答疑';
  await attempt(stage, one.by, (context) => evaluateSession(context, id, { grade: 4, evaluation }));
}

async function putOff(stage: Stage, one: Planned, id: Id<'training_session'>, from: Instant): Promise<void> {
  const fromAt = plus(from, 2 * DAY);
  const move = { fromAt, untilAt: plus(fromAt, 2 * HOUR), why: '导师当日值班，顺延两天' };
  await attempt(stage, one.by, (context) => moveSession(context, id, move));
}

async function guide(stage: Stage): Promise<void> {
  const who = { personId: stage.people.get('desk2'), coachId: stage.people.get('supervisor') };
  const input = beginPathInput.parse({ ...who, path: 'assistant' });
  const id = await stage.as('service', (context) => beginPath(context, input));
  for (const step of ['house', 'matters'])
    for (const side of ['supervisor', 'desk2'])
      await attempt(stage, side, (context) => signStep(context, id, { step }));
  await attempt(stage, 'supervisor', (context) => signStep(context, id, { step: 'visits' }));
}

async function judge(stage: Stage): Promise<void> {
  const seen: [who: string, skill: string, level: number, remark: string][] = [
    ['desk', 'communication', 3, '电话录音抽听三通'],
    ['desk2', 'communication', 2, '现场观察'],
    ['night', 'communication', 1, '夜班电话抽听：语速偏快，未复述'],
    ['desk', 'products', 2, '随堂提问'],
  ];
  for (const [who, skill, level, remark] of seen)
    await attempt(stage, 'supervisor', (context) => {
      const day = context.now.slice(0, 10);
      return assess(context, assessInput.parse({ personId: stage.people.get(who), skill, level, day, remark }));
    });
}
