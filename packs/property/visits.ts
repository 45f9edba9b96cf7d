import type { VisitRule } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { desk, noException } from './ladders.ts';
import { clock } from './limits.ts';

// Days of the calendar, counted from the moment the matter is resolved (Appendix A).

/** VISIT-08: three days, no exception; at a safety facility VISIT-02 is the stricter. */
const vip: VisitRule = {
  key: 'vip',
  name: words('VIP', 'VIP 客户回访', 'VIP 客戶回訪'),
  when: ['vip'],
  limit: clock('P3D', noException),
  mostAttempts: 5,
  mayDecline: false,
};

/** VISIT-02. */
const safety: VisitRule = {
  key: 'safety_facility',
  name: words('Safety facility', '安全设施维修回访', '安全設施維修回訪'),
  when: ['safety_place'],
  limit: clock('P2D'),
  mostAttempts: 3,
  mayDecline: true,
};

const vipAtSafety: VisitRule = {
  ...vip,
  key: 'vip_safety_facility',
  name: words('VIP, safety facility', 'VIP 客户安全设施维修回访', 'VIP 客戶安全設施維修回訪'),
  when: ['vip', 'safety_place'],
  limit: clock('P2D', noException),
};

/** VISIT-03. */
const leak: VisitRule = {
  key: 'leak',
  name: words('Leak', '漏水维修回访', '漏水維修回訪'),
  when: [],
  limit: clock('P3D'),
  mostAttempts: 3,
  mayDecline: true,
};

/** VISIT-04. */
const otherRepair: VisitRule = {
  key: 'other_repair',
  name: words('Repair', '一般维修回访', '一般維修回訪'),
  when: [],
  limit: clock('P1W'),
  mostAttempts: 3,
  mayDecline: true,
};

/** VISIT-08: whoever complained, without exception. */
const complaint: VisitRule = {
  key: 'complaint',
  name: words('Complaint', '投诉回访', '投訴回訪'),
  when: [],
  limit: clock('P3D', noException),
  mostAttempts: 5,
  mayDecline: false,
};

/** COMP-11: who asked for help is called back too. */
const afterHelp: VisitRule = {
  key: 'after_service',
  name: words('After the service', '服务后回访', '服務後回訪'),
  when: [],
  limit: clock('P1W', desk),
  mostAttempts: 2,
  mayDecline: true,
};

export const leakVisits: VisitRule[] = [vipAtSafety, safety, vip, leak];
export const repairVisits: VisitRule[] = [vipAtSafety, safety, vip, otherRepair];
/** Every repair of this kind is one of a safety facility, wherever it stands. */
export const safetyVisits: VisitRule[] = [
  { ...vipAtSafety, when: ['vip'] },
  { ...safety, when: [] },
];
export const complaintVisits: VisitRule[] = [complaint];
export const serviceVisits: VisitRule[] = [vip, afterHelp];
/** WORK-08: after a special service the occupier's view is always asked. */
export const specialServiceVisits: VisitRule[] = [vip, { ...afterHelp, key: 'after_special_service' }];
