import { MINUTE, plus } from '../kernel/time.ts';
import type { Stage } from './stage.ts';

/** How long after the beginning it is done first, and how often from then on. */
type Routine = { after: number; every: number; times: number };

/** Plans what somebody does again and again, within an hour and a half of its time each time. */
export function planRoutine(
  stage: Stage,
  { after, every, times }: Routine,
  act: (stage: Stage) => Promise<void>,
): void {
  for (let count = 0; count < times; count += 1) {
    const at = plus(stage.clock.now(), count * every + after + stage.random.between(0, 90) * MINUTE);
    stage.plan(at, () => act(stage));
  }
}
