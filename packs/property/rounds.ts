import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';

type Plan = NonNullable<Pack['rounds']>[number];
type Line = Plan['lines'][number];

/** What is not looked at in the morning is said before the centre fills: the post, its supervisor, then the manager. */
const ladder: Plan['ladder'] = [
  { at: { share: 0.5 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'PT2H', basis: 'clock' }, do: 'warn', to: 'centre_manager' },
];

const check = (key: string, name: Line['name'], more: Partial<Line> = {}): Line => ({
  key,
  name,
  record: 'check',
  photo: true,
  followUp: 'task',
  ...more,
});
const stock = (key: string, name: Line['name']): Line => check(key, name, { followUp: 'restocking', photo: false });

const daily = { every: 'day', on: 1, days: 'open', ladder } as const;
const desk = { ...daily, post: 'front_desk_clerk', followUpPost: 'customer_service_assistant' } as const;

/** RECP-06: clean, and stocked; what is missing opens a restocking task that stays open until it is filled. */
const waitingArea: Plan = {
  ...daily,
  key: 'waiting_area',
  name: words('Waiting area', '等候区检查', '等候區檢查'),
  post: 'customer_service_assistant',
  by: '09:30',
  lines: [
    check('clean', words('Clean and tidy', '环境整洁', '環境整潔')),
    stock('free_material', words('Free material', '免费资料', '免費資料')),
    stock('reading_matter', words('Magazines and reading matter', '书报杂志', '書報雜誌')),
    stock('pens', words('Pens', '签字笔', '簽字筆')),
    stock('card_holders', words('Business-card holders', '名片架', '名片架')),
  ],
};

/** RECP-07: clean, nothing private, chairs in order; and pushed back when leaving. */
const counter: Plan = {
  ...desk,
  key: 'counter',
  name: words('Counter', '前台台面检查', '櫃檯檯面檢查'),
  by: '17:30',
  lines: [
    check('clean', words('Counter clean', '台面清洁', '檯面清潔')),
    check('nothing_private', words('No private things', '无私人物品', '無私人物品')),
    check('chairs_in_order', words('Chairs in order', '座椅整齐', '座椅整齊')),
    check('chairs_pushed_back', words('Chairs pushed back when leaving', '离座座椅归位', '離座座椅歸位')),
  ],
};

/** RECP-13: one result per area. */
const rooms: Plan = {
  ...desk,
  key: 'rooms',
  name: words('Tidiness of the rooms', '办公环境检查', '辦公環境檢查'),
  by: '10:00',
  lines: [
    check('front_desk', words('Tidy', '整洁有序', '整潔有序'), { area: words('Front desk', '前台', '櫃檯') }),
    check('office', words('Tidy', '整洁有序', '整潔有序'), { area: words('Office area', '办公区', '辦公區') }),
    check('classroom', words('Tidy', '整洁有序', '整潔有序'), { area: words('Classroom', '教室', '教室') }),
  ],
};

const box = (key: string, name: Plan['name'], by: string, post: string, days: Plan['days']): Plan => ({
  ...daily,
  key,
  name,
  post,
  days,
  by,
  lines: [
    check('opened', words('Opened; letters in it', '开箱，信件数', '開箱，信件數'), {
      record: 'letters',
      photo: false,
    }),
    check('sound', words('Box and lock sound', '箱体与锁完好', '箱體與鎖完好')),
  ],
});

/** CHAN-10: opened every day at a set time, and each letter becomes a case. */
const ownersBox = box(
  'owners_contact_box',
  words("Owners' contact box", '业主联系箱', '業主聯絡箱'),
  '10:00',
  'customer_service_assistant',
  'all',
);
const workBox = box(
  'work_contact_box',
  words('Work contact box', '工作联系箱', '工作聯絡箱'),
  '16:00',
  'front_desk_clerk',
  'open',
);

/** CUST-01, CUST-03: every working day the specialists extract customer files, and each kind of material is brought up to date. */
const material = (key: string, name: Plan['name'], line: Line['name'], by: string): Plan => ({
  ...daily,
  key,
  name,
  post: 'customer_service_specialist',
  by,
  lines: [check('entries', line, { record: 'count', photo: false })],
});
const updated = words('Brought up to date; how many entries', '已更新，条目数', '已更新，條目數');

const customerFiles = material(
  'customer_files',
  words('Customer files of the day', '当日客户资料提炼', '當日客戶資料提煉'),
  words('Extracted and submitted; how many', '已提炼上报，份数', '已提煉上報，份數'),
  '17:00',
);
const contactMaterial = material(
  'material_contact',
  words('Material: persons and contact details', '资料更新：基本信息与联系方式', '資料更新：基本資料與聯絡方式'),
  updated,
  '17:15',
);
const needsMaterial = material(
  'material_needs',
  words('Material: needs and habits', '资料更新：需求与使用习惯', '資料更新：需求與使用習慣'),
  updated,
  '17:15',
);
const opinionsMaterial = material(
  'material_opinions',
  words('Material: opinions and suggestions', '资料更新：意见与建议', '資料更新：意見與建議'),
  updated,
  '17:15',
);

/** FDBC-02: each machine of the business centre is looked at every day; what does not work goes to whoever mends it. */
const machine = (key: string, name: Line['name']): Line =>
  check(key, words('Works, clean, supplied', '运转正常、清洁、耗材充足', '運轉正常、清潔、耗材充足'), { area: name });
const machines: Plan = {
  ...daily,
  key: 'machines',
  name: words('Machines of the business centre', '商务中心设备检查', '商務中心設備檢查'),
  post: 'business_centre_clerk',
  by: '09:15',
  followUpPost: 'maintenance_supervisor',
  lines: [
    machine('fax', words('Fax', '传真机', '傳真機')),
    machine('copier', words('Copier', '复印机', '影印機')),
    machine('printer', words('Printer', '打印机', '印表機')),
    machine('computer', words('Computer', '电脑', '電腦')),
    machine('telephone', words('Telephone', '电话', '電話')),
  ],
};

/** TITL-05, CUST-14: last month's title list, lease list and owners' papers are with the document keeper by the 5th. */
const monthlyLists: Plan = {
  key: 'unit_lists',
  name: words(
    'Title list, lease list and owners’ papers',
    '产权、租赁清册及业主资料移交',
    '產權、租賃清冊及業主資料移交',
  ),
  every: 'month',
  on: 5,
  days: 'all',
  by: '17:00',
  ladder: upward,
  post: 'customer_service_supervisor',
  lines: [
    check('title_list', words('Title list compiled; how many units', '产权清册已编制，户数', '產權清冊已編製，戶數'), {
      record: 'count',
      photo: false,
    }),
    check('lease_list', words('Lease list compiled; how many units', '租赁清册已编制，户数', '租賃清冊已編製，戶數'), {
      record: 'count',
      photo: false,
    }),
    check('received', words('Signed for by the document keeper', '文档管理员已签收', '文件管理員已簽收'), {
      photo: false,
    }),
  ],
};

const to = (department: string, key: string, ...name: Parameters<typeof words>): Line =>
  check(key, words(...name), { department });

/** PTRL-02: S4 §8.5 gives the scope and no interval; shipped as weekly. A line out of order is mended by the department it names. */
const propertyPatrol: Plan = {
  key: 'property_patrol',
  name: words('Property patrol', '物业巡查', '物業巡查'),
  every: 'week',
  on: 3,
  days: 'open',
  by: '17:00',
  ladder,
  post: 'customer_service_head',
  lines: [
    to('engineering', 'facilities', 'Facilities in operation', '设施设备运行', '設施設備運作'),
    to('security', 'security', 'Security', '安全保卫', '安全保衛'),
    to('cleaning_greening', 'cleaning', 'Cleaning', '清洁卫生', '清潔衛生'),
    to('cleaning_greening', 'plant_rental', 'Rented plants', '绿植租摆', '植栽租擺'),
    to('cleaning_greening', 'greening', 'Greening', '绿化养护', '綠化養護'),
    to('engineering', 'lifts', 'Lifts', '电梯运行', '電梯運作'),
    check('appearance', words('Appearance of staff', '员工仪容仪表', '員工儀容儀表')),
    check('discipline', words('Discipline', '劳动纪律', '工作紀律')),
    check('performance', words('Performance', '工作表现', '工作表現')),
  ],
};

/** PTRL-04: S4 §10.4. Safe and clean, each line with the department that mends it. */
const lobby: Plan = {
  ...daily,
  key: 'lobby',
  name: words('Lobby and public areas', '大堂与公共区域检查', '大廳與公共區域檢查'),
  post: 'customer_service_assistant',
  by: '11:00',
  lines: [
    to('cleaning_greening', 'lobby_clean', 'Lobby clean', '大堂卫生', '大廳衛生'),
    to(
      'security',
      'lobby_safe',
      'Lobby safe: ways free, nothing to slip on',
      '大堂安全：通道畅通、地面防滑',
      '大廳安全：通道暢通、地面防滑',
    ),
    to('cleaning_greening', 'areas_clean', 'Public areas clean', '公共区域卫生', '公共區域衛生'),
    to('security', 'areas_safe', 'Public areas safe', '公共区域安全', '公共區域安全'),
    to('engineering', 'facilities', 'Facilities sound and safe', '公共设施完好安全', '公共設施完好安全'),
    to('cleaning_greening', 'environment', 'Surroundings clean and tidy', '周边环境整洁', '周邊環境整潔'),
  ],
};

/** PTRL-05: S4 §10.8. Every day, and never at the hour of the day before. */
const facilityPatrol: Plan = {
  ...daily,
  key: 'facility_patrol',
  name: words('Patrol of the facilities', '设施设备日常巡视', '設施設備日常巡視'),
  post: 'customer_service_assistant',
  days: 'all',
  by: '18:00',
  varies: 30,
  lines: [
    to('engineering', 'lighting', 'Lighting', '公共照明', '公共照明'),
    to('engineering', 'lifts', 'Lifts', '电梯', '電梯'),
    to('engineering', 'pipes', 'Pipes and drains', '给排水管道', '給排水管線'),
    to('engineering', 'doors', 'Doors and locks', '门禁门锁', '門禁門鎖'),
    to('security', 'fire_gear', 'Fire-fighting equipment in its place', '消防器材在位', '消防器材定位'),
  ],
};

const patrolLine = (department: string, ways: Line['ways'], key: string, ...name: Parameters<typeof words>): Line =>
  check(key, words(...name), {
    department,
    ways,
    ...(ways!.includes('suggested') ? { followUp: 'patrol_suggestion' } : {}),
  });

const IMPROVE: Line['ways'] = ['suggested'];

/** PTRL-01: S2 §2.1.1.4 and §2.3.7, at no fixed time, by the manager, the heads and who keeps permits and keys. */
const streetPatrol: Plan = {
  key: 'street_patrol',
  name: words('Patrol of the street and its surroundings', '街区及周边巡查', '街區及周邊巡查'),
  every: 'unplanned',
  on: 1,
  days: 'all',
  by: '18:00',
  ladder,
  post: 'permits_keys_assistant',
  alsoBy: [
    'customer_service_assistant',
    'customer_service_supervisor',
    'customer_service_head',
    'centre_manager',
    'maintenance_supervisor',
    'security_captain',
    'cleaning_supervisor',
  ],
  lines: [
    patrolLine('engineering', IMPROVE, 'public_facilities', 'Public facilities', '公共设施', '公共設施'),
    patrolLine('engineering', IMPROVE, 'equipment', 'Equipment', '设备', '設備'),
    patrolLine('security', IMPROVE, 'security', 'Security', '治安', '治安'),
    patrolLine('cleaning_greening', IMPROVE, 'greening', 'Greening', '绿化', '綠化'),
    patrolLine('cleaning_greening', IMPROVE, 'cleaning', 'Cleaning', '保洁', '清潔'),
  ],
};

const SETTLE: Line['ways'] = ['handled', 'reported'];
const prescribed = (key: string, ...name: Parameters<typeof words>): Line =>
  check(key, words(...name), { ways: SETTLE });

/** PTRL-03: S4 §10.3. Each finding is settled on the spot or reported upward; the points are ours, the source prescribes that there are some. */
const publicAreas: Plan = {
  ...daily,
  key: 'public_areas',
  name: words('Patrol of the public areas', '公共区域定点巡查', '公共區域定點巡查'),
  post: 'customer_service_assistant',
  by: '16:00',
  lines: [
    prescribed('main_gate', 'Main gate and entrance', '主出入口', '主出入口'),
    prescribed('lifts_lobbies', 'Lift lobbies', '电梯厅', '電梯廳'),
    prescribed('stairs_corridors', 'Stairs and corridors', '楼梯与走廊', '樓梯與走廊'),
    prescribed('car_park', 'Car park', '停车场', '停車場'),
    prescribed('garden', 'Garden and playground', '花园与儿童游乐区', '花園與兒童遊樂區'),
    prescribed('waste_point', 'Waste collection point', '垃圾收集点', '垃圾收集點'),
  ],
};

/** PTRL-06: S4 §10.9, regular without an interval; shipped as monthly. One for each unit on the list of vacant units. */
const vacantUnits: Plan = {
  key: 'vacant_units',
  name: words('Vacant unit', '空置房巡检', '空置房巡檢'),
  every: 'month',
  on: 20,
  days: 'open',
  by: '17:00',
  ladder: upward,
  over: 'vacant_units',
  post: 'customer_service_assistant',
  lines: [
    to('engineering', 'doors_windows', 'Doors, windows and locks sound', '门窗及门锁完好', '門窗及門鎖完好'),
    to('engineering', 'water', 'Water shut off, no leak', '水阀关闭、无渗漏', '水閥關閉、無滲漏'),
    to('engineering', 'power_gas', 'Power and gas shut off', '电、燃气已关闭', '電、燃氣已關閉'),
    to(
      'engineering',
      'walls_ceiling',
      'Walls and ceiling dry and whole',
      '墙面、天花板无霉斑裂缝',
      '牆面、天花板無黴斑裂縫',
    ),
    to('engineering', 'fittings', 'Fittings and furnishings complete', '设施配件齐全', '設施配件齊全'),
    to('cleaning_greening', 'clean', 'Clean, nothing left behind', '室内整洁、无遗留物', '室內整潔、無遺留物'),
  ],
};

const asked = (key: string, ...name: Parameters<typeof words>): Line =>
  check(key, words(...name), { record: 'text', photo: false });
const opinion = (department: string, key: string, ...name: Parameters<typeof words>): Line =>
  check(key, words(...name), { department, photo: false });

/** VISIT-20: S2 §2.1.3.4, at intervals it does not name; shipped as once a quarter. One for each tenant in his unit. */
const homeVisits: Plan = {
  key: 'home_visits',
  name: words('Home visit', '租户家访', '租戶家訪'),
  every: 'quarter',
  on: 75,
  days: 'open',
  by: '17:00',
  ladder: upward,
  over: 'tenants',
  post: 'customer_service_assistant',
  lines: [
    asked('spoken_with', 'Spoken with', '受访人', '受訪人'),
    asked('management', 'Opinion on the management', '对管理工作的意见', '對管理工作的意見'),
    opinion('customer_service', 'service', 'Content with service', '对客户服务满意', '對客戶服務滿意'),
    opinion('engineering', 'repairs', 'Content with repairs', '对维修养护满意', '對維修養護滿意'),
    opinion('security', 'security', 'Content with security', '对安全秩序满意', '對安全秩序滿意'),
    opinion('cleaning_greening', 'cleaning', 'Content with cleaning and greening', '对保洁绿化满意', '對清潔綠化滿意'),
    asked('wishes', 'Wishes and suggestions', '建议与需求', '建議與需求'),
  ],
};

export const rounds: Plan[] = [
  waitingArea,
  counter,
  rooms,
  ownersBox,
  workBox,
  machines,
  customerFiles,
  contactMaterial,
  needsMaterial,
  opinionsMaterial,
  monthlyLists,
  propertyPatrol,
  lobby,
  facilityPatrol,
  streetPatrol,
  publicAreas,
  vacantUnits,
  homeVisits,
];
