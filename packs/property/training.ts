import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';

type Rules = NonNullable<Settings['training']>;

/** Whoever receives people in the hall and at the desk (TRNG-07). */
const HALL = [
  'front_desk_clerk',
  'reception_person',
  'business_centre_clerk',
  'permits_keys_assistant',
  'inspection_escort',
];
const SERVICE = ['customer_service_assistant', 'customer_service_specialist', 'emergency_line'];
const ON_SITE = ['repair_worker', 'electrician', 'security_guard', 'site_administrator', 'technical_support_engineer'];

/** Forms by S3 V4 Benefits 2 and S4 §3.4; what needs renewing, and after how long, is inferred. */
const forms: Rules['forms'] = [
  { key: 'one_to_one', name: words('One-to-one with a coach', '一对一辅导', '一對一輔導'), coached: true },
  { key: 'vocational', name: words('Vocational skill', '职业技能', '職業技能'), coached: false },
  { key: 'knowledge', name: words('Knowledge', '业务知识', '業務知識'), coached: false },
  {
    key: 'etiquette',
    name: words('Etiquette and basic quality', '服务礼仪与基本素质', '服務禮儀與基本素質'),
    coached: false,
  },
  { key: 'process', name: words('Standard process', '标准流程', '標準流程'), coached: false },
];

const courses: Rules['courses'] = [
  {
    key: 'induction',
    name: words('Induction', '入职培训', '入職培訓'),
    about: words(
      'The house, its rules and what it stands for',
      '公司概况、规章制度与服务理念',
      '公司概況、規章制度與服務理念',
    ),
    form: 'knowledge',
    posts: [...HALL, ...SERVICE, ...ON_SITE],
    withinDays: 30,
    validDays: null,
    passes: 80,
  },
  {
    key: 'service_etiquette',
    name: words('Service etiquette', '服务礼仪', '服務禮儀'),
    about: words(
      'Appearance, bearing and how people are greeted, led and seen off',
      '仪容仪表、举止，以及迎送引导客户的规范',
      '儀容儀表、舉止，以及迎送引導客戶的規範',
    ),
    form: 'etiquette',
    posts: HALL,
    withinDays: 30,
    validDays: 365,
    passes: 80,
  },
  {
    key: 'basic_quality',
    name: words('Basic quality', '基本素质', '基本素質'),
    about: words(
      'Discipline, teamwork and keeping one’s calm',
      '职业操守、团队协作与情绪管理',
      '職業操守、團隊協作與情緒管理',
    ),
    form: 'etiquette',
    posts: HALL,
    withinDays: 60,
    validDays: 365,
    passes: 60,
  },
  {
    key: 'communication',
    name: words('Communication', '沟通技巧', '溝通技巧'),
    about: words(
      'Listening, asking, saying no, and the telephone',
      '倾听、提问、婉拒与电话沟通',
      '傾聽、提問、婉拒與電話溝通',
    ),
    form: 'vocational',
    posts: [...SERVICE, 'front_desk_clerk'],
    withinDays: 60,
    validDays: 365,
    passes: 80,
  },
  {
    key: 'services_and_products',
    name: words('Our services and products', '服务项目与产品知识', '服務項目與產品知識'),
    about: words(
      'What we offer, at which price, and what is told of it',
      '服务项目、收费标准与介绍要点',
      '服務項目、收費標準與介紹要點',
    ),
    form: 'knowledge',
    posts: [...SERVICE, 'front_desk_clerk'],
    withinDays: 60,
    validDays: 180,
    passes: 80,
  },
  {
    key: 'fire_and_emergency',
    name: words('Fire and emergency', '消防与应急', '消防與應變'),
    about: words(
      'Extinguishers, ways out, people in lifts',
      '灭火器材、疏散路线与电梯困人处置',
      '滅火器材、疏散路線與電梯困人處置',
    ),
    form: 'vocational',
    posts: [...HALL, ...SERVICE, ...ON_SITE],
    withinDays: 30,
    validDays: 365,
    passes: null,
  },
  {
    key: 'desk_practice',
    name: words('Practice at the desk', '前台实操', '櫃檯實作'),
    about: words(
      'Taking in, writing down and handing on, beside a coach',
      '在导师带领下受理、登记、派单',
      '在導師帶領下受理、登記、派工',
    ),
    form: 'one_to_one',
    posts: ['front_desk_clerk'],
    withinDays: 30,
    validDays: null,
    passes: null,
  },
];

const HOUSE = {
  key: 'house',
  name: words(
    'Knows the house, its rules and the people of the department',
    '熟悉公司制度和部门同事',
    '熟悉公司制度和部門同事',
  ),
};
const SAFETY = {
  key: 'safety',
  name: words('Knows the ways out and what to do in an emergency', '掌握疏散路线和应急处置', '掌握疏散路線和應變處置'),
};
const CHECKED = {
  key: 'checked',
  name: words(
    'Did a whole shift under the coach’s eyes',
    '在导师监督下独立完成一个班次',
    '在導師監督下獨立完成一個班次',
  ),
};

const paths: Rules['paths'] = [
  {
    key: 'front_desk',
    name: words('Into the front desk', '前台上岗培训', '櫃檯上崗培訓'),
    post: 'front_desk_clerk',
    withinDays: 14,
    steps: [
      HOUSE,
      {
        key: 'etiquette',
        name: words('Receives people as the house does', '按服务礼仪接待来访客户', '按服務禮儀接待來訪客戶'),
      },
      {
        key: 'taking_in',
        name: words(
          'Takes in requests and complaints, and sends them on',
          '受理报修、咨询和投诉并派单',
          '受理報修、查詢和投訴並派工',
        ),
      },
      SAFETY,
      CHECKED,
    ],
  },
  {
    key: 'assistant',
    name: words('Into customer service', '客服助理上岗培训', '客服助理上崗培訓'),
    post: 'customer_service_assistant',
    withinDays: 21,
    steps: [
      HOUSE,
      {
        key: 'matters',
        name: words(
          'Follows a matter from intake to return visit',
          '从受理到回访全程跟进一件事项',
          '從受理到回訪全程跟進一件事項',
        ),
      },
      { key: 'visits', name: words('Visits a household with the coach', '与导师一同上门走访', '與導師一同上門走訪') },
      SAFETY,
      CHECKED,
    ],
  },
  {
    key: 'repairs',
    name: words('Into repairs', '维修工上岗培训', '維修技工上崗培訓'),
    post: 'repair_worker',
    withinDays: 14,
    steps: [
      HOUSE,
      {
        key: 'home',
        name: words(
          'Works in a home: shoe covers, dust sheet, clearing up',
          '入户维修规范：鞋套、防尘布、清场',
          '入戶維修規範：鞋套、防塵布、清場',
        ),
      },
      { key: 'shut_off', name: words('Shuts off water, power and gas', '会关断水、电、燃气', '會關斷水、電、燃氣') },
      SAFETY,
      CHECKED,
    ],
  },
  {
    key: 'guard',
    name: words('Into security', '安保员上岗培训', '保安員上崗培訓'),
    post: 'security_guard',
    withinDays: 14,
    steps: [
      HOUSE,
      { key: 'gate', name: words('Keeps the gate and its register', '门岗值守与登记', '門崗值守與登記') },
      { key: 'patrol', name: words('Walks the rounds', '按路线巡逻', '按路線巡邏') },
      SAFETY,
      CHECKED,
    ],
  },
];

const LEVELS = [
  words('Under guidance', '需指导', '需指導'),
  words('On one’s own', '能独立', '能獨立'),
  words('Skilled', '熟练', '熟練'),
  words('Teaches others', '能带教', '能帶教'),
];

/** TRNG-09: the levels are inferred. */
const skills: Rules['skills'] = [
  {
    key: 'communication',
    name: words('Communication', '沟通技能', '溝通技能'),
    sort: 'communication',
    levels: LEVELS,
    needed: 2,
    posts: [...SERVICE, 'front_desk_clerk'],
    course: 'communication',
  },
  {
    key: 'products',
    name: words('Services and products', '服务与产品知识', '服務與產品知識'),
    sort: 'product',
    levels: LEVELS,
    needed: 2,
    posts: [...SERVICE, 'front_desk_clerk'],
    course: 'services_and_products',
  },
];

/** S1 D Admin 1: the training rules (员工培训制度). */
export const training: Rules = {
  name: words('Training rules', '员工培训制度', '員工培訓制度'),
  ladder: upward,
  soonDays: 30,
  planWithinDays: 14,
  forms,
  courses,
  paths,
  skills,
};
