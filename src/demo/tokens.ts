import { makeToken } from '../auth/commands/make-token.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import { answerToken } from '../token-review/commands/answer-token.ts';
import { completeReview } from '../token-review/commands/complete-review.ts';
import { attempt } from './case.ts';
import { planRoutine } from './routine.ts';
import type { Stage } from './stage.ts';

const TOKENS: readonly { of: string; name: string; rights: Right[]; day: number }[] = [
  { of: 'manager', name: '每日数据大屏', rights: ['report.see', 'commitment.see'], day: 1 },
  { of: 'supervisor', name: '夜间报表脚本', rights: ['ticket.see', 'report.see'], day: 1 },
  { of: 'desk', name: '来电弹屏试用', rights: ['customer.see'], day: 2 },
];

/** A few programs have tokens; when a quarter is over, the administrator looks at them and ends what was only tried. */
export function keepTokens(stage: Stage, days: number): void {
  for (const { of, day, ...token } of TOKENS)
    stage.plan(plus(stage.clock.now(), day * DAY + 2 * HOUR), async () => {
      await stage.as(of, (context) => makeToken(context, token));
    });
  planRoutine(stage, { after: 4 * HOUR, every: DAY, times: days }, reviewEnded);
}

async function reviewEnded(stage: Stage): Promise<void> {
  const ended = await stage.read((tx) =>
    tx
      .selectFrom('token_review')
      .select('id')
      .where('completed_at', 'is', null)
      .where('until_at', '<=', stage.clock.now())
      .executeTakeFirst(),
  );
  if (!ended) return;
  const review = async (context: Context): Promise<void> => {
    const tokens = await context.tx.selectFrom('personal_token').select(['id', 'name']).orderBy('id').execute();
    for (const { id, name } of tokens)
      await answerToken(context, ended.id, id, name.includes('试用') ? 'ended' : 'kept');
    await completeReview(context, ended.id, { remarks: '试用的令牌已作废。' });
  };
  await attempt(stage, 'admin', review);
}
