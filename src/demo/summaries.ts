import { DAY, HOUR } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { submitSummary } from '../summary/commands/submit-summary.ts';
import { receiveSummary } from '../summary/commands/receive-summary.ts';
import type { SubmitSummary } from '../summary/inputs.ts';
import type { Period } from '../summary/summary.ts';
import { attempt } from './case.ts';
import { planRoutine } from './routine.ts';
import type { Stage } from './stage.ts';

const WORDS = [
  '本周投诉以噪音和维修时效为主，均已答复；重复投诉的两户由主管上门沟通。',
  '投诉较上周略有变化，主要集中在公共设施与停车；已与工程部、秩序部逐项核对原因。',
  '本周各项投诉均在时限内受理，未按时办结的已下发整改通知并跟进。',
];
const WORDS_OF_MONTH = [
  '本月特殊情况均有书面记录，重大投诉已按级上报并逐户回访；贵宾住户由主管专人跟进。',
  '本月谢绝的过高要求均已向住户说明依据；涉及公司形象的一宗由中心经理亲自答复。',
];
const WORDS_OF_SERVICE = [
  '本周受理量平稳，按时履约率保持在目标以上；在办事项均有负责人与时限。',
  '受理与办结基本持平，满意度稳定；个别部门首次答复偏慢，已约谈并跟进。',
  '投诉集中在装修噪音，已与工程、安保建立联合巡查；其余指标正常。',
];
const LATE = ['雨天集中报漏，维修人手不足，后续到场顺延。', '配件缺货，等待供应商；已向住户说明并取得谅解。'];
const MEASURES = ['每日班前会通报未完成工单；夜间加强巡查。', '与工程部约定报修到场时间，超时即时告知住户。'];

/** Whoever holds the post that owes it, or acts in it. */
const SUBMITTED_BY: Readonly<Record<string, string>> = {
  customer_service_head: 'service',
  customer_service_supervisor: 'supervisor',
  permits_keys_assistant: 'desk2',
};

/** On weekday mornings those who owe a summary look whether its period has ended, and submit it; later those above look what came. */
export function keepSummaries(stage: Stage, days: number): void {
  planRoutine(stage, { after: 3 * HOUR, every: DAY, times: days }, submitEnded);
  planRoutine(stage, { after: 7 * HOUR, every: DAY, times: days }, receiveSent);
}

async function receiveSent(stage: Stage): Promise<void> {
  const sent = await stage.read((tx) =>
    tx
      .selectFrom('summary_addressee')
      .select(['summary_id', 'person_id'])
      .where('received_at', 'is', null)
      .orderBy('summary_id')
      .execute(),
  );
  for (const [username, id] of stage.people)
    for (const { summary_id } of sent.filter(({ person_id }) => person_id === id))
      await attempt(stage, username, (context) => receiveSummary(context, summary_id));
}

async function submitEnded(stage: Stage): Promise<void> {
  const ended = await stage.read((tx) =>
    tx
      .selectFrom('summary')
      .select(['id', 'about', 'period', 'plan'])
      .where('submitted_at', 'is', null)
      .where('until_at', '<=', stage.clock.now())
      .orderBy('until_at')
      .execute(),
  );
  for (const { id, about, period, plan } of ended) {
    if (about !== 'matters') {
      const who = SUBMITTED_BY[plan?.owes ?? ''] ?? 'manager';
      await attempt(stage, who, (context) => submitSummary(context, id, reportOf(stage, period, context)));
      continue;
    }
    const text = stage.random.pick(period === 'week' ? WORDS : WORDS_OF_MONTH);
    const said = { text, measures: stage.random.pick(MEASURES), lateBecause: '' };
    await attempt(stage, 'service', (context) => submitSummary(context, id, said));
  }
}

/** The manager signs with the name he is known by. */
function reportOf(stage: Stage, period: Period['period'], { actor }: Context): SubmitSummary {
  return {
    text: stage.random.pick(period === 'week' ? WORDS_OF_SERVICE : WORDS_OF_SERVICE.slice(1)),
    measures: stage.random.pick(MEASURES),
    lateBecause: stage.random.pick(LATE),
    signedAs: actor.name,
  };
}
