import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { clock, reception } from './limits.ts';

type Report = NonNullable<Settings['reports']>[number];

/** REPT-07: S2 §2.1.4.1. Due at the month's end: with three working days to write it, as the report of special situations. */
const managementWork: Report = {
  key: 'management_work',
  name: words('Management work report', '管理工作报告', '管理工作報告'),
  period: 'month',
  owes: 'centre_manager',
  to: 'deputy_general_manager',
  of: 'centre',
  holds: ['promises', 'staff', 'causes', 'improvements', 'proposals'],
  limit: reception('P3D', upward),
};

/** REPT-09: S2 §2.1.1.7 gives no interval; shipped as monthly. */
const departmentWork: Report = {
  key: 'department_work',
  name: words('Report on department work', '部门工作报告', '部門工作報告'),
  period: 'month',
  owes: 'customer_service_head',
  to: 'deputy_general_manager',
  of: 'department',
  holds: ['promises', 'staff', 'causes'],
  limit: reception('P3D', upward),
};

/** ROLE-44, S4 §2.7(1): by the 5th of the next quarter's first month. The appraisal forms themselves go another way (SURV-05). */
const quarterly: Report = {
  key: 'quarterly_summary',
  name: words('Quarterly summary', '季度汇总', '季度彙總'),
  period: 'quarter',
  owes: 'centre_manager',
  to: 'superior_department',
  of: 'centre',
  holds: ['promises', 'causes', 'control_chart', 'improvements', 'proposals'],
  limit: clock('P5D', upward),
};

/** REPT-14, S4 §2.7(2)6: before 5 January, which four days from the year's end come to. */
const yearly: Report = {
  key: 'yearly_statistics',
  name: words(
    'Yearly summary of statistical techniques and proposals',
    '年度统计技术应用与建议汇总',
    '年度統計技術應用與建議彙總',
  ),
  period: 'year',
  owes: 'centre_manager',
  to: 'general_manager_office',
  of: 'centre',
  holds: ['promises', 'causes', 'control_chart', 'techniques', 'improvements', 'proposals'],
  limit: clock('P4D', upward),
};

/** KEYS-03, KEYS-04, REPT-10: no interval is given; shipped as monthly, with two working days to write it. */
const keyManagement: Report = {
  key: 'key_management',
  name: words('Key management report', '钥匙管理报告', '鑰匙管理報告'),
  period: 'month',
  owes: 'permits_keys_assistant',
  to: 'centre_manager',
  of: 'centre',
  holds: ['keys'],
  only: true,
  limit: reception('P2D', upward),
};

/** PASS-03, REPT-10. */
const permitStatistics: Report = {
  key: 'permit_statistics',
  name: words('Statistics of permits issued', '本月办证情况统计表', '本月辦證情況統計表'),
  period: 'month',
  owes: 'permits_keys_assistant',
  to: 'centre_manager',
  of: 'centre',
  holds: ['permits'],
  only: true,
  limit: reception('P2D', upward),
};

/** REPT-01: S0 Part 3 item 4. Weekly, on time, to the superior: with the next working day to write it (inferred). */
const serviceWeek: Report = {
  key: 'service_week',
  name: words('Weekly report of the service centre', '客服中心周报', '客服中心週報'),
  period: 'week',
  owes: 'customer_service_supervisor',
  to: 'customer_service_head',
  of: 'centre',
  holds: ['materials', 'work'],
  limit: reception('P1D', upward),
};

export const reports: Report[] = [
  managementWork,
  departmentWork,
  quarterly,
  yearly,
  keyManagement,
  permitStatistics,
  serviceWeek,
];
