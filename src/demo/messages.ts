import type { Instant } from '../kernel/time.ts';
import { DAY, HOUR, plus } from '../kernel/time.ts';
import { acknowledgeNotification } from '../notification/commands/acknowledge-notification.ts';
import { readAllNotifications } from '../notification/commands/read-notifications.ts';
import { attempt } from './case.ts';
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
