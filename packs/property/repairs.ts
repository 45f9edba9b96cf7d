import type { Field, Kind } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { emergency } from './ladders.ts';
import { clock, shift } from './limits.ts';
import { repairStages } from './stages.ts';
import { repairSteps } from './steps.ts';

const guards: Kind['guards'] = {
  resolve: ['no_open_work_order', 'facts_established', 'outcome_given'],
  close: ['no_open_work_order', 'customer_told', 'visits_ended', 'customer_view_known'],
};

/** Common to every repair: it is somewhere, and whatever its kind, it is registered, sent, mended, told and visited. */
export const repair = {
  type: 'repair',
  department: 'engineering',
  needsPlace: true,
  stages: repairStages,
  steps: repairSteps,
  guards,
} satisfies Partial<Kind>;

type WorkOrder = NonNullable<Kind['workOrder']>;

export const minutesCount: Omit<WorkOrder, 'when'> = {
  accept: clock('PT5M', emergency),
  arrive: clock('PT30M', emergency),
  complete: clock('PT4H', emergency),
};
export const urgentWork: Omit<WorkOrder, 'when'> = {
  accept: shift('PT20M'),
  arrive: shift('PT1H'),
  complete: shift('PT8H'),
};

/** By urgency, where the kind usually is not urgent. */
export const sooner: WorkOrder['when'] = [
  { urgency: 'emergency', ...minutesCount },
  { urgency: 'urgent', ...urgentWork },
];

/** Not demanded of anybody who sent hands: their findings stand on the work order (WORK-11), and nothing is asked twice. */
export const foundCause: Field = {
  key: 'found_cause',
  name: words('Cause found on the spot', '现场查明原因', '現場查明原因'),
  type: 'long_text',
  at: 'ticket',
};

export const trouble = (choices: NonNullable<Field['choices']>): Field => ({
  key: 'trouble',
  name: words('Trouble with', '报修类别', '報修類別'),
  type: 'choice',
  choices,
  at: 'intake',
  requiredFor: 'open',
  indexed: true,
});
