import { DAY, HOUR } from '../kernel/time.ts';
import { receiveNotice, replyNotice } from '../rectification/commands/answer-notice.ts';
import { verifyNotice } from '../rectification/commands/verify-notice.ts';
import { attempt } from './case.ts';
import { planRoutine } from './routine.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

/** Twice a day the heads go through the notices that came in: signed for, answered, and verified by the manager. */
export function keepNotices(stage: Stage, days: number): void {
  planRoutine(stage, { after: 2 * HOUR, every: DAY / 2, times: days * 2 }, workThrough);
}

async function workThrough(stage: Stage): Promise<void> {
  const open = await stage.read((tx) =>
    tx
      .selectFrom('rectification')
      .innerJoin('department', 'department.id', 'rectification.department_id')
      .select(['rectification.id', 'rectification.received_at', 'rectification.replied_at', 'department.key'])
      .where('verified_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .orderBy('number')
      .execute(),
  );
  for (const notice of open) {
    const head = headOf(notice.key);
    if (stage.random.chance(0.3)) continue;
    if (notice.received_at === null) await attempt(stage, head, (context) => receiveNotice(context, notice.id, {}));
    else if (notice.replied_at === null) {
      await attempt(stage, head, (context) =>
        replyNotice(context, notice.id, { measures: '已查明原因并提醒当事人；每日班前会通报未完成工单' }),
      );
    } else
      await attempt(stage, 'manager', (context) =>
        verifyNotice(context, notice.id, { accepted: true, reason: '复查合格' }),
      );
  }
}
