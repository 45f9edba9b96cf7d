import { NEED_STATES } from '../../../src/training/training.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const views = ['plan', 'needs', 'paths', 'mastery', 'figures', 'rules'] as const;
export type View = (typeof views)[number];
export const sessionStates = ['planned', 'missed', 'held', 'cancelled'] as const;
export const needStates = NEED_STATES;
export const needSorts = ['course', 'process', 'skill'] as const;
export const pathStates = ['walking', 'late', 'complete', 'ended'] as const;

/** What the address of the lists says. */
export type TrainingSearch = {
  view?: View | undefined;
  department?: string | undefined;
  person?: string | undefined;
  period?: Period | undefined;
  form?: string | undefined;
  course?: string | undefined;
  state?: (typeof sessionStates)[number] | undefined;
  need?: (typeof needStates)[number] | undefined;
  sort?: (typeof needSorts)[number] | undefined;
  path?: (typeof pathStates)[number] | undefined;
  skill?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function trainingSearch(given: Record<string, unknown>): TrainingSearch {
  return {
    view: views.find((one) => one === given['view']),
    department: idIn(given['department']),
    person: idIn(given['person']),
    period: periodIn(given['period']),
    form: keyIn(given['form']),
    course: keyIn(given['course']),
    state: sessionStates.find((one) => one === given['state']),
    need: needStates.find((one) => one === given['need']),
    sort: needSorts.find((one) => one === given['sort']),
    path: pathStates.find((one) => one === given['path']),
    skill: keyIn(given['skill']),
  };
}

/** What a new session begins with: for whom, and which course. */
export type NewSearch = {
  person?: string | undefined;
  department?: string | undefined;
  course?: string | undefined;
  process?: string | undefined;
};

export function newSessionSearch(given: Record<string, unknown>): NewSearch {
  return {
    person: idIn(given['person']),
    department: idIn(given['department']),
    course: keyIn(given['course']),
    process: idIn(given['process']),
  };
}

function keyIn(given: unknown): string | undefined {
  return typeof given === 'string' ? given.slice(0, 60) : undefined;
}

export const sessionsQuery = ({ department, person, form, course, state, period }: TrainingSearch): Query => ({
  department,
  person,
  form,
  course,
  state,
  ...spanOf(period),
});
