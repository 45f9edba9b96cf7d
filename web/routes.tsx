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
import { NotFound, RouteProblem } from './screens/problem/problem.tsx';
import { manageRoutes } from './routes-manage.tsx';
import { sessionQuery } from './session.ts';
import { Waiting } from './waiting.tsx';
import { ticketFilters } from './screens/tickets/filters.ts';
import { orderSearch } from './screens/work-orders/search.ts';
import { stepSearch } from './screens/worker/search.ts';
import { manageRoutes } from './routes-manage.tsx';

/** Only addresses inside the app may be returned to after signing in. */
function insideOnly(next: unknown): { next?: string } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

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

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
  component: lazyRouteComponent(() => import('./screens/notifications/notifications.tsx'), 'Notifications'),
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

const dispatch = createRoute({
  getParentRoute: () => inside,
  path: '/dispatch',
  component: lazyRouteComponent(() => import('./screens/dispatch/dispatch.tsx'), 'Dispatch'),
});

const worker = createRoute({
  getParentRoute: () => inside,
  path: '/worker',
  component: lazyRouteComponent(() => import('./screens/worker/worker.tsx'), 'Worker'),
});

const workOrders = createRoute({
  getParentRoute: () => inside,
  path: '/work-orders',
  validateSearch: orderSearch,
  component: lazyRouteComponent(() => import('./screens/work-orders/work-orders.tsx'), 'WorkOrders'),
});

const workOrder = createRoute({
  getParentRoute: () => inside,
  path: '/work-orders/$orderId',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./screens/worker/order.tsx'), 'Order'),
const customers = createRoute({
  path: '/customers',
  component: lazyRouteComponent(() => import('./screens/customers/list.tsx'), 'Customers'),
const newCustomer = createRoute({
  path: '/customers/new',
  component: lazyRouteComponent(() => import('./screens/customers/edit.tsx'), 'NewCustomer'),
const customer = createRoute({
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('./screens/customers/customer.tsx'), 'Customer'),
const editCustomer = createRoute({
  path: '/customers/$id/edit',
  component: lazyRouteComponent(() => import('./screens/customers/edit.tsx'), 'EditCustomer'),
const administration = createRoute({
  path: '/administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/people' });
  },
const people = createRoute({
  path: '/administration/people',
  component: lazyRouteComponent(() => import('./screens/administration/people/list.tsx'), 'People'),
const newPerson = createRoute({
  path: '/administration/people/new',
  component: lazyRouteComponent(() => import('./screens/administration/people/edit.tsx'), 'NewPerson'),
const person = createRoute({
  path: '/administration/people/$id',
  component: lazyRouteComponent(() => import('./screens/administration/people/person.tsx'), 'Person'),
const editPerson = createRoute({
  path: '/administration/people/$id/edit',
  component: lazyRouteComponent(() => import('./screens/administration/people/edit.tsx'), 'EditPerson'),
const calendars = createRoute({
  path: '/administration/calendars',
  component: lazyRouteComponent(() => import('./screens/administration/calendars/calendars.tsx'), 'Calendars'),
const calendar = createRoute({
  path: '/administration/calendars/$id',
  component: lazyRouteComponent(() => import('./screens/administration/calendars/calendar.tsx'), 'Calendar'),
});

/** Any other address, inside the frame so that the way back is at hand. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound });

/** The map of the app: one line a screen. */
const tree = root.addChildren([
  signIn,
  setup,
  inside.addChildren([
    home,
    myWork,
    notifications,
    frontDesk,
    tickets,
    ticket,
    dispatch,
    worker,
    workOrders,
    workOrder,
    ...manageRoutes(inside),
    ...workRoutes,
    customers,
    newCustomer,
    customer,
    editCustomer,
    administration,
    people,
    newPerson,
    person,
    editPerson,
    calendars,
    calendar,
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
