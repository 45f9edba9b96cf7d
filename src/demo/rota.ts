import { newId } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, MINUTE, plus } from '../kernel/time.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import { planHours } from '../rota/commands/plan-hours.ts';
import type { Stage } from './stage.ts';

const WORKING_DAYS = [1, 2, 3, 4, 5];
const ALL_DAYS = [...WORKING_DAYS, 6, 7];

/** Who answers what on which weekdays, and from when to when. */
const HOURS = [
  ['desk', 'telephone', WORKING_DAYS, '08:30', '13:00'],
  ['desk2', 'telephone', WORKING_DAYS, '12:30', '18:00'],
  ['desk', 'telephone', [6, 7], '09:00', '17:00'],
  ['desk2', 'online', ALL_DAYS, '08:30', '12:30'],
  ['desk', 'online', ALL_DAYS, '12:30', '18:00'],
] as const;

/** A rota that covers the whole week, and an afternoon soon for which somebody has still to be found. */
export function leaveRota(stage: Stage, now: Instant): void {
  const { people } = stage;
  stage.plan(plus(now, -50 * MINUTE), async () => {
    for (const [who, channel, days, from, to] of HOURS)
      await stage.as('supervisor', (context) =>
        planHours(context, {
          sort: 'weekly',
          id: newId<'rota_hours'>(context.now),
          personId: people.get(who)!,
          channel,
          days: [...days],
          from,
          to,
        }),
      );
    await stage.as('supervisor', async (context) =>
      planHours(context, {
        sort: 'off',
        id: newId<'rota_hours'>(context.now),
        personId: people.get('desk2')!,
        day: await todayIn({ ...context, now: plus(now, 3 * DAY) }, await centreOf(context)),
        from: '14:00',
        to: '16:00',
      }),
    );
  });
}
