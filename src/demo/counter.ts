import { leave } from '../arrival/commands/leave.ts';
import { takeArrival } from '../arrival/commands/take.ts';
import { takeDown } from '../arrival/commands/take-down.ts';
import { arriveInput, leaveInput } from '../arrival/inputs.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { MINUTE, plus } from '../kernel/time.ts';
import { attempt } from './case.ts';
import type { Stage } from './stage.ts';

type Visitor = { name: string; purpose: string; came: number; wants?: string; taken?: number; left?: [number, object] };

/** Minutes ago: two who wait, one with a colleague, and one who was sent on. */
const VISITORS: readonly Visitor[] = [
  {
    name: '梁先生',
    purpose: 'consultation',
    came: 55,
    taken: 51,
    left: [46, { outcome: 'sent_on', words: '请到物业财务室办理' }],
  },
  { name: '谢女士', purpose: 'payment', came: 9, taken: 4 },
  { name: '蔡先生', purpose: 'suggestion', came: 7, wants: 'manager' },
  { name: '方女士', purpose: 'consultation', came: 2 },
];

/** Who stands at the counter this hour. */
export function standAtCounter(stage: Stage, now: Instant): void {
  for (const { name, purpose, came, wants, taken, left } of VISITORS) {
    let id: Id<'arrival'> | undefined;
    const then = (minutes: number, act: () => Promise<unknown>) =>
      stage.plan(plus(now, -minutes * MINUTE), async () => void (await act()));
    const wantedId = wants ? stage.people.get(wants) : undefined;
    then(came, () =>
      attempt(stage, 'desk', async (context) => {
        id = await takeDown(context, arriveInput.parse({ name, purpose, ...(wantedId ? { wantedId } : {}) }));
      }),
    );
    if (taken) then(taken, () => attempt(stage, 'desk2', (context) => takeArrival(context, id!)));
    if (left) then(left[0], () => attempt(stage, 'desk2', (context) => leave(context, id!, leaveInput.parse(left[1]))));
  }
}
