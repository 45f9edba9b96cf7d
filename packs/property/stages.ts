import type { Stage } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

const WAITING = ['waiting_customer', 'waiting_access', 'waiting_parts', 'waiting_third_party', 'weather'];

/** Out of each of them a repair goes on alike. */
const GOES_ON = ['dispatched', 'in_progress', 'resolved', 'cancelled'];

/** How each course ends: settled, put on file or taken up again where it was; or given up. */
export function ending(
  resolved: Stage['name'],
  back: string,
  cancelled = words('Cancelled', '已取消', '已取消'),
): Stage[] {
  return [
    { key: 'resolved', name: resolved, class: 'resolved', next: ['closed', back] },
    { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: [back] },
    { key: 'cancelled', name: cancelled, class: 'cancelled', next: [] },
  ];
}

/** Something that has to be brought is not there: the clocks rest until it is. */
export const waitingForPapers = (...next: string[]): Stage => ({
  key: 'waiting_customer',
  name: words('Waiting for papers', '等待补交资料', '等候補交資料'),
  class: 'waiting_customer',
  pause: 'waiting_customer',
  next,
});

/** Whoever mends: registered, sent, at work, held up by something declared, mended, verified. */
export const repairStages: Stage[] = [
  {
    key: 'registered',
    name: words('Registered', '已登记', '已登記'),
    class: 'new',
    next: ['dispatched', 'in_progress', ...WAITING, 'resolved', 'cancelled'],
  },
  {
    key: 'dispatched',
    name: words('Work order issued', '已派工', '已派工單'),
    class: 'active',
    next: ['in_progress', ...WAITING, 'resolved', 'cancelled'],
  },
  {
    key: 'in_progress',
    name: words('Being repaired', '维修中', '維修中'),
    class: 'active',
    next: ['dispatched', ...WAITING, 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the customer', '等待客户回复', '等候客戶回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: GOES_ON,
  },
  {
    key: 'waiting_access',
    name: words('Nobody at home', '无人在家', '無人在家'),
    class: 'waiting_customer',
    pause: 'waiting_access',
    next: GOES_ON,
  },
  {
    key: 'waiting_parts',
    name: words('Waiting for parts', '等待配件', '等候零件'),
    class: 'waiting_other',
    pause: 'waiting_parts',
    next: GOES_ON,
  },
  {
    key: 'waiting_third_party',
    name: words('Waiting for a third party', '等待第三方', '等候第三方'),
    class: 'waiting_other',
    pause: 'waiting_third_party',
    next: GOES_ON,
  },
  {
    key: 'weather',
    name: words('Held up by the weather', '因天气暂停', '因天氣暫停'),
    class: 'waiting_other',
    pause: 'weather',
    next: GOES_ON,
  },
  ...ending(words('Repaired, to be visited', '已修复待回访', '已修妥待回訪'), 'in_progress'),
];

export const complaintStages: Stage[] = [
  {
    key: 'received',
    name: words('Received', '已接待', '已接待'),
    class: 'new',
    next: ['accepted', 'investigating', 'cancelled'],
  },
  {
    key: 'accepted',
    name: words('Accepted', '已受理', '已受理'),
    class: 'active',
    next: ['investigating', 'handling', 'waiting_customer', 'waiting_department', 'resolved', 'cancelled'],
  },
  {
    key: 'investigating',
    name: words('Being investigated', '调查核实中', '調查核實中'),
    class: 'active',
    next: ['handling', 'waiting_customer', 'waiting_department', 'resolved', 'cancelled'],
  },
  {
    key: 'handling',
    name: words('Being handled', '处理中', '處理中'),
    class: 'active',
    next: ['investigating', 'waiting_customer', 'waiting_department', 'resolved', 'cancelled'],
  },
  {
    key: 'waiting_customer',
    name: words('Waiting for the complainant', '等待投诉人回复', '等候投訴人回覆'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['investigating', 'handling', 'resolved', 'cancelled'],
  },
  {
    // our own departments are no excuse: nothing is paused
    key: 'waiting_department',
    name: words('With the departments concerned', '相关部门协办中', '相關部門協辦中'),
    class: 'waiting_other',
    next: ['investigating', 'handling', 'waiting_customer', 'resolved', 'cancelled'],
  },
  ...ending(
    words('Settled, to be visited', '已处理待回访', '已處理待回訪'),
    'handling',
    words('Withdrawn by the complainant', '投诉人已撤回', '投訴人已撤回'),
  ),
];

type Names = { new: Stage['name']; active: Stage['name']; resolved: Stage['name'] };

/** Matters settled without hands being sent, most of them in one go. */
export function simpleStages(names: Names): Stage[] {
  return [
    {
      key: 'received',
      name: names.new,
      class: 'new',
      next: ['in_hand', 'waiting_customer', 'waiting_other', 'resolved', 'cancelled'],
    },
    {
      key: 'in_hand',
      name: names.active,
      class: 'active',
      next: ['waiting_customer', 'waiting_other', 'resolved', 'cancelled'],
    },
    {
      key: 'waiting_customer',
      name: words('Waiting for the customer', '等待客户回复', '等候客戶回覆'),
      class: 'waiting_customer',
      pause: 'waiting_customer',
      next: ['in_hand', 'waiting_other', 'resolved', 'cancelled'],
    },
    {
      key: 'waiting_other',
      name: words('Waiting for a third party', '等待第三方', '等候第三方'),
      class: 'waiting_other',
      pause: 'waiting_third_party',
      next: ['in_hand', 'waiting_customer', 'resolved', 'cancelled'],
    },
    ...ending(names.resolved, 'in_hand'),
  ];
}
