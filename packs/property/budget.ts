import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { clock, reception } from './limits.ts';

/** Under what the departments of an estate plan and book what they spend. */
export const costKinds: NonNullable<Settings['costKinds']> = [
  { key: 'repairs', name: words('Repairs and upkeep', '维修养护', '維修養護') },
  { key: 'materials', name: words('Materials and tools', '物料及工具', '物料及工具') },
  { key: 'cleaning', name: words('Cleaning and greening', '保洁绿化', '清潔綠化') },
  { key: 'security', name: words('Order and safety', '秩序维护', '秩序維護') },
  { key: 'energy', name: words('Water and power for public areas', '公共水电', '公共水電') },
  { key: 'office', name: words('Office and communication', '办公及通讯', '辦公及通訊') },
  { key: 'training', name: words('Training', '员工培训', '員工培訓') },
  { key: 'community', name: words('Community activities', '社区文化活动', '社區文化活動') },
  { key: 'welfare', name: words('Work clothes and meals', '工服及餐补', '制服及餐費補貼') },
  { key: 'other', name: words('Other', '其他', '其他') },
];

/** FINC-01: S2 §2.1.2.6, drawn up each month, due as it begins (Appendix B, inferred). FINC-02: the block beyond it is inferred. */
export const budget: NonNullable<Settings['budget']> = {
  departments: ['customer_service', 'engineering', 'security', 'cleaning_greening'],
  leadDays: 7,
  ladder: upward,
  approves: 'centre_manager',
  approve: reception('P2D', upward),
  warnAt: [80, 100],
};

/** ASST-06: states inferred; beyond plan or budget as beyond the budget (FINC-02). */
export const materials: NonNullable<Settings['materials']> = {
  approvesBeyond: 'centre_manager',
  approve: reception('P1D', upward),
};

/** FEE-04, REPT-23: "when finance data arrive"; shipped as each quarter, supplied within fifteen days of its end (inferred). */
export const accounts: NonNullable<Settings['accounts']> = {
  owes: 'planning_finance_officer',
  approves: 'centre_manager',
  period: 'quarter',
  limit: clock('P15D', upward),
  approve: reception('P3D', upward),
};
