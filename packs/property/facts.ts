import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

const liability = 'liability_asked';

/** PRIN-06: what is proven, by what, with which evidence; nothing on liability before that. */
export const factFields: Field[] = [
  {
    key: 'facts',
    name: words('Facts established', '已查明的事实', '已查明的事實'),
    hint: words(
      'Only what is proven, before anything is said on who is liable',
      '只写已查实的内容，先查明事实再谈责任',
      '只寫已查實的內容，先查明事實再談責任',
    ),
    type: 'long_text',
    at: 'ticket',
  },
  {
    key: 'proven_by',
    name: words('Proven by', '查明依据', '查明依據'),
    type: 'choice',
    choices: [
      { key: 'inspection', name: words('Inspection on the spot', '现场查看', '現場查看') },
      { key: 'recording', name: words('Photo or recording', '照片或录像', '照片或錄影') },
      { key: 'papers', name: words('Papers and records', '书面资料与记录', '書面資料與紀錄') },
      { key: 'statements', name: words('Statements of those concerned', '当事人陈述', '當事人陳述') },
      { key: 'measurement', name: words('Test or measurement', '检测或测量', '檢測或測量') },
    ],
    at: 'ticket',
    indexed: true,
  },
  {
    key: 'evidence',
    name: words('Evidence', '证据留存', '證據留存'),
    hint: words(
      'What is kept and where, besides attached photos; or why there is none',
      '除所附照片外，写明证据及存放处；没有证据的写明原因',
      '除所附照片外，寫明證據及存放處；沒有證據的寫明原因',
    ),
    type: 'long_text',
    at: 'ticket',
  },
];

/** PRIN-05: what weighs for either side. */
export const interestFields: Field[] = [
  {
    key: 'customer_interest',
    name: words('What speaks for the customer', '客户利益考量', '客戶利益考量'),
    type: 'long_text',
    at: 'ticket',
  },
  {
    key: 'firm_interest',
    name: words('What speaks for the company', '公司利益考量', '公司利益考慮'),
    type: 'long_text',
    at: 'ticket',
  },
];

/**
 * PRIN-06, of a leak or repair: once somebody asks who is liable, the facts come first, and then what weighs for whom. Where
 * nobody asks, nothing of it is shown or wanted.
 */
export const liabilityFields: Field[] = [
  {
    key: liability,
    name: words('Is it asked who is liable?', '是否涉及责任认定', '是否涉及責任認定'),
    hint: words(
      'Damage to somebody else, a warranty, a charge that is disputed',
      '造成他人损失、质保范围、收费争议等',
      '造成他人損失、保固範圍、收費爭議等',
    ),
    type: 'yes_no',
    at: 'ticket',
  },
  ...factFields.map((field): Field => ({ ...field, when: { field: liability, is: true } })),
  {
    key: 'liable',
    name: words('Who is liable', '责任方', '責任方'),
    type: 'choice',
    choices: [
      { key: 'household', name: words('The household itself', '住户本人', '住戶本人') },
      { key: 'neighbour', name: words('Another household', '其他住户', '其他住戶') },
      { key: 'centre', name: words('We', '物业服务中心', '物業服務中心') },
      {
        key: 'builder',
        name: words('Builder or contractor, under warranty', '建设或施工单位（质保）', '建設或施工單位（保固）'),
      },
      { key: 'shared', name: words('Several together', '多方共同', '多方共同') },
      { key: 'nobody', name: words('Nobody', '无责任方', '無責任方') },
    ],
    at: 'ticket',
    when: { field: liability, is: true },
  },
  ...interestFields.map((field): Field => ({ ...field, when: { field: liability, is: true } })),
];
