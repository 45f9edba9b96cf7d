import { logError } from '../error-log/commands/log-error.ts';
import { logErrorInput } from '../error-log/inputs.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { giveReview } from '../quality-review/commands/give-review.ts';
import { giveReviewInput } from '../quality-review/inputs.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

/** Appearance looked at person by person, a contact scored, and what somebody learnt twice. */
export function scoreWork(stage: Stage, now: Instant): void {
  stage.plan(plus(now, -3 * DAY + HOUR), () => inspect(stage));
  stage.plan(plus(now, -2 * DAY + HOUR), () => scoreContact(stage));
  stage.plan(plus(now, -6 * DAY), () => err(stage, '把 5 栋登记成 3 栋，维修工跑错楼'));
  stage.plan(plus(now, -1 * DAY), () => err(stage, '登记时漏填房号，回拨后补上'));
}

/** Full marks but for the lines named. */
async function marksOf(context: Context, scorecard: string, but: Record<string, string>) {
  const card = (await settingsOf(context)).scorecards!.find(({ key }) => key === scorecard)!;
  return card.lines.map(({ key }) =>
    but[key] ? { line: key, mark: card.passes - 1, remark: but[key] } : { line: key, mark: card.best },
  );
}

async function inspect(stage: Stage): Promise<void> {
  const seen: [who: string, but: Record<string, string>][] = [
    ['desk', {}],
    ['desk2', { badge: '工牌戴在外套里面' }],
    ['security', {}],
  ];
  for (const [who, but] of seen)
    await attempt(stage, 'manager', async (context) => {
      const marks = await marksOf(context, 'appearance', but);
      const mendBy = plus(context.now, 2 * DAY);
      const input = { scorecard: 'appearance', personId: stage.people.get(who)!, marks, mendBy };
      await giveReview(context, giveReviewInput.parse(input));
    });
}

async function scoreContact(stage: Stage): Promise<void> {
  await attempt(stage, 'supervisor', async (context) => {
    const last = await context.tx
      .selectFrom('contact')
      .select('id')
      .where('by_id', '=', stage.people.get('desk')!)
      .where('channel', '=', 'phone')
      .orderBy('at', 'desc')
      .executeTakeFirst();
    if (!last) return;
    const marks = await marksOf(context, 'conduct', {});
    const input = { scorecard: 'conduct', contactId: last.id, marks, remark: '耐心听完才登记，复述准确' };
    await giveReview(context, giveReviewInput.parse(input));
  });
}

async function err(stage: Stage, what: string): Promise<void> {
  const input = { sort: 'wrong_record', what, lesson: '登记后向业户复述一遍楼栋和房号' };
  await attempt(stage, 'desk2', (context) => logError(context, logErrorInput.parse(input)));
}
