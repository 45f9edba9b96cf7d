import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { base } from '../server/base.ts';
import { queryClient } from '../server/queries.ts';
import { screenOf } from './screen.ts';
import { NotFound, RouteProblem } from '../screens/problem/problem.tsx';
import { workRoutes } from './work.tsx';
import { administrationRoutes } from './administration.tsx';
import { roundRoutes } from './rounds.tsx';
import { matterRoutes } from './matters.tsx';
import { manageRoutes } from './manage.tsx';
import { sessionQuery } from '../session/session.ts';
import { Waiting } from './waiting.tsx';
import { ticketFilters } from '../screens/tickets/filters.ts';

/** Only addresses inside the app may be returned to after signing in. */
function insideOnly(next: unknown): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const root = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search) => insideOnly(search['next']),
  component: screenOf(() => import('../screens/sign-in/sign-in.tsx'), 'SignIn'),
});

/** What an identity provider sends along. */
function sentAlong(search: Record<string, unknown>): { state: string; code?: string; iss?: string; error?: string } {
  const text = (name: string) => (search[name] === undefined ? {} : { [name]: String(search[name]) });
  return { state: String(search['state'] ?? '-'), ...text('code'), ...text('iss'), ...text('error') };
}

const returned = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/returned',
  validateSearch: sentAlong,
  component: screenOf(() => import('../screens/sign-in/returned.tsx'), 'Returned'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: screenOf(() => import('../screens/setup/setup.tsx'), 'Setup'),
});

/** The board on a wall: nobody sits before it, and it may stay for months. */
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: screenOf(() => import('../screens/board/wall-screen.tsx'), 'WallScreen'),
});

/** Everything behind the door. Without a session: to the sign-in, and back here afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
  },
  component: lazyRouteComponent(() => import('../frame/frame.tsx'), 'Frame'),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/my-work' });
  },
});

const myWork = createRoute({
  getParentRoute: () => inside,
  path: '/my-work',
  component: lazyRouteComponent(() => import('../screens/my-work/my-work.tsx'), 'MyWork'),
});

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: screenOf(() => import('../screens/notifications/notifications.tsx'), 'Notifications'),
});

const frontDesk = createRoute({
  getParentRoute: () => inside,
  path: '/front-desk',
  component: screenOf(() => import('../screens/front-desk/front-desk.tsx'), 'FrontDesk'),
});

const tickets = createRoute({
  getParentRoute: () => inside,
  path: '/tickets',
  validateSearch: ticketFilters,
  component: screenOf(() => import('../screens/tickets/tickets.tsx'), 'Tickets'),
});

const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$id',
  component: screenOf(() => import('../screens/ticket/ticket.tsx'), 'Ticket'),
});

/** Any other address, inside the frame so that the way back is at hand. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

/** The map of the app: one line a screen. */
const tree = root.addChildren([
  signIn,
  returned,
  setup,
  wall,
  inside.addChildren([
    home,
    myWork,
    notifications,
    frontDesk,
    tickets,
    ticket,
    ...workRoutes(inside),
    ...roundRoutes(inside),
    ...manageRoutes(inside),
    ...administrationRoutes(inside),
    ...matterRoutes(inside),
    nowhere,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: base,
  defaultPreload: 'intent',
  defaultPendingMs: 250,
  defaultPendingMinMs: 200,
  defaultErrorComponent: RouteProblem,
  defaultNotFoundComponent: NotFound,
  defaultPendingComponent: Waiting,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
