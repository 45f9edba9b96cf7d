import type { Approval, Field, Kind, Stage } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { ending } from '../stages.ts';
import { complete, tellResult } from '../commitments.ts';
import { schedule } from '../ladders.ts';
import { hurriedWork, reception, shift } from '../limits.ts';
import { atIntake, inspected, onTicket } from '../lines.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

type Name = Field['name'];
type Step = Pick<Approval, 'key' | 'name' | 'before' | 'needs'> & Partial<Approval>;

/** A stage that is come to by the step that was signed for it. */
const stage = (key: string, name: Name, next: string, from: Stage['class'] = 'active'): Stage => ({
  key,
  name,
  class: from,
  next: [next, 'waiting_customer', 'cancelled'],
});

const stages: Stage[] = [
  stage('received', words('Papers to be checked', '待核验资料', '待核驗資料'), 'checked', 'new'),
  stage('checked', words('Papers checked', '资料已核验', '資料已核驗'), 'paid'),
  stage('paid', words('Charges collected', '费用已收取', '費用已收取'), 'explained'),
  stage('explained', words('Explained and signed', '已讲解并签约', '已講解並簽約'), 'papers_given'),
  stage('papers_given', words('Papers handed out', '资料已发放', '資料已發放'), 'accepted'),
  stage('accepted', words('Inspected and accepted', '验房合格', '驗房合格'), 'handed_over'),
  stage('handed_over', words('Keys handed over', '钥匙已交付', '鑰匙已交付'), 'resolved'),
  {
    key: 'waiting_customer',
    name: words('Waiting for the owner', '等待业主', '等候業主'),
    class: 'waiting_customer',
    pause: 'waiting_customer',
    next: ['checked', 'paid', 'explained', 'papers_given', 'accepted', 'handed_over', 'cancelled'],
  },
  ...ending(
    words('Moved in', '入住办结', '遷入完成'),
    'handed_over',
    words('Not moved in', '未办理入住', '未辦理遷入'),
  ),
];

const paper = (key: string, name: Name): Field => onTicket('yes_no', key, name);
const keysOf = (of: readonly Field[]): string[] => of.map(({ key }) => key);

/** MOVE-02, MOVE-10: what the owner brings and fills in. */
const papersIn: Field[] = [
  paper('move_in_notice', words('Move-in notice', '入伙通知书', '遷入通知書')),
  paper('handover_letter', words('Handover letter', '入伙手续书', '遷入手續書')),
  paper(
    'seller_documents',
    words('Documents required by the seller', '售房单位要求的证件资料', '售房單位要求的證件資料'),
  ),
  paper('registration_form', words('Owner registration form filled in', '业主登记表已填妥', '業主登記表已填妥')),
];

/** MOVE-07, MOVE-11: as they stand on the receipts. No account is kept of them here. */
const charges: Field[] = [
  onTicket('text', 'payer', words('Payer', '缴款人', '繳款人')),
  onTicket('number', 'management_fee', words('Management fee (CNY)', '管理费（元）', '管理費（元）')),
  onTicket(
    'text',
    'management_fee_receipt',
    words('Receipt for the management fee', '管理费票据编号', '管理費票據編號'),
  ),
];
const otherCharges: Field[] = [
  onTicket('number', 'other_charge', words('Other charge (CNY)', '其他费用（元）', '其他費用（元）')),
  onTicket('text', 'other_charge_item', words('What the other charge is for', '其他费用项目', '其他費用項目')),
  onTicket(
    'text',
    'other_charge_receipt',
    words('Receipt for the other charge', '其他费用票据编号', '其他費用票據編號'),
  ),
];

/** MOVE-12: explained, and signed by the owner on paper. */
const agreements: Field[] = [
  paper('services_explained', words('Services of the estate explained', '已讲解小区服务内容', '已講解社區服務內容')),
  paper('covenant_signed', words('Interim covenant signed', '业主临时管理规约已签署', '業主臨時管理規約已簽署')),
  paper(
    'renovation_agreement_signed',
    words('Renovation management agreement signed', '住宅装修管理协议已签署', '住宅裝修管理協議已簽署'),
  ),
];

/** MOVE-01, MOVE-04: what the owner receives; the Two Books on the developer's behalf. */
const papersOut: Field[] = [
  paper('acceptance_form_given', words('House acceptance form', '房屋验收单', '房屋驗收單')),
  paper('covenant_given', words('Interim covenant', '业主临时管理规约', '業主臨時管理規約')),
  paper('renovation_agreement_given', words('Renovation management agreement', '住宅装修管理协议', '住宅裝修管理協議')),
  paper('handbook_given', words('Owners’ handbook', '业主手册', '業主手冊')),
  paper('notes_given', words('Move-in notes', '入住须知', '入住須知')),
  paper('fee_agreement_given', words('Fee collection agreement', '管理费收缴协议', '管理費收繳協議')),
  paper('fire_letter_given', words('Fire liability letter', '防火责任书', '防火責任書')),
  paper('two_books_given', words('The Two Books, for the developer', '两书（代开发商发放）', '兩書（代開發商發放）')),
];

/** A line of the inspection: what is not in order is mended by engineering, and nothing is accepted before it is. */
const line = (key: string, name: Name): Field =>
  inspected(key, name, {
    key: 'defect',
    name: words('Defect', '不合格', '不合格'),
    saidIn: 'inspection_remarks',
  });
const inspection: Field[] = [
  line('doors_windows', words('Doors and windows', '门窗', '門窗')),
  line('walls_floors', words('Walls, ceilings and floors', '墙面、顶棚、地面', '牆面、天花板、地面')),
  line('water_drains', words('Water supply and drains', '给排水', '給排水')),
  line('power_lights', words('Power and lights', '供电与照明', '供電與照明')),
  line('equipment', words('Fitted equipment', '配套设备', '配套設備')),
];

/** MOVE-13: where the meters begin. */
const meters: Field[] = [
  onTicket(
    'number',
    'water_reading',
    words('Water meter, starting reading (m³)', '水表底数（立方米）', '水錶底數（立方公尺）'),
  ),
  onTicket(
    'number',
    'electricity_reading',
    words('Electricity meter, starting reading (kWh)', '电表底数（千瓦时）', '電錶底數（千瓦時）'),
  ),
];

/** MOVE-05. */
const keysGiven: Field[] = [
  onTicket('number', 'keys_given', words('Keys handed over', '交付钥匙数量', '交付鑰匙數量')),
  onTicket('text', 'keys_for', words('Which keys', '钥匙名称', '鑰匙名稱'), {
    hint: words('Front door, letter box, cellar', '入户门、信报箱、储藏室等', '大門、信箱、儲藏室等'),
  }),
];

const fields: Field[] = [
  atIntake('choice', 'premises', words('Premises', '房屋类型', '房屋類型'), {
    choices: [
      { key: 'flat', name: words('Flat', '住宅', '住宅') },
      { key: 'shop', name: words('Shop', '商铺', '商舖') },
      { key: 'office', name: words('Office', '写字楼', '辦公室') },
    ],
    indexed: true,
  }),
  atIntake('choice', 'manner', words('Manner', '入伙方式', '遷入方式'), {
    choices: [
      { key: 'ordinary', name: words('Ordinary', '平时入伙', '平時遷入') },
      { key: 'concentrated', name: words('Concentrated', '集中入伙', '集中遷入') },
    ],
    indexed: true,
  }),
  ...papersIn,
  ...charges,
  ...otherCharges,
  ...agreements,
  ...papersOut,
  onTicket('long_text', 'agency_services', words('Agency services asked for', '委托代办事项', '委託代辦事項')),
  ...inspection,
  ...meters,
  onTicket('long_text', 'inspection_remarks', words('What the inspection found', '验房问题说明', '驗房問題說明')),
  ...keysGiven,
];

/** No source names a limit for a step: ours, in reception hours. */
const byReception = (step: Step): Approval => ({
  by: [{ post: 'reception_person' }, { post: 'customer_service_supervisor' }],
  limit: reception('PT4H'),
  ...step,
});

/**
 * MOVE-01..16, APRV-08: the reception person checks, collects, explains and hands out; the escort inspects with the owner and
 * reads the meters; each step is signed by whoever did it, what the owner receives by him too, and none is skipped.
 */
export const moveIn: Kind = {
  key: 'move_in',
  name: words('Moving in', '入住 / 收铺', '遷入 / 收舖'),
  about: words(
    'An owner or tenant takes over his flat or shop',
    '业主、租户办理入住或收铺',
    '業主、租戶辦理遷入或收舖',
  ),
  type: 'request',
  icon: 'clipboard-list',
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  stages,
  fields,
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [complete(reception('P15D', schedule)), tellResult(reception('P1D'))],
  approvals: [
    byReception({
      key: 'papers_checked',
      name: words('Papers checked', '核验资料', '核驗資料'),
      before: 'checked',
      needs: keysOf(papersIn),
      signature: 'own',
    }),
    byReception({
      key: 'charges_collected',
      name: words('Charges collected', '收取费用', '收取費用'),
      before: 'paid',
      needs: keysOf(charges),
      asks: keysOf(otherCharges),
      signature: 'own',
    }),
    byReception({
      key: 'agreements_signed',
      name: words('Covenant and agreement signed', '签署规约与协议', '簽署規約與協議'),
      before: 'explained',
      needs: keysOf(agreements),
      signature: 'customer',
    }),
    byReception({
      key: 'papers_received',
      name: words('Papers received', '入伙资料签收', '遷入資料簽收'),
      before: 'papers_given',
      needs: keysOf(papersOut),
      asks: ['agency_services'],
      signature: 'customer',
    }),
    {
      key: 'inspection',
      name: words('Inspection of the unit', '验房签收', '驗房簽收'),
      by: [{ post: 'inspection_escort' }],
      before: 'accepted',
      needs: keysOf([...inspection, ...meters]),
      asks: ['inspection_remarks'],
      signature: 'customer',
      limit: reception('P1D', schedule),
    },
    {
      key: 'keys_received',
      name: words('Keys received', '领取钥匙签收', '領取鑰匙簽收'),
      by: [{ post: 'inspection_escort' }, { post: 'reception_person' }],
      before: 'handed_over',
      needs: keysOf(keysGiven),
      signature: 'customer',
      limit: reception('PT4H'),
    },
  ],
  // MOVE-15: what the inspection found is mended within this limit
  workOrder: { accept: shift('PT4H'), arrive: shift('P2D'), complete: shift('P7D'), when: hurriedWork },
  visits: serviceVisits,
};
