import type { Field, Kind } from '../../../src/pack/format.ts';
import type { Guard } from '../../../src/pack/kind-shape.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { clock, emergency, reception, safety, shift } from '../limits.ts';
import { repairStages } from '../stages.ts';
import { repairSteps } from '../steps.ts';
import { leakVisits, repairVisits, safetyVisits } from '../visits.ts';

const guards: { resolve: Guard[]; close: Guard[] } = {
  resolve: ['no_open_work_order', 'outcome_given'],
  close: ['no_open_work_order', 'customer_told', 'visits_ended', 'customer_view_known'],
};

/** Common to every repair: whatever its kind, it is registered, sent, mended, told and visited. */
const repair = {
  type: 'repair',
  stages: repairStages,
  steps: repairSteps,
  guards,
} satisfies Partial<Kind>;

type WorkOrder = NonNullable<Kind['workOrder']>;

const minutesCount: Omit<WorkOrder, 'when'> = {
  accept: clock('PT5M', emergency),
  arrive: clock('PT30M', emergency),
  complete: clock('PT4H', emergency),
};
const urgentWork: Omit<WorkOrder, 'when'> = {
  accept: shift('PT20M'),
  arrive: shift('PT1H'),
  complete: shift('PT8H'),
};

/** Not demanded of anybody who sent hands: their findings stand on the work order (WORK-11), and nothing is asked twice. */
const foundCause: Field = {
  key: 'found_cause',
  name: words('Cause found on the spot', '现场查明原因', '現場查明原因'),
  type: 'long_text',
  at: 'ticket',
};

const trouble = (choices: NonNullable<Field['choices']>): Field => ({
  key: 'trouble',
  name: words('Trouble with', '报修类别', '報修類別'),
  type: 'choice',
  choices,
  at: 'intake',
  requiredFor: 'open',
  indexed: true,
});

const other = { key: 'other', name: words('Something else', '其他', '其他') };

export const leak: Kind = {
  ...repair,
  key: 'leak',
  name: words('Leak', '漏水报修', '漏水報修'),
  about: words('Water where it should not be', '渗水、漏水、返水', '滲水、漏水、倒灌'),
  digit: '3',
  icon: 'droplet',
  urgency: 'urgent',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: true,
  fields: [
    {
      key: 'leak_from',
      name: words('Where the water comes from', '漏水部位', '漏水位置'),
      type: 'choice',
      choices: [
        { key: 'ceiling', name: words('Ceiling, from above', '天花板（楼上渗漏）', '天花板（樓上滲漏）') },
        { key: 'pipe', name: words('Pipe or tap', '水管或龙头', '水管或水龍頭') },
        { key: 'wall', name: words('Wall', '墙面', '牆面') },
        { key: 'window', name: words('Window', '窗户', '窗戶') },
        { key: 'drain', name: words('Floor drain or toilet', '地漏或马桶', '地板排水口或馬桶') },
        { key: 'roof', name: words('Roof', '屋面', '屋頂') },
        { key: 'heating', name: words('Heating or air conditioning', '暖气或空调', '暖氣或冷氣') },
        { key: 'unknown', name: words('Not known yet', '暂不清楚', '暫不清楚') },
      ],
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    {
      key: 'water_running',
      name: words('Is water running now?', '是否正在漏水', '是否正在漏水'),
      hint: words(
        'If it runs freely, make it an emergency',
        '水势较大时，请改为紧急抢修',
        '水勢較大時，請改為緊急搶修',
      ),
      type: 'yes_no',
      at: 'intake',
    },
    {
      key: 'valve_closed',
      name: words('Main valve closed?', '总阀是否已关', '總水閥是否已關'),
      type: 'yes_no',
      at: 'intake',
    },
    { key: 'damage', name: words('Damage done', '受损情况', '受損情況'), type: 'long_text', at: 'ticket' },
    foundCause,
  ],
  commitments: [
    dispatch(reception('PT30M'), { emergency: clock('PT5M', emergency) }),
    complete(shift('P1D'), { emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: { ...urgentWork, when: [{ urgency: 'emergency', ...minutesCount }] },
  visits: leakVisits,
};

export const repairPrivate: Kind = {
  ...repair,
  key: 'repair_private',
  name: words('Repair in a flat or shop', '户内报修', '室內報修'),
  about: words('Something inside a private unit is broken', '业主专有部分的设施损坏', '住戶單位內的設施損壞'),
  digit: '4',
  icon: 'tool',
  urgency: 'normal',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: true,
  fields: [
    trouble([
      { key: 'plumbing', name: words('Water and drains', '给排水', '給排水') },
      { key: 'electrical', name: words('Electricity and light', '电路照明', '電路照明') },
      { key: 'door_window', name: words('Door, window or lock', '门窗锁具', '門窗鎖具') },
      { key: 'wall_floor', name: words('Wall, floor or ceiling', '墙面地面', '牆面地板') },
      { key: 'intercom', name: words('Intercom', '楼宇对讲', '對講機') },
      { key: 'heating', name: words('Heating or air conditioning', '暖气空调', '暖氣冷氣') },
      other,
    ]),
    {
      key: 'charge_agreed',
      name: words('Told that it is charged, and agreed', '已告知收费并同意', '已告知收費並同意'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
  ],
  commitments: [
    dispatch(reception('PT1H'), { urgent: reception('PT30M'), emergency: clock('PT5M', emergency) }),
    complete(shift('P3D'), { urgent: shift('P1D'), emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: {
    accept: shift('PT1H'),
    arrive: shift('PT4H'),
    complete: shift('P2D'),
    when: [
      { urgency: 'emergency', ...minutesCount },
      { urgency: 'urgent', ...urgentWork },
    ],
  },
  visits: repairVisits,
};

export const repairPublic: Kind = {
  ...repair,
  key: 'repair_public',
  name: words('Repair of shared parts', '公共区域报修', '公共區域報修'),
  about: words(
    'Something in a corridor, yard, garage or garden is broken',
    '楼道、庭院、车库、绿地等公共部位损坏',
    '走廊、庭院、車庫、綠地等公共區域損壞',
  ),
  digit: '5',
  icon: 'building',
  urgency: 'normal',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: false,
  fields: [
    trouble([
      { key: 'lighting', name: words('Lighting', '公共照明', '公共照明') },
      { key: 'door_access', name: words('Entrance door or access control', '单元门、门禁', '大門、門禁') },
      { key: 'drain', name: words('Drain or sewer', '雨污水管道', '雨水及污水管') },
      { key: 'road', name: words('Road, paving or barrier', '道路、地砖、道闸', '道路、地磚、車道柵欄') },
      { key: 'wall_roof', name: words('Outer wall or roof', '外墙、屋面', '外牆、屋頂') },
      { key: 'garden', name: words('Garden or playground', '绿化、游乐设施', '綠化、遊樂設施') },
      other,
    ]),
    {
      key: 'danger',
      name: words('Could anybody be hurt?', '是否存在安全隐患', '是否有安全隱患'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
  ],
  commitments: [
    dispatch(reception('PT2H'), { urgent: reception('PT30M'), emergency: clock('PT5M', emergency) }),
    complete(shift('P3D'), { urgent: shift('P1D'), emergency: clock('PT6H', emergency) }),
    tellResult(reception('P1D')),
  ],
  workOrder: {
    accept: shift('PT2H'),
    arrive: shift('P1D'),
    complete: shift('P2D'),
    when: [
      { urgency: 'emergency', ...minutesCount },
      { urgency: 'urgent', ...urgentWork },
    ],
  },
  visits: repairVisits,
};

export const repairSafety: Kind = {
  ...repair,
  key: 'repair_safety',
  name: words('Repair of a safety facility', '安全设施报修', '安全設施報修'),
  about: words(
    'Lift, fire protection, gas, power supply, surveillance',
    '电梯、消防、燃气、供配电、监控等设施',
    '電梯、消防、燃氣、供電、監視器等設施',
  ),
  digit: '6',
  icon: 'shield-exclamation',
  urgency: 'urgent',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: false,
  fields: [
    {
      key: 'facility',
      name: words('Facility', '设施类别', '設施類別'),
      type: 'choice',
      choices: [
        { key: 'lift', name: words('Lift', '电梯', '電梯') },
        { key: 'fire', name: words('Fire protection', '消防设施', '消防設備') },
        { key: 'gas', name: words('Gas', '燃气', '燃氣') },
        { key: 'electricity', name: words('Power supply', '供配电', '供電系統') },
        { key: 'surveillance', name: words('Surveillance and alarms', '监控报警', '監控及警報') },
        other,
      ],
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    {
      key: 'out_of_service',
      name: words('Out of service?', '是否已停用', '是否已停用'),
      type: 'yes_no',
      at: 'intake',
    },
    {
      key: 'people_affected',
      name: words('Is anybody trapped or hurt?', '是否有人被困或受伤', '是否有人被困或受傷'),
      hint: words('If so, make it an emergency', '如有，请改为紧急抢修', '如有，請改為緊急搶修'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
  ],
  commitments: [
    dispatch(clock('PT15M', safety), { emergency: clock('PT5M', emergency) }),
    complete(clock('P1D', safety), { emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: {
    accept: clock('PT15M', safety),
    arrive: clock('PT2H', safety),
    complete: clock('P1D', safety),
    when: [{ urgency: 'emergency', ...minutesCount }],
  },
  visits: safetyVisits,
};

/** CHAN-13, WORK-09: 24 hours, 365 days. */
export const emergencyRepair: Kind = {
  ...repair,
  key: 'emergency_repair',
  name: words('Emergency repair', '紧急抢修', '緊急搶修'),
  about: words(
    'Burst pipe, power cut, people trapped: at any hour of any day',
    '爆管、停电、困人等，全年 24 小时受理',
    '水管爆裂、停電、困人等，全年 24 小時受理',
  ),
  digit: '7',
  icon: 'urgent',
  urgency: 'emergency',
  department: 'engineering',
  needsPlace: true,
  needsCustomer: false,
  fields: [
    {
      key: 'emergency',
      name: words('What happened', '险情类别', '險情類別'),
      type: 'choice',
      choices: [
        { key: 'burst_pipe', name: words('Burst pipe or flooding', '爆管、水浸', '水管爆裂、淹水') },
        { key: 'power_cut', name: words('Power cut', '停电', '停電') },
        { key: 'lift_trapped', name: words('People trapped in a lift', '电梯困人', '電梯困人') },
        { key: 'gas', name: words('Smell of gas', '燃气泄漏', '燃氣洩漏') },
        { key: 'fire', name: words('Fire or smoke', '火情、冒烟', '火警、冒煙') },
        { key: 'falling', name: words('Something falling or loose', '高空坠物隐患', '高空墜物隱患') },
        other,
      ],
      at: 'intake',
      requiredFor: 'open',
      indexed: true,
    },
    {
      key: 'people_in_danger',
      name: words('Are people in danger?', '是否危及人身安全', '是否危及人身安全'),
      type: 'yes_no',
      at: 'intake',
      requiredFor: 'open',
    },
    {
      key: 'first_measures',
      name: words('First measures taken', '已采取的应急措施', '已採取的應急措施'),
      type: 'long_text',
      at: 'ticket',
    },
    foundCause,
  ],
  commitments: [
    dispatch(clock('PT5M', emergency)),
    complete(clock('PT6H', emergency)),
    tellResult(clock('PT2H', emergency)),
  ],
  workOrder: minutesCount,
  visits: repairVisits,
};
