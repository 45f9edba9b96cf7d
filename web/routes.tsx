import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { base } from './base.ts';
import { queryClient } from './queries.ts';
import { orderSearch } from './screens/work-orders/search.ts';
import { stepSearch } from './screens/worker/search.ts';
import { NotFound, RouteProblem } from './screens/problem/problem.tsx';
import { sessionQuery } from './session.ts';
import { ticketFilters } from './screens/tickets/filters.ts';
import { Waiting } from './waiting.tsx';

/** Only addresses inside the app may be returned to after signing in. */
function insideOnly(next: unknown): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const root = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search) => insideOnly(search['next']),
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in.tsx'), 'SignIn'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./screens/setup/setup.tsx'), 'Setup'),
});

/** Everything behind the door. Without a session: to the sign-in, and back here afterwards. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { next: location.href } });
  },
  component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
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
  component: lazyRouteComponent(() => import('./screens/my-work/my-work.tsx'), 'MyWork'),
});

const frontDesk = createRoute({
  getParentRoute: () => inside,
  path: '/front-desk',
  component: lazyRouteComponent(() => import('./screens/front-desk/front-desk.tsx'), 'FrontDesk'),
});

const tickets = createRoute({
  getParentRoute: () => inside,
  path: '/tickets',
  validateSearch: ticketFilters,
  component: lazyRouteComponent(() => import('./screens/tickets/tickets.tsx'), 'Tickets'),
});

const ticket = createRoute({
  getParentRoute: () => inside,
  path: '/tickets/$id',
  component: lazyRouteComponent(() => import('./screens/ticket/ticket.tsx'), 'Ticket'),
});

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./screens/notifications/notifications.tsx'), 'Notifications'),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  component: lazyRouteComponent(() => import('./screens/board/board.tsx'), 'Board'),
});

const boardClocks = createRoute({
  getParentRoute: () => inside,
  path: '/board/clocks',
  validateSearch: (search): { which: 'due' | 'late' | 'today' } => ({
    which: search['which'] === 'due' || search['which'] === 'today' ? search['which'] : 'late',
  }),
  component: lazyRouteComponent(() => import('./screens/board/clocks.tsx'), 'BoardClocks'),
const dispatch = createRoute({
  path: '/dispatch',
  component: lazyRouteComponent(() => import('./screens/dispatch/dispatch.tsx'), 'Dispatch'),
const worker = createRoute({
  path: '/worker',
  component: lazyRouteComponent(() => import('./screens/worker/worker.tsx'), 'Worker'),
const workOrders = createRoute({
  path: '/work-orders',
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import('./screens/work-orders/work-orders.tsx'), 'WorkOrders'),
const workOrder = createRoute({
  path: '/work-orders/$orderId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./screens/worker/order.tsx'), 'Order'),
});

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  component: lazyRouteComponent(() => import('./screens/customers/list.tsx'), 'Customers'),
});

const newCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/new',
  component: lazyRouteComponent(() => import('./screens/customers/edit.tsx'), 'NewCustomer'),
});

const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'Customer'),
});

const editCustomer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id/edit',
  component: lazyRouteComponent(() => import('./screens/customers/edit.tsx'), 'EditCustomer'),
});

const administration = createRoute({
  getParentRoute: () => inside,
  path: '/administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/people' });
  },
});

const people = createRoute({
  getParentRoute: () => inside,
  path: '/administration/people',
  component: lazyRouteComponent(() => import('./screens/administration/people/list.tsx'), 'People'),
});

const newPerson = createRoute({
  getParentRoute: () => inside,
  path: '/administration/people/new',
  component: lazyRouteComponent(() => import('./screens/administration/people/edit.tsx'), 'NewPerson'),
});

const person = createRoute({
  getParentRoute: () => inside,
  path: '/administration/people/$id',
  component: lazyRouteComponent(() => import('./screens/administration/people/person.tsx'), 'Person'),
});

const editPerson = createRoute({
  getParentRoute: () => inside,
  path: '/administration/people/$id/edit',
  component: lazyRouteComponent(() => import('./screens/administration/people/edit.tsx'), 'EditPerson'),
});

const posts = createRoute({
  getParentRoute: () => inside,
  path: '/administration/posts',
  component: lazyRouteComponent(() => import('./screens/administration/posts/posts.tsx'), 'Posts'),
});

const departments = createRoute({
  getParentRoute: () => inside,
  path: '/administration/departments',
  component: lazyRouteComponent(() => import('./screens/administration/departments/departments.tsx'), 'Departments'),
});

const calendars = createRoute({
  getParentRoute: () => inside,
  path: '/administration/calendars',
  component: lazyRouteComponent(() => import('./screens/administration/calendars/calendars.tsx'), 'Calendars'),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/administration/calendars/$id',
  component: lazyRouteComponent(() => import('./screens/administration/calendars/calendar.tsx'), 'Calendar'),
});

const limits = createRoute({
  getParentRoute: () => inside,
  path: '/administration/limits',
  component: lazyRouteComponent(() => import('./screens/administration/limits/limits.tsx'), 'Limits'),
});

const limitsOfKind = createRoute({
  getParentRoute: () => inside,
  path: '/administration/limits/$key',
  component: lazyRouteComponent(() => import('./screens/administration/limits/kind.tsx'), 'LimitsOfKind'),
});

/** Any other address, inside the frame so that the way back is at hand. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

/** The map of the app: one line a screen. */
const tree = root.addChildren([
  signIn,
  setup,
  inside.addChildren([home, myWork, notifications, board, boardClocks, nowhere]),
  inside.addChildren([home, myWork, frontDesk, tickets, ticket, notifications, nowhere]),
  inside.addChildren([home, myWork, dispatch, worker, workOrders, workOrder, notifications, nowhere]),
  inside.addChildren([
    home,
    myWork,
    notifications,
    board,
    boardClocks,
    customers,
    newCustomer,
    customer,
    editCustomer,
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
