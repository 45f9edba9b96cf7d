export type Planned = {
  /** In so many days, counted from now; at which hour at the estate. */
  day: number;
  hour: number;
  by: string;
  department: string;
  subject: string;
  form: string;
  course?: string;
  trainer: string;
  place: string;
  people: string[];
  /** Of what was held: the score of each who came; null: he was excused. */
  scores?: Record<string, number | null>;
};

/** A month's plan: held, moved, not held, and still to come. */
export const PLAN: Planned[] = [
  {
    day: -40,
    hour: 9,
    by: 'manager',
    department: 'customer_service',
    subject: '公司概况、规章制度与服务理念',
    form: 'knowledge',
    course: 'induction',
    trainer: 'office',
    place: '二楼会议室',
    people: ['desk', 'desk2', 'night', 'plumber', 'electrician'],
    scores: { desk: 95, desk2: 90, night: 82, plumber: 84, electrician: 88 },
  },
  {
    day: -18,
    hour: 14,
    by: 'service',
    department: 'customer_service',
    subject: '沟通技巧：倾听与婉拒',
    form: 'vocational',
    course: 'communication',
    trainer: 'supervisor',
    place: '二楼会议室',
    people: ['desk', 'desk2', 'night'],
    scores: { desk: 92, desk2: 78, night: null },
  },
  {
    day: -11,
    hour: 15,
    by: 'service',
    department: 'customer_service',
    subject: '前台接待礼仪',
    form: 'etiquette',
    course: 'service_etiquette',
    trainer: 'manager',
    place: '大堂',
    people: ['desk'],
    scores: { desk: 88 },
  },
  {
    day: -9,
    hour: 10,
    by: 'maintenance',
    department: 'engineering',
    subject: '消防器材与电梯困人处置',
    form: 'vocational',
    course: 'fire_and_emergency',
    trainer: 'security',
    place: '地下一层消防控制室',
    people: ['plumber', 'electrician'],
    scores: { plumber: 90, electrician: 85 },
  },
  {
    day: -7,
    hour: 16,
    by: 'service',
    department: 'customer_service',
    subject: '新收费标准讲解',
    form: 'knowledge',
    course: 'services_and_products',
    trainer: 'supervisor',
    place: '二楼会议室',
    people: ['desk'],
  },
  {
    day: 3,
    hour: 14,
    by: 'service',
    department: 'customer_service',
    subject: '派单系统实操',
    form: 'one_to_one',
    course: 'desk_practice',
    trainer: 'desk2',
    place: '前台',
    people: ['desk'],
  },
  {
    day: 8,
    hour: 15,
    by: 'service',
    department: 'customer_service',
    subject: '服务项目与产品知识',
    form: 'knowledge',
    course: 'services_and_products',
    trainer: 'supervisor',
    place: '二楼会议室',
    people: ['desk', 'desk2', 'night'],
  },
  {
    day: 12,
    hour: 9,
    by: 'maintenance',
    department: 'engineering',
    subject: '入户维修规范',
    form: 'vocational',
    trainer: 'maintenance',
    place: '工程部值班室',
    people: ['plumber', 'electrician'],
  },
];
