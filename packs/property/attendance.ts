import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

/** WFRC-03: the front desk is there five minutes before its shift. The kinds of leave are the usual ones; inferred. */
export const attendance: NonNullable<Settings['attendance']> = {
  deskMinutesBefore: 5,
  minutesBefore: 0,
  overtimeFromMinutes: 30,
  leaveKinds: [
    { key: 'annual', name: words('Annual leave', '年假', '年假'), paidPercent: 100 },
    { key: 'sick', name: words('Sick leave', '病假', '病假'), paidPercent: 80 },
    { key: 'personal', name: words('Personal leave', '事假', '事假'), paidPercent: 0 },
    { key: 'family', name: words('Family leave', '婚产丧假', '婚產喪假'), paidPercent: 100 },
    { key: 'in_lieu', name: words('Time off in lieu', '调休', '補休'), paidPercent: 100 },
  ],
  // WFRC-02: labour law of China; what is taken off for being late is the house's own, and shipped as nothing
  wages: {
    currency: 'CNY',
    dayHundredths: 2_175,
    hoursADay: 8,
    lateEach: 0,
    earlyEach: 0,
    noOutEach: 0,
    missingPercent: 100,
    overtimePercent: 150,
  },
  // WFRC-06: S2 §2.3.9 names the permits and keys assistant
  handoverPosts: ['front_desk_clerk', 'permits_keys_assistant'],
  // WFRC-05: S2 §2.3.9 names the permits and keys assistant; the others stand at the counter as he does
  diaryPosts: [
    'permits_keys_assistant',
    'customer_service_assistant',
    'customer_service_specialist',
    'business_centre_clerk',
  ],
};
