import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { callSearch } from '../screens/telephone/search.ts';
import { contactSearch } from '../screens/contacts/search.ts';
import { messageSearch } from '../screens/messages/search.ts';
import { noticeSearch } from '../screens/notices/search.ts';
import { visitSearch } from '../screens/return-visits/search.ts';
import { orderSearch } from '../screens/work-orders/search.ts';
import { contractorSearch } from '../screens/contractors/search.ts';
import { emergencySearch } from '../screens/emergency/search.ts';
import { stepSearch } from '../screens/worker/search.ts';

/** Screens of what came in, of sending hands, of the hands themselves, and of what comes after: return visits and rectification notices. */
export function workRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  return [
    searched('/contacts', contactSearch, () => import('../screens/contacts/contacts.tsx'), 'Contacts'),
    searched('/calls', callSearch, () => import('../screens/telephone/calls.tsx'), 'Calls'),
    screen('/telephone', () => import('../screens/telephone/board.tsx'), 'TelephoneBoard'),
    screen('/rota', () => import('../screens/rota/rota.tsx'), 'Rota'),
    searched('/messages', messageSearch, () => import('../screens/messages/messages.tsx'), 'Messages'),
    screen('/messages/$conversationId', () => import('../screens/messages/conversation.tsx'), 'Conversation'),
    screen('/dispatch', () => import('../screens/dispatch/dispatch.tsx'), 'Dispatch'),
    searched('/emergency', emergencySearch, () => import('../screens/emergency/emergency.tsx'), 'Emergency'),
    screen('/worker', () => import('../screens/worker/worker.tsx'), 'Worker'),
    searched('/work-orders', orderSearch, () => import('../screens/work-orders/work-orders.tsx'), 'WorkOrders'),
    searched('/work-orders/$orderId', stepSearch, () => import('../screens/worker/order.tsx'), 'Order'),
    searched('/return-visits', visitSearch, () => import('../screens/return-visits/return-visits.tsx'), 'ReturnVisits'),
    screen('/return-visits/$visitId', () => import('../screens/return-visits/visit.tsx'), 'Visit'),
    searched('/contractors', contractorSearch, () => import('../screens/contractors/contractors.tsx'), 'Contractors'),
    screen('/contractors/$id', () => import('../screens/contractors/contractor.tsx'), 'Contractor'),
    searched('/notices', noticeSearch, () => import('../screens/notices/notices.tsx'), 'Notices'),
    screen('/notices/$noticeId', () => import('../screens/notices/notice.tsx'), 'Notice'),
  ] as const;
}
