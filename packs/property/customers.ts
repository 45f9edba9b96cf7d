import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { desk, upward } from './ladders.ts';
import { clock, reception } from './limits.ts';

/** CUST-10: classes of customers with the standard of each; the classes and numbers are examples to be changed. */
export const customerClasses: NonNullable<Settings['customerClasses']> = [
  {
    key: 'key_account',
    name: words('Key customer', '重点客户', '重點客戶'),
    limits: [
      { owed: 'first_answer', limit: reception('PT1H', desk) },
      { owed: 'first_answer', urgency: 'emergency', limit: reception('PT15M', desk) },
      { owed: 'complete', limit: reception('P2D') },
    ],
    contact: clock('P30D', desk),
    services: [
      words('A specialist of his own', '专属客服专员', '專屬客服專員'),
      words('Two visits at home a year', '每年两次上门走访', '每年兩次上門走訪'),
    ],
  },
  {
    key: 'tenant_firm',
    name: words('Firm that leases', '租户单位', '租戶單位'),
    limits: [{ owed: 'first_answer', limit: reception('PT2H', desk) }],
    contact: clock('P60D', desk),
    services: [words('A contact person for fit-out and passes', '装修及证件专人对接', '裝修及證件專人對接')],
  },
  {
    key: 'household',
    name: words('Household', '普通住户', '一般住戶'),
    limits: [],
    contact: clock('P180D', desk),
    services: [],
  },
];

/** ASGN-02: the responsible specialist contacts a customer within one week of his being given, on the calendar; he hears before. */
export const custodians: NonNullable<Settings['custodians']> = {
  posts: ['customer_service_specialist'],
  firstContact: clock('P7D', desk),
};

/** CUST-09: the parts are inferred, and so is the half-year. */
export const customerArchive: NonNullable<Settings['customerArchive']> = {
  parts: [
    { key: 'basics', name: words('Basic data sheet', '基本资料表', '基本資料表'), required: true },
    { key: 'title', name: words('Proof of title or lease', '产权或租赁证明', '產權或租賃證明'), required: true },
    { key: 'covenant', name: words('Signed covenant', '已签管理规约', '已簽管理規約'), required: true },
    {
      key: 'dealings',
      name: words('Letters and records of dealings', '往来函件与记录', '往來函件與記錄'),
      required: false,
    },
    { key: 'photos', name: words('Photographs', '照片', '照片'), required: false },
  ],
  tend: clock('P180D', upward),
};
