import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { desk, upward } from './ladders.ts';
import { clock, reception } from './limits.ts';

type Questionnaire = NonNullable<Settings['questionnaires']>[number];
type Question = Questionnaire['questions'][number];

const scale = (key: string, department: string | null, ...text: Parameters<typeof words>): Question => ({
  key,
  sort: 'scale',
  text: words(...text),
  ...(department === null ? {} : { department }),
});

const problem = (key: string, ...name: Parameters<typeof words>) => ({
  key,
  name: words(...name),
  problem: true as const,
});

const weakPoint: Question = {
  key: 'weak_point',
  sort: 'choice',
  text: words('What should be improved first?', '您认为目前最需要改进的是哪一项？', '您認為目前最需要改善的是哪一項？'),
  choices: [
    problem('repair_time', 'Repairs take too long', '维修不及时', '維修不及時'),
    problem('repair_quality', 'Repairs do not last', '维修质量差', '維修品質不佳'),
    problem('cleanliness', 'Cleanliness', '环境卫生', '環境清潔'),
    problem('greening', 'Greening', '绿化养护', '綠化養護'),
    problem('order', 'Security and order', '安全秩序', '安全秩序'),
    problem('parking', 'Parking', '车辆停放', '車輛停放'),
    problem('attitude', 'Attitude of staff', '服务态度', '服務態度'),
    problem('facilities', 'Public facilities', '公共设施', '公共設施'),
    problem('fees', 'Transparency of charges', '收费透明度', '收費透明度'),
    { key: 'nothing', name: words('Nothing', '没有', '沒有') },
  ],
};

const ownWords: Question = {
  key: 'own_words',
  sort: 'text',
  text: words('What else would you like to tell us?', '您还有哪些意见或建议？', '您還有哪些意見或建議？'),
};

const services: Question[] = [
  scale('overall', null, 'Property service as a whole', '物业服务总体评价', '物業服務整體評價'),
  scale('service', 'customer_service', 'Customer service', '客户服务', '客戶服務'),
  scale('repairs', 'engineering', 'Repairs and upkeep', '维修养护', '維修養護'),
  scale('security', 'security', 'Security and order', '安保与秩序', '保安與秩序'),
  scale('cleaning', 'cleaning_greening', 'Cleaning and greening', '保洁与绿化', '清潔與綠化'),
];

/** ROLE-34: by post; the manager confirms and calls the group that evaluates. */
const posts = {
  statistician: 'statistician',
  distributor: 'form_distributor',
  collector: 'form_collector',
  confirms: 'centre_manager',
} as const;

const limits = {
  // inferred: planned in the first two working weeks, confirmed within three working days
  plan: reception('P10D', desk),
  confirm: reception('P3D', upward),
  // SURV-04: recovered within half a month of issue
  recover: clock('P15D', desk),
  // SURV-05: by the 5th of the first month after it
  summary: clock('P5D', upward),
  originals: clock('P10D', upward),
  measure: reception('P5D', desk),
};

const owners = { relations: ['owner'] as 'owner'[] };
const intro = words(
  'Your opinion decides what we improve first. It takes two minutes.',
  '您的意见决定我们优先改进什么，填写约需两分钟。',
  '您的意見決定我們優先改善什麼，填寫約需兩分鐘。',
);

/** SURV-02 to -05: S4 §2.7. Handed out in the middle of the quarter's last month, to a fifth of the owners who moved in. */
const appraisal: Questionnaire = {
  key: 'owner_appraisal',
  name: words('Owner appraisal', '业主评议', '業主意見調查'),
  aim: words(
    'How owners judge our services, and what is weakest',
    '了解业主对各项服务的评价，找出薄弱环节',
    '了解業主對各項服務的評價，找出薄弱環節',
  ),
  intro,
  period: 'quarter',
  issueAfterDays: 75,
  receivers: { ...owners, leastPercent: 20 },
  questions: [...services, weakPoint, ownWords],
  posts: { ...posts, calls: 'centre_manager', to: 'superior_department' },
  limits,
  closed: false,
};

/** SURV-13: S4 §12.5. Shares are inferred: small, so that within a year few are asked twice. */
const monthly: Questionnaire = {
  key: 'monthly_satisfaction',
  name: words('Monthly satisfaction survey', '月度满意度调查', '每月滿意度調查'),
  aim: words(
    'Whether owners are content this month, in four questions',
    '以四个问题了解当月业主满意度',
    '以四個問題了解當月業主滿意度',
  ),
  intro,
  period: 'month',
  issueAfterDays: 14,
  receivers: { ...owners, leastPercent: 2 },
  questions: [...services.slice(0, 3), ownWords],
  posts: { ...posts, to: 'centre_manager' },
  // within the month, so that its report holds what came back
  limits: { ...limits, plan: reception('P5D', desk), confirm: reception('P1D', upward) },
  closed: false,
};

/** SURV-12, -13: S4 §8.9, §12.5. Planned, confirmed and carried out to a report each half-year. */
const halfYearly: Questionnaire = {
  key: 'half_yearly_satisfaction',
  name: words('Half-yearly satisfaction survey', '半年度满意度调查', '半年度滿意度調查'),
  aim: words(
    'Whether satisfaction rose over the half-year, and where to begin',
    '了解半年来满意度的变化，确定改进重点',
    '了解半年來滿意度的變化，確定改善重點',
  ),
  intro,
  period: 'half_year',
  issueAfterDays: 135,
  receivers: { ...owners, leastPercent: 20 },
  questions: [
    ...services,
    scale('fees', 'finance', 'Charges and how they are explained', '收费及说明', '收費及說明'),
    weakPoint,
    ownWords,
  ],
  posts: { ...posts, calls: 'centre_manager', to: 'deputy_general_manager' },
  limits,
  closed: false,
};

export const questionnaires: Questionnaire[] = [appraisal, monthly, halfYearly];
