import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { shiftSearch } from '../screens/shift-notes/search.ts';
import { planSearch } from '../screens/day-plan/search.ts';
import { disturbanceSearch } from '../screens/disturbances/search.ts';
import { attendanceSearch } from '../screens/attendance/search.ts';
import { roundSearch } from '../screens/rounds/search.ts';

/** Screens of the day's order: checklists, the hand-over of the shift, who does what today. */
export function roundRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  return [
    searched('/rounds', roundSearch, () => import('../screens/rounds/rounds.tsx'), 'Rounds'),
    screen('/rounds/$roundId', () => import('../screens/rounds/round.tsx'), 'Round'),
    searched('/shift-notes', shiftSearch, () => import('../screens/shift-notes/list.tsx'), 'ShiftNotes'),
    screen('/shift-notes/new', () => import('../screens/shift-notes/write.tsx'), 'WriteShiftNote'),
    screen('/shift-notes/$noteId', () => import('../screens/shift-notes/note.tsx'), 'ShiftNote'),
    searched('/staff/attendance', attendanceSearch, () => import('../screens/attendance/attendance.tsx'), 'Attendance'),
    screen('/day-plan', () => import('../screens/day-plan/board.tsx'), 'DayBoard'),
    searched('/day-plan/plans', planSearch, () => import('../screens/day-plan/plans.tsx'), 'WorkPlans'),
    screen('/day-plan/plans/$planId', () => import('../screens/day-plan/plan.tsx'), 'WorkPlan'),
    screen('/day-plan/duties', () => import('../screens/day-plan/duties.tsx'), 'DutiesConfirmed'),
    searched(
      '/disturbances',
      disturbanceSearch,
      () => import('../screens/disturbances/disturbances.tsx'),
      'Disturbances',
    ),
  ] as const;
}
