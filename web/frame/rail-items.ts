import {
  IconBook2,
  IconBuilding,
  IconBucketDroplet,
  IconCalendarCheck,
  IconChartBar,
  IconClipboardList,
  IconCoin,
  IconFileAlert,
  IconFiles,
  IconHeadset,
  IconHeartHandshake,
  IconIdBadge2,
  IconInbox,
  IconKey,
  IconListCheck,
  IconLayoutDashboard,
  IconListDetails,
  IconMail,
  IconPackage,
  IconPhone,
  IconPhoneCheck,
  IconPhoneIncoming,
  IconReceipt2,
  IconRoute,
  IconSettings,
  IconTicket,
  IconTool,
  IconUsers,
  IconZoomCheck,
} from '@tabler/icons-react';
import type { IconType } from '../ui/action-button.tsx';
import type { PlainKey } from '../words/words.ts';

/** What belongs together in the rail, in its order. */
export const RAIL_GROUPS = ['work', 'quality', 'registers', 'figures', 'house'] as const;
export type RailGroup = (typeof RAIL_GROUPS)[number];

export type RailItem = {
  to: string;
  group: RailGroup;
  icon: IconType;
  words: PlainKey;
  /** Shown only to whom holds one of these; everybody where it is missing. */
  rights?: readonly string[];
  /** Stands in the bar at the bottom of a telephone; the others are behind "more". */
  thumb?: boolean;
  /** How many wait there stands beside it. */
  counts?: true;
};

/** The rail, in the order of the day's work. A screen that is not here is reached from another thing only. */
export const railItems: readonly RailItem[] = [
  { to: '/my-work', group: 'work', icon: IconInbox, words: 'frame.my_work', thumb: true },
  {
    to: '/front-desk',
    group: 'work',
    icon: IconHeadset,
    words: 'frame.front_desk',
    rights: ['contact.record'],
    thumb: true,
  },
  {
    to: '/messages',
    group: 'work',
    icon: IconMail,
    words: 'frame.messages',
    rights: ['conversation.see'],
    counts: true,
  },
  {
    to: '/telephone',
    group: 'registers',
    icon: IconPhone,
    words: 'frame.telephone',
    rights: ['contact.record', 'report.see'],
  },
  { to: '/worker', group: 'work', icon: IconTool, words: 'frame.worker', rights: ['work_order.do'], thumb: true },
  { to: '/tickets', group: 'work', icon: IconTicket, words: 'frame.tickets', rights: ['ticket.see'], thumb: true },
  { to: '/dispatch', group: 'work', icon: IconRoute, words: 'frame.dispatch', rights: ['work_order.issue'] },
  { to: '/day-plan', group: 'work', icon: IconCalendarCheck, words: 'frame.day_plan', rights: ['ticket.handle'] },
  {
    to: '/return-visits',
    group: 'quality',
    icon: IconPhoneCheck,
    words: 'frame.return_visits',
    rights: ['return_visit.see'],
  },
  { to: '/notices', group: 'quality', icon: IconFileAlert, words: 'frame.notices', rights: ['rectification.see'] },
  { to: '/rounds', group: 'quality', icon: IconListCheck, words: 'frame.rounds', rights: ['commitment.see'] },
  {
    to: '/quality',
    group: 'quality',
    icon: IconZoomCheck,
    words: 'frame.quality',
    rights: ['report.see', 'rectification.see'],
  },
  { to: '/surveys', group: 'quality', icon: IconClipboardList, words: 'frame.surveys', rights: ['survey.see'] },
  {
    to: '/contacts',
    group: 'registers',
    icon: IconPhoneIncoming,
    words: 'frame.contacts',
    rights: ['contact.record', 'report.see'],
  },
  {
    to: '/work-orders',
    group: 'registers',
    icon: IconClipboardList,
    words: 'frame.work_orders',
    rights: ['work_order.see'],
  },
  { to: '/registers', group: 'registers', icon: IconHeartHandshake, words: 'frame.registers', rights: ['ticket.see'] },
  { to: '/customers', group: 'registers', icon: IconUsers, words: 'frame.customers', rights: ['customer.see'] },
  { to: '/charges', group: 'registers', icon: IconReceipt2, words: 'frame.charges', rights: ['charge.see'] },
  { to: '/custody', group: 'registers', icon: IconKey, words: 'frame.custody', rights: ['custody.see'] },
  { to: '/board', group: 'figures', icon: IconLayoutDashboard, words: 'frame.board', rights: ['report.see'] },
  { to: '/figures', group: 'figures', icon: IconChartBar, words: 'frame.figures', rights: ['report.see'] },
  { to: '/budget', group: 'figures', icon: IconCoin, words: 'frame.budget', rights: ['budget.see'] },
  { to: '/materials', group: 'figures', icon: IconPackage, words: 'frame.materials', rights: ['material.see'] },
  { to: '/places', group: 'house', icon: IconBuilding, words: 'frame.places', rights: ['place.see'] },
  {
    to: '/papers',
    group: 'house',
    icon: IconFiles,
    words: 'frame.papers',
    rights: ['document.write', 'meeting.call', 'liaison.log'],
  },
  {
    to: '/contractors',
    group: 'house',
    icon: IconBucketDroplet,
    words: 'frame.contractors',
    rights: ['contractor.judge', 'rectification.issue', 'contact.record'],
  },
  { to: '/knowledge', group: 'house', icon: IconBook2, words: 'frame.knowledge', rights: ['search'] },
  {
    to: '/services',
    group: 'house',
    icon: IconListDetails,
    words: 'frame.services',
    rights: ['work_order.issue', 'limit.edit'],
  },
  { to: '/staff', group: 'house', icon: IconIdBadge2, words: 'frame.staff' },
  {
    to: '/administration',
    group: 'house',
    icon: IconSettings,
    words: 'frame.administration',
    rights: ['people.edit', 'calendar.edit', 'limit.edit', 'audit.see'],
  },
];

export function itemsFor(rights: readonly string[]): RailItem[] {
  return railItems.filter((item) => !item.rights || item.rights.some((right) => rights.includes(right)));
}
