import type { AnyRoute } from '@tanstack/react-router';
import { createRoute } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { daysSearch } from '../screens/daily-records/search.ts';
import { clockSearch } from '../screens/board/search.ts';
import { actionFrom, qualitySearch } from '../screens/quality/search.ts';
import { importsSearch } from '../screens/exchange/import/search.ts';
import { figureSearch } from '../screens/figures/search.ts';

type Load = Parameters<typeof screenOf>[0];

/** Screens of whoever runs the place: board and figures, quality, customers and places, one's own account. */
export function manageRoutes<Parent extends AnyRoute>(inside: Parent) {
  const screen = <const Path extends string>(path: Path, load: Load, name: string) =>
    createRoute({ getParentRoute: () => inside, path, component: screenOf(load, name) });
  const boardClocks = createRoute({
    getParentRoute: () => inside,
    path: '/board/clocks',
    validateSearch: clockSearch,
    component: screenOf(() => import('../screens/board/clocks.tsx'), 'BoardClocks'),
  });
  const figures = createRoute({
    getParentRoute: () => inside,
    path: '/figures',
    validateSearch: figureSearch,
    component: screenOf(() => import('../screens/figures/figures.tsx'), 'Figures'),
  });
  const quality = createRoute({
    getParentRoute: () => inside,
    path: '/quality',
    validateSearch: qualitySearch,
    component: screenOf(() => import('../screens/quality/quality.tsx'), 'Quality'),
  });
  const newAction = createRoute({
    getParentRoute: () => inside,
    path: '/quality/actions/new',
    validateSearch: actionFrom,
    component: screenOf(() => import('../screens/quality/new-action.tsx'), 'NewAction'),
  });
  const days = createRoute({
    getParentRoute: () => inside,
    path: '/summaries/days',
    validateSearch: daysSearch,
    component: screenOf(() => import('../screens/daily-records/days.tsx'), 'Days'),
  });
  const imports = createRoute({
    getParentRoute: () => inside,
    path: '/imports',
    validateSearch: importsSearch,
    component: screenOf(() => import('../screens/exchange/import/list.tsx'), 'Imports'),
  });
  return [
    screen('/board', () => import('../screens/board/board.tsx'), 'Board'),
    boardClocks,
    screen('/macros', () => import('../screens/macros/macros.tsx'), 'Macros'),
    screen('/front-desk/often', () => import('../screens/front-desk/often.tsx'), 'Often'),
    figures,
    screen('/summaries', () => import('../screens/summaries/summaries.tsx'), 'Summaries'),
    days,
    screen('/summaries/days/$id', () => import('../screens/daily-records/day.tsx'), 'Day'),
    screen('/summaries/$id', () => import('../screens/summaries/summary.tsx'), 'Summary'),
    quality,
    newAction,
    screen('/quality/actions/$id', () => import('../screens/quality/action.tsx'), 'Action'),
    screen('/quality/checks/$id', () => import('../screens/quality/check.tsx'), 'Check'),
    screen('/quality/plans/$key', () => import('../screens/quality/plan.tsx'), 'EditPlan'),
    screen('/customers', () => import('../screens/customers/list.tsx'), 'Customers'),
    screen('/customers/new', () => import('../screens/customers/edit.tsx'), 'NewCustomer'),
    screen('/customers/$id', () => import('../screens/customers/customer.tsx'), 'Customer'),
    screen('/customers/$id/edit', () => import('../screens/customers/edit.tsx'), 'EditCustomer'),
    screen('/places', () => import('../screens/places/places.tsx'), 'Places'),
    screen('/places/$id', () => import('../screens/places/places.tsx'), 'PlaceOfTree'),
    imports,
    screen('/imports/$id', () => import('../screens/exchange/import/import.tsx'), 'Import'),
    screen('/account', () => import('../screens/account/account.tsx'), 'Account'),
    screen('/unsent', () => import('../screens/unsent/unsent.tsx'), 'Unsent'),
  ] as const;
}
