import {
  IconBuilding,
  IconCalendarCheck,
  IconChartBar,
  IconClipboardList,
  IconFileAlert,
  IconHeadset,
  IconHeartHandshake,
  IconInbox,
  IconListCheck,
  IconLayoutDashboard,
  IconListDetails,
  IconPhoneCheck,
  IconPhoneIncoming,
  IconRoute,
  IconSettings,
  IconTicket,
  IconTool,
  IconUsers,
  IconZoomCheck,
} from '@tabler/icons-react';
import type { IconType } from '../ui/action-button.tsx';
import type { PlainKey } from '../words/words.ts';

export type RailItem = {
  to: string;
  icon: IconType;
  words: PlainKey;
  /** Shown only to whom holds one of these; everybody where it is missing. */
  rights?: readonly string[];
  /** Stands in the bar at the bottom of a telephone; the others are behind "more". */
  thumb?: boolean;
};

/** The rail, in the order of the day's work. A screen that is not here is reached from another thing only. */
export const railItems: readonly RailItem[] = [
  { to: '/my-work', icon: IconInbox, words: 'frame.my_work', thumb: true },
  { to: '/front-desk', icon: IconHeadset, words: 'frame.front_desk', rights: ['contact.record'], thumb: true },
  { to: '/worker', icon: IconTool, words: 'frame.worker', rights: ['work_order.do'], thumb: true },
  { to: '/tickets', icon: IconTicket, words: 'frame.tickets', rights: ['ticket.see'], thumb: true },
  { to: '/contacts', icon: IconPhoneIncoming, words: 'frame.contacts', rights: ['contact.record', 'report.see'] },
  { to: '/dispatch', icon: IconRoute, words: 'frame.dispatch', rights: ['work_order.issue'] },
  { to: '/work-orders', icon: IconClipboardList, words: 'frame.work_orders', rights: ['work_order.see'] },
  { to: '/return-visits', icon: IconPhoneCheck, words: 'frame.return_visits', rights: ['return_visit.see'] },
  { to: '/notices', icon: IconFileAlert, words: 'frame.notices', rights: ['rectification.see'] },
  { to: '/rounds', icon: IconListCheck, words: 'frame.rounds', rights: ['commitment.see'] },
  { to: '/day-plan', icon: IconCalendarCheck, words: 'frame.day_plan', rights: ['ticket.handle'] },
  { to: '/registers', icon: IconHeartHandshake, words: 'frame.registers', rights: ['ticket.see'] },
  { to: '/services', icon: IconListDetails, words: 'frame.services', rights: ['work_order.issue', 'limit.edit'] },
  { to: '/customers', icon: IconUsers, words: 'frame.customers', rights: ['customer.see'] },
  { to: '/places', icon: IconBuilding, words: 'frame.places', rights: ['place.see'] },
  { to: '/board', icon: IconLayoutDashboard, words: 'frame.board', rights: ['report.see'] },
  { to: '/quality', icon: IconZoomCheck, words: 'frame.quality', rights: ['report.see', 'rectification.see'] },
  { to: '/figures', icon: IconChartBar, words: 'frame.figures', rights: ['report.see'] },
  {
    to: '/administration',
    icon: IconSettings,
    words: 'frame.administration',
    rights: ['people.edit', 'calendar.edit', 'limit.edit', 'audit.see'],
  },
];

export function itemsFor(rights: readonly string[]): RailItem[] {
  return railItems.filter((item) => !item.rights || item.rights.some((right) => rights.includes(right)));
}
