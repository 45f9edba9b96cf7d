import type { AnyRoute } from '@tanstack/react-router';
import { createRoute } from '@tanstack/react-router';
import { screenOf } from './screen.ts';
import { contactSearch } from '../screens/contacts/search.ts';
import { noticeSearch } from '../screens/notices/search.ts';
import { visitSearch } from '../screens/return-visits/search.ts';
import { orderSearch } from '../screens/work-orders/search.ts';
import { stepSearch } from '../screens/worker/search.ts';

/** Screens of what came in, of sending hands, of the hands themselves, and of what comes after: return visits and rectification notices. */
export function workRoutes<Parent extends AnyRoute>(inside: Parent) {
  const contacts = createRoute({
    getParentRoute: () => inside,
    path: '/contacts',
    validateSearch: contactSearch,
    component: screenOf(() => import('../screens/contacts/contacts.tsx'), 'Contacts'),
  });

  const dispatch = createRoute({
    getParentRoute: () => inside,
    path: '/dispatch',
    component: screenOf(() => import('../screens/dispatch/dispatch.tsx'), 'Dispatch'),
  });

  const worker = createRoute({
    getParentRoute: () => inside,
    path: '/worker',
    component: screenOf(() => import('../screens/worker/worker.tsx'), 'Worker'),
  });

  const workOrders = createRoute({
    getParentRoute: () => inside,
    path: '/work-orders',
    validateSearch: orderSearch,
    component: screenOf(() => import('../screens/work-orders/work-orders.tsx'), 'WorkOrders'),
  });

  const workOrder = createRoute({
    getParentRoute: () => inside,
    path: '/work-orders/$orderId',
    validateSearch: stepSearch,
    component: screenOf(() => import('../screens/worker/order.tsx'), 'Order'),
  });

  const returnVisits = createRoute({
    getParentRoute: () => inside,
    path: '/return-visits',
    validateSearch: visitSearch,
    component: screenOf(() => import('../screens/return-visits/return-visits.tsx'), 'ReturnVisits'),
  });

  const returnVisit = createRoute({
    getParentRoute: () => inside,
    path: '/return-visits/$visitId',
    component: screenOf(() => import('../screens/return-visits/visit.tsx'), 'Visit'),
  });

  const notices = createRoute({
    getParentRoute: () => inside,
    path: '/notices',
    validateSearch: noticeSearch,
    component: screenOf(() => import('../screens/notices/notices.tsx'), 'Notices'),
  });

  const notice = createRoute({
    getParentRoute: () => inside,
    path: '/notices/$noticeId',
    component: screenOf(() => import('../screens/notices/notice.tsx'), 'Notice'),
  });
  return [contacts, dispatch, worker, workOrders, workOrder, returnVisits, returnVisit, notices, notice] as const;
}
