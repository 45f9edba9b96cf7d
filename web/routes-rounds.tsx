import type { AnyRoute } from '@tanstack/react-router';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { roundSearch } from './screens/rounds/search.ts';

/** Screens of the day's order: checklists, the hand-over of the shift, who does what today. */
export function roundRoutes<Parent extends AnyRoute>(inside: Parent) {
  const rounds = createRoute({
    getParentRoute: () => inside,
    path: '/rounds',
    validateSearch: roundSearch,
    component: lazyRouteComponent(() => import('./screens/rounds/rounds.tsx'), 'Rounds'),
  });

  const round = createRoute({
    getParentRoute: () => inside,
    path: '/rounds/$roundId',
    component: lazyRouteComponent(() => import('./screens/rounds/round.tsx'), 'Round'),
  });
  return [rounds, round] as const;
}
