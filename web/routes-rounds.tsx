import type { AnyRoute } from '@tanstack/react-router';
import { createRoute } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { shiftSearch } from './screens/shift-notes/search.ts';
import { roundSearch } from './screens/rounds/search.ts';

/** Screens of the day's order: checklists, the hand-over of the shift, who does what today. */
export function roundRoutes<Parent extends AnyRoute>(inside: Parent) {
  const rounds = createRoute({
    getParentRoute: () => inside,
    path: '/rounds',
    validateSearch: roundSearch,
    component: screenOf(() => import('./screens/rounds/rounds.tsx'), 'Rounds'),
  });

  const round = createRoute({
    getParentRoute: () => inside,
    path: '/rounds/$roundId',
    component: screenOf(() => import('./screens/rounds/round.tsx'), 'Round'),
  });
  const shiftNotes = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes',
    validateSearch: shiftSearch,
    component: screenOf(() => import('./screens/shift-notes/list.tsx'), 'ShiftNotes'),
  });

  const writeShiftNote = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes/new',
    component: screenOf(() => import('./screens/shift-notes/write.tsx'), 'WriteShiftNote'),
  });

  const shiftNote = createRoute({
    getParentRoute: () => inside,
    path: '/shift-notes/$noteId',
    component: screenOf(() => import('./screens/shift-notes/note.tsx'), 'ShiftNote'),
  });
  return [rounds, round, shiftNotes, writeShiftNote, shiftNote] as const;
}
