/** One password for the whole demo; it is printed at the start and is worth nothing. */
export const DEMO_PASSWORD = 'huiyin-demo';

export type Colleague = {
  username: string;
  name: string;
  /** What he holds, and then whom he deputises for. */
  posts: [string, ...string[]];
  skills: string[];
  language?: 'en' | 'zh-hans' | 'zh-hant';
};

/** Fifteen people in their posts; the administrator is made with the organisation. */
export const STAFF: Colleague[] = [
  { username: 'leader', name: '高志远', posts: ['company_leader'], skills: [] },
  { username: 'deputy', name: '沈慧敏', posts: ['deputy_general_manager', 'company_leader'], skills: [] },
  {
    username: 'office',
    name: '方卫国',
    posts: ['office_head', 'deputy_general_manager', 'administration_supervisor'],
    skills: [],
  },
  { username: 'manager', name: '许晴', posts: ['centre_manager', 'office_head'], skills: ['complaint'] },
  {
    username: 'service',
    name: '杨丽华',
    posts: ['customer_service_head', 'centre_manager'],
    skills: ['complaint', 'suggestion'],
  },
  {
    username: 'supervisor',
    name: '何静',
    posts: ['customer_service_supervisor', 'customer_service_head'],
    skills: ['complaint'],
  },
  {
    username: 'desk',
    name: '王小芳',
    posts: ['front_desk_clerk', 'emergency_line'],
    skills: ['consultation', 'request'],
  },
  {
    username: 'desk2',
    name: '李婷',
    posts: ['customer_service_assistant', 'permits_keys_assistant', 'front_desk_clerk', 'emergency_line'],
    skills: ['consultation', 'leak'],
  },
  { username: 'night', name: '孙大勇', posts: ['emergency_line'], skills: ['emergency_repair', 'help'] },
  { username: 'maintenance', name: '赵建军', posts: ['maintenance_supervisor'], skills: ['leak', 'repair_public'] },
  {
    username: 'plumber',
    name: '钱贵生',
    posts: ['repair_worker', 'maintenance_supervisor'],
    skills: ['leak', 'repair_private'],
  },
  { username: 'electrician', name: '褚明', posts: ['electrician'], skills: ['repair_safety', 'repair_private'] },
  { username: 'security', name: '卫强', posts: ['security_captain', 'security_guard'], skills: ['help'] },
  { username: 'cleaning', name: '韩梅', posts: ['cleaning_supervisor'], skills: ['repair_public'] },
  { username: 'finance', name: '邓敏', posts: ['planning_finance_officer', 'cashier'], skills: [] },
];

const HEADS: Record<string, string> = {
  engineering: 'maintenance',
  customer_service: 'service',
  security: 'security',
  cleaning_greening: 'cleaning',
};

/** Who heads a department; customer service answers for what belongs to nobody. */
export function headOf(department: string | undefined): string {
  return HEADS[department ?? ''] ?? 'service';
}
