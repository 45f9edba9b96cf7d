import type { SummaryAnswer } from './summary.tsx';
import { Improvements, Proposals, Techniques } from './carried.tsx';
import { Causes } from './causes.tsx';
import { ControlChart } from './control-chart.tsx';
import { Keys, Permits } from './custody.tsx';
import { MaterialPlan, WorkStatus } from './materials.tsx';
import { Promises, Staff } from './limits-kept.tsx';

export type UpwardAnswer = NonNullable<SummaryAnswer['upward']>;

/** What a report upward holds besides its figures, as its plan says. */
export function Upward({ upward }: { upward: UpwardAnswer }) {
  return (
    <>
      {upward.promises ? <Promises rows={upward.promises} /> : null}
      {upward.staff ? <Staff rows={upward.staff} /> : null}
      {upward.causes ? <Causes causes={upward.causes} /> : null}
      {upward.controlChart ? <ControlChart points={upward.controlChart.points} /> : null}
      {upward.techniques ? <Techniques rows={upward.techniques} /> : null}
      {upward.improvements ? <Improvements rows={upward.improvements} /> : null}
      {upward.proposals ? <Proposals rows={upward.proposals} /> : null}
      {upward.keys ? <Keys rows={upward.keys} /> : null}
      {upward.permits ? <Permits rows={upward.permits} /> : null}
      {upward.materials ? <MaterialPlan rows={upward.materials} /> : null}
      {upward.work ? <WorkStatus rows={upward.work} /> : null}
    </>
  );
}
