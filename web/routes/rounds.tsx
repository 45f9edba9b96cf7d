import type { AnyRoute } from '@tanstack/react-router';
import { createRoute } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { shiftSearch } from '../screens/shift-notes/search.ts';
import { planSearch } from '../screens/day-plan/search.ts';
import { disturbanceSearch } from '../screens/disturbances/search.ts';
import { roundSearch } from '../screens/rounds/search.ts';

/** Screens of the day's order: checklists, the hand-over of the shift, who does what today. */
export function roundRoutes<Parent extends AnyRoute>(inside: Parent) {
  const rounds = createRoute({
    getParentRoute: () => inside,
    path: '/rounds',
    validateSearch: roundSearch,
    component: screenOf(() => import('../screens/rounds/rounds.tsx'), 'Rounds'),
  });

  const round = createRoute({
    getParentRoute: () => inside,
    path: '/rounds/$roundId',
    component: screenOf(() => import('../screens/rounds/round.tsx'), 'Round'),
  });
  const shiftNotes = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes',
    validateSearch: shiftSearch,
    component: screenOf(() => import('../screens/shift-notes/list.tsx'), 'ShiftNotes'),
  });

  const writeShiftNote = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes/new',
    component: screenOf(() => import('../screens/shift-notes/write.tsx'), 'WriteShiftNote'),
  });

  const shiftNote = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes/$noteId',
    component: screenOf(() => import('../screens/shift-notes/note.tsx'), 'ShiftNote'),
  });
  const dayBoard = createRoute({
    getParentRoute: () => inside,
    path: '/day-plan',
    component: screenOf(() => import('../screens/day-plan/board.tsx'), 'DayBoard'),
  });

  const workPlans = createRoute({
    getParentRoute: () => inside,
    path: '/day-plan/plans',
    validateSearch: planSearch,
    component: screenOf(() => import('../screens/day-plan/plans.tsx'), 'WorkPlans'),
  });

  const workPlan = createRoute({
    getParentRoute: () => inside,
    path: '/day-plan/plans/$planId',
    component: screenOf(() => import('../screens/day-plan/plan.tsx'), 'WorkPlan'),
  });

  const duties = createRoute({
    getParentRoute: () => inside,
    path: '/day-plan/duties',
    component: screenOf(() => import('../screens/day-plan/duties.tsx'), 'DutiesConfirmed'),
  });

  const disturbances = createRoute({
    getParentRoute: () => inside,
    path: '/disturbances',
    validateSearch: disturbanceSearch,
    component: screenOf(() => import('../screens/disturbances/disturbances.tsx'), 'Disturbances'),
  });
  return [
    rounds,
    round,
    shiftNotes,
    writeShiftNote,
    shiftNote,
    dayBoard,
    workPlans,
    workPlan,
    duties,
    disturbances,
  ] as const;
}
