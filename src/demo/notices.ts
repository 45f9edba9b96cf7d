import { DAY, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { receiveNotice, replyNotice } from '../rectification/commands/answer-notice.ts';
import { verifyNotice } from '../rectification/commands/verify-notice.ts';
import type { Instant } from '../kernel/time.ts';
import { acknowledgeNotification } from '../notification/commands/acknowledge-notification.ts';
import { readAllNotifications } from '../notification/commands/read-notifications.ts';
import { attempt } from './case.ts';
import { headOf } from './staff.ts';
import type { Stage } from './stage.ts';

/** Everybody reads what came in at the end of each day, and says "I know" where that is asked; the last day's still waits. */
export function readMessages(stage: Stage, start: Instant, days: number): void {
  for (let day = 1; day < days; day += 1) stage.plan(plus(start, day * DAY + 10 * HOUR), () => readDelivered(stage));
}

async function readDelivered(stage: Stage): Promise<void> {
  const waiting = await stage.read((tx) =>
    tx
      .selectFrom('notification')
      .innerJoin('person', 'person.id', 'notification.person_id')
      .select(['notification.id', 'person.username', 'notification.needs_acknowledgement as asked'])
      .where('read_at', 'is', null)
      .where('deliver_at', '<=', stage.clock.now())
      .orderBy('person.username')
      .orderBy('made_at')
      .execute(),
  );
  for (const { id, username } of waiting.filter(({ asked }) => asked))
    await attempt(stage, username, (context) => acknowledgeNotification(context, id));
  for (const username of new Set(waiting.map((one) => one.username)))
    await attempt(stage, username, readAllNotifications);
}

/** Twice a day the heads go through the notices that came in: signed for, answered, and verified by the manager. */
export function keepNotices(stage: Stage, days: number): void {
  for (let half = 0; half < days * 2; half += 1) {
    stage.plan(plus(stage.clock.now(), half * (DAY / 2) + 2 * HOUR + stage.random.between(0, 90) * MINUTE), () =>
      workThrough(stage),
    );
  }
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
