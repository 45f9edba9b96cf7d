import type { Refusal } from '../../../src/kernel/refusal.ts';
import type { Step, WorkOrderStage } from '../../../src/work-order/work-order.ts';
import { whyNotStep } from '../../../src/work-order/work-order.ts';
import type { Can } from '../../server/contract.ts';
import type { Waiting } from '../../offline/outbox.ts';

/** What the one sent does with an order, step by step, in the order in which the day takes them. */
export const workerSteps = ['accept', 'set_out', 'arrive', 'finish', 'no_access', 'appoint', 'refuse'] as const;
export type WorkerStep = (typeof workerSteps)[number];

export const stepPaths: Record<WorkerStep, string> = {
  accept: 'accept',
  refuse: 'refuse',
  set_out: 'set-out',
  arrive: 'arrive',
  no_access: 'no-access',
  finish: 'finish',
  appoint: 'appointment',
};

const leadsTo: Partial<Record<WorkerStep, WorkOrderStage>> = {
  accept: 'accepted',
  refuse: 'refused',
  set_out: 'on_the_way',
  arrive: 'arrived',
  no_access: 'no_access',
  finish: 'done',
};

/** Steps that need more than a tap: each has a page of its own. */
export const askingSteps = ['finish', 'no_access', 'refuse', 'appoint'] as const;
export type AskingStep = (typeof askingSteps)[number];

export function asksMore(step: WorkerStep): step is AskingStep {
  return (askingSteps as readonly string[]).includes(step);
}

/** The one big step that comes next. */
const comesNext: Record<WorkOrderStage, WorkerStep | null> = {
  issued: 'accept',
  accepted: 'set_out',
  on_the_way: 'arrive',
  arrived: 'finish',
  no_access: 'set_out',
  done: null,
  refused: null,
  cancelled: null,
};

export type Standing = {
  stage: WorkOrderStage;
  /** Steps taken on this device that the server has not heard of yet. */
  unsent: readonly WorkerStep[];
  can: Can;
};

/**
 * Where an order stands for the one holding the phone: what the server is known to know, and on top of it what was `done` here since.
 * The next step is offered at once, with or without a connection, by the same rule that guards the command.
 */
export function standingOf(id: string, known: { stage: string; can: Can }, done: readonly Waiting[]): Standing {
  const taken = done.flatMap(({ path, sent = false }) => {
    const step = stepOf(id, path);
    return step ? [{ step, sent }] : [];
  });
  const unsent = taken.flatMap(({ step, sent }) => (sent ? [] : [step]));
  const stage = taken.reduce<WorkOrderStage>(
    (before, { step }) => leadsTo[step] ?? before,
    known.stage as WorkOrderStage,
  );
  if (taken.length === 0) return { stage, unsent, can: known.can };
  const ruled = workerSteps.map((step): [Step, Refusal | null] => [step, whyNotStep({ stage }, step)]);
  return { stage, unsent, can: { ...known.can, ...Object.fromEntries(ruled) } };
}

function stepOf(id: string, path: string): WorkerStep | null {
  return workerSteps.find((step) => path === `work-orders/${id}/${stepPaths[step]}`) ?? null;
}

/** The big button, and those beside it that can be taken now. */
export function stepsNow({ stage, can }: Standing): { next: WorkerStep | null; others: WorkerStep[] } {
  const wanted = comesNext[stage];
  const next = wanted !== null && can[wanted] === null ? wanted : null;
  return { next, others: workerSteps.filter((step) => step !== next && can[step] === null) };
}
