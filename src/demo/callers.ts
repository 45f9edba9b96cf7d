import type { Instant } from '../kernel/time.ts';
import { DAY, epochOf, HOUR, MINUTE, plus } from '../kernel/time.ts';
import { begin } from './course.ts';
import { localHour } from './local-hour.ts';
import type { Matter } from './matter.ts';
import { pickMatter } from './matters.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** How many matters come in on each day of the week, Sunday first. */
const A_DAY = [2, 4, 3, 3, 3, 4, 2];

/** Callers come in waves, most in the morning and in the early evening; nobody calls at night. */
export function comeIn(stage: Stage, start: Instant, days: number): void {
  const { random } = stage;
  for (let day = 0; day <= days; day += 1) {
    const midnight = plus(start, day * DAY - 8 * HOUR);
    // 1 January 1970 was a Thursday
    const weekday = (Math.floor(epochOf(midnight) / DAY) + 5) % 7;
    const matters = A_DAY[weekday]! + random.between(-1, 2);
    for (let count = 0; count < matters; count += 1) {
      const hour = random.pick([8, 9, 9, 10, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20]);
      const at = plus(midnight, hour * HOUR + random.between(0, 59) * MINUTE);
      beginOne(stage, at);
    }
  }
}

/** How many minutes ago the last ones called: there is something to do for whoever signs in now. */
const LATELY = [150, 100, 70, 45, 25, 10, 3];

export function comeInLately(stage: Stage, now: Instant): void {
  for (const minutes of LATELY) {
    const at = plus(now, -minutes * MINUTE);
    const hour = localHour(at);
    if (hour >= 7 && hour < 22) beginOne(stage, at);
  }
}

/** Nobody writes a letter about a burst pipe, and the complaint line hears complaints. */
function channelFor(random: Random, { purpose }: Matter): string {
  if (purpose === 'complaint') return random.pick(['phone', 'visit', 'complaint_line', 'letter']);
  if (purpose === 'repair' || purpose === 'help') return random.pick(['phone', 'phone', 'phone', 'counter', 'visit']);
  return random.pick(['phone', 'phone', 'counter', 'visit', 'letter']);
}

function beginOne(stage: Stage, at: Instant): void {
  const { random } = stage;
  const matter = pickMatter(random);
  begin(stage, at, { matter, desk: random.pick(['desk', 'desk', 'desk2']), channel: channelFor(random, matter) });
}
