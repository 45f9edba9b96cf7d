import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { decideMove } from '../personnel/commands/decide-move.ts';
import { proposeMove } from '../personnel/commands/propose-move.ts';
import { decideBreach, recordBreach, stateBreach } from '../personnel/commands/record-breach.ts';
import { recordFinding } from '../personnel/commands/record-finding.ts';
import { confirmAssessment, submitAssessment } from '../personnel/commands/submit-assessment.ts';
import { proposeMoveInput, recordBreachInput, recordFindingInput } from '../personnel/inputs.ts';
import type { AssessmentScheme } from '../personnel/plan.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/** Who sits in which post that assesses. */
const ASSESSORS: Record<string, string> = {
  customer_service_supervisor: 'supervisor',
  maintenance_supervisor: 'maintenance',
  security_captain: 'security',
  centre_manager: 'manager',
};

/**
 * Assessments as their periods end, what was found of whom, an appointment, and a proposal that waits for the company. Without chance of
 * its own, so that the rest of the history stays as it is.
 */
export function keepStaffFiles(stage: Stage, now: Instant): void {
  for (let morning = plus(stage.clock.now(), 4 * HOUR); morning < now; morning = plus(morning, DAY)) {
    stage.plan(morning, () => assessDue(stage));
    stage.plan(plus(morning, 4 * HOUR), () => confirmGiven(stage));
  }
  const lately = (ago: number, act: () => Promise<void>) => {
    const at = plus(now, -ago * DAY);
    if (at > stage.clock.now()) stage.plan(at, act);
  };
  lately(24, () => appoint(stage));
  lately(8, () => find(stage));
  lately(5, () => breach(stage));
  lately(1, () => propose(stage));
}

type Open = { id: Id<'staff_assessment'>; definition: AssessmentScheme; assessor: string; person_id: Id<'person'> };

/** What is owed is done within two days; marks differ by indicator, so that no two look alike. */
async function assessDue(stage: Stage): Promise<void> {
  const over = plus(stage.clock.now(), -1 * DAY);
  const due = await stage.read((tx) =>
    tx
      .selectFrom('staff_assessment as a')
      .innerJoin('post', 'post.id', 'a.assessor_post_id')
      .innerJoin('person', 'person.id', 'a.person_id')
      .select(['a.id', 'a.definition', 'post.key as assessor', 'a.person_id'])
      .where('a.until_at', '<=', over)
      .where('a.submitted_at', 'is', null)
      .where('a.dropped_at', 'is', null)
      .orderBy('a.until_at')
      .orderBy('person.username')
      .orderBy('a.post_id')
      .execute(),
  );
  for (const [at, one] of (due as Open[]).entries()) {
    const marks = one.definition.indicators.map(({ key }, no) => ({
      indicator: key,
      mark: 7 + ((at + no) % 4),
      remark: no === 1 ? '对业务流程掌握较好，个别环节还需熟练' : '',
    }));
    const remark = '工作认真，能按要求完成本职工作，请继续保持。';
    await attempt(stage, ASSESSORS[one.assessor]!, (context) => submitAssessment(context, one.id, { marks, remark }));
  }
}

async function confirmGiven(stage: Stage): Promise<void> {
  const given = await stage.read((tx) =>
    tx
      .selectFrom('staff_assessment')
      .select(['id', 'person_id'])
      .where('submitted_at', 'is not', null)
      .where('confirmed_at', 'is', null)
      .orderBy('submitted_at')
      .orderBy('id')
      .execute(),
  );
  for (const [username, id] of stage.people)
    for (const one of given.filter(({ person_id }) => person_id === id))
      await attempt(stage, username, (context) =>
        confirmAssessment(context, one.id, { comment: '已阅，会继续努力。' }),
      );
}

const dayOf = (stage: Stage): string => stage.clock.now().slice(0, 10);

async function find(stage: Stage): Promise<void> {
  const input = recordFindingInput.parse({
    day: dayOf(stage),
    source: 'supervision',
    bearing: 'merit',
    text: '高峰时段主动引导排队，耐心安抚情绪激动的住户。',
  });
  await attempt(stage, 'supervisor', (context) => recordFinding(context, stage.people.get('desk')!, input));
}

async function breach(stage: Stage): Promise<void> {
  const input = recordBreachInput.parse({
    day: dayOf(stage),
    rule: '员工守则第 12 条：不得无故迟到',
    facts: '早班迟到 25 分钟，前台由同事代岗。',
  });
  let id: Id<'staff_breach'> | undefined;
  await attempt(stage, 'supervisor', async (context) => {
    id = await recordBreach(context, stage.people.get('desk2')!, input);
  });
  const statement = '当天地铁临时停运，已第一时间告知同事，今后会提前出门。';
  await attempt(stage, 'desk2', (context) => stateBreach(context, id!, { statement }));
  const decided = { sanction: 'oral_warning', remark: '首次迟到，情况属实，予以提醒。' };
  await attempt(stage, 'manager', (context) => decideBreach(context, id!, decided));
}

/** Of somebody from this post to that, with what stands in his file. */
async function proposeFor(stage: Stage, who: string, over: object): Promise<Id<'staff_move'> | undefined> {
  let id: Id<'staff_move'> | undefined;
  await attempt(stage, 'manager', async (context) => {
    const personId = stage.people.get(who)!;
    const posts = await context.tx.selectFrom('post').select(['id', 'key']).execute();
    const of = (key: string | null) => posts.find((post) => post.key === key)?.id ?? null;
    const { from, to, ...rest } = over as { from: string | null; to: string };
    const grounds = await context.tx
      .selectFrom('staff_assessment')
      .select('id')
      .where('person_id', '=', personId)
      .where('submitted_at', 'is not', null)
      .execute();
    const input = {
      personId,
      fromPostId: of(from),
      toPostId: of(to),
      grounds: grounds.map((one) => ({ type: 'staff_assessment', id: one.id })),
      ...rest,
    };
    id = await proposeMove(context, proposeMoveInput.parse(input));
  });
  return id;
}

async function appoint(stage: Stage): Promise<void> {
  const id = await proposeFor(stage, 'electrician', {
    sort: 'appointment',
    from: null,
    to: 'technical_support_engineer',
    day: dayOf(stage),
    reason: '熟悉小区弱电与监控系统，兼任技术支持工程师。',
  });
  if (id === undefined) return;
  await attempt(stage, 'deputy', (context) => decideMove(context, id, { verdict: 'approved', remark: '同意' }));
}

async function propose(stage: Stage): Promise<void> {
  await proposeFor(stage, 'desk', {
    sort: 'promotion',
    from: 'front_desk_clerk',
    to: 'customer_service_specialist',
    day: plus(stage.clock.now(), 20 * DAY).slice(0, 10),
    reason: '业务熟练、住户评价好，建议晋升为客服专员。',
  });
}
