import type { AnyRoute } from '@tanstack/react-router';
import { createRoute, redirect } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { clockSearch } from './screens/board/search.ts';

type Load = Parameters<typeof screenOf>[0];

/** Screens of whoever runs the place: board and figures, customers and places, administration, one's own account. */
export function manageRoutes<Parent extends AnyRoute>(inside: Parent) {
  const screen = <const Path extends string>(path: Path, load: Load, name: string) =>
    createRoute({ getParentRoute: () => inside, path, component: screenOf(load, name) });
  const boardClocks = createRoute({
    getParentRoute: () => inside,
    path: '/board/clocks',
    validateSearch: clockSearch,
    component: screenOf(() => import('./screens/board/clocks.tsx'), 'BoardClocks'),
  });
  const administration = createRoute({
    getParentRoute: () => inside,
    path: '/administration',
    beforeLoad: () => {
      throw redirect({ to: '/administration/people' as string });
    },
  });
  return [
    screen('/board', () => import('./screens/board/board.tsx'), 'Board'),
    boardClocks,
    screen('/figures', () => import('./screens/figures/figures.tsx'), 'Figures'),
    screen('/summaries', () => import('./screens/summaries/summaries.tsx'), 'Summaries'),
    screen('/summaries/$id', () => import('./screens/summaries/summary.tsx'), 'Summary'),
    screen('/customers', () => import('./screens/customers/list.tsx'), 'Customers'),
    screen('/customers/new', () => import('./screens/customers/edit.tsx'), 'NewCustomer'),
    screen('/customers/$id', () => import('./screens/customers/customer.tsx'), 'Customer'),
    screen('/customers/$id/edit', () => import('./screens/customers/edit.tsx'), 'EditCustomer'),
    screen('/places', () => import('./screens/places/places.tsx'), 'Places'),
    screen('/places/$id', () => import('./screens/places/places.tsx'), 'PlaceOfTree'),
    administration,
    screen('/administration/people', () => import('./screens/administration/people/list.tsx'), 'People'),
    screen('/administration/people/new', () => import('./screens/administration/people/edit.tsx'), 'NewPerson'),
    screen('/administration/people/$id', () => import('./screens/administration/people/person.tsx'), 'Person'),
    screen('/administration/people/$id/edit', () => import('./screens/administration/people/edit.tsx'), 'EditPerson'),
    screen('/administration/posts', () => import('./screens/administration/posts/posts.tsx'), 'Posts'),
    screen('/administration/posts/$id', () => import('./screens/administration/posts/edit.tsx'), 'EditPost'),
    screen(
      '/administration/departments',
      () => import('./screens/administration/departments/departments.tsx'),
      'Departments',
    ),
    screen('/administration/calendars', () => import('./screens/administration/calendars/calendars.tsx'), 'Calendars'),
    screen(
      '/administration/calendars/$id',
      () => import('./screens/administration/calendars/calendar.tsx'),
      'Calendar',
    ),
    screen('/administration/webhooks', () => import('./screens/administration/webhooks/list.tsx'), 'Webhooks'),
    screen('/administration/webhooks/$id', () => import('./screens/administration/webhooks/webhook.tsx'), 'Webhook'),
    screen('/administration/limits', () => import('./screens/administration/limits/limits.tsx'), 'Limits'),
    screen('/administration/limits/$key', () => import('./screens/administration/limits/limits-of.tsx'), 'LimitsOf'),
    screen('/imports/$id', () => import('./screens/exchange/import/import.tsx'), 'Import'),
    screen('/account', () => import('./screens/account/account.tsx'), 'Account'),
    screen('/unsent', () => import('./screens/unsent/unsent.tsx'), 'Unsent'),
  ] as const;
}
