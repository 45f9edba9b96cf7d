import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { desk, upward } from './ladders.ts';
import { reception } from './limits.ts';

type Charging = NonNullable<Settings['charging']>;
type Item = Charging['items'][number];

/** The price and the document are examples to be replaced by what the city's price bureau has published. */
const managementStandard: Item['standard'] = {
  name: words(
    'Guide price for residential property services, City Development and Reform (Price) Bureau',
    '市发展改革委（物价）住宅物业服务收费指导标准',
    '市發展改革委（物價）住宅物業服務收費指導標準',
  ),
  number: '发改价格〔2025〕18号',
  from: '2025-07-01',
  until: '2028-06-30',
};

const item = (key: string, name: Item['name'], rest: Partial<Item> & Pick<Item, 'basis'>): Item => ({
  key,
  name,
  rate: null,
  period: null,
  payers: [],
  standard: null,
  paidService: false,
  on: true,
  ...rest,
});

/** FEE-01, FEE-02, FEE-03, FEE-05, AGCY-03: what an estate charges. Amounts are in fen. */
export const charging: Charging = {
  currency: 'CNY',
  items: [
    item('management_fee', words('Management fee', '物业管理费', '物業管理費'), {
      basis: 'area',
      rate: 235,
      period: 'month',
      payers: ['owner'],
      standard: managementStandard,
    }),
    item('tenant_management_fee', words('Management fee of tenants', '租户物业管理费', '租戶物業管理費'), {
      basis: 'agreed',
      period: 'month',
      payers: ['tenant'],
    }),
    item('rent', words('Rent', '租金', '租金'), { basis: 'agreed', period: 'month', payers: ['tenant'] }),
    item('water', words('Water', '水费', '水費'), {
      basis: 'given',
      period: 'month',
      payers: ['tenant', 'resident', 'owner'],
    }),
    item('electricity', words('Electricity', '电费', '電費'), {
      basis: 'given',
      period: 'month',
      payers: ['tenant', 'resident', 'owner'],
    }),
    item('parking', words('Parking space', '车位费', '車位費'), {
      basis: 'agreed',
      period: 'month',
      payers: ['tenant', 'resident', 'owner'],
    }),
    item('paid_service', words('Paid service', '有偿服务费', '有償服務費'), { basis: 'piece', paidService: true }),
    item('permit_fee', words('Permit fee', '办证工本费', '辦證工本費'), { basis: 'piece', rate: 1000 }),
    item('renovation_charge', words('Renovation charges', '装修管理费', '裝修管理費'), { basis: 'piece' }),
    item('deposit', words('Deposit', '押金', '按金'), { basis: 'piece' }),
  ],
  noticeDays: 10,
  // AGCY-03: weekly
  closes: 'week',
  posts: {
    dunning: 'customer_service_supervisor',
    delivers: 'customer_service_supervisor',
    finance: 'planning_finance_officer',
  },
  limits: {
    // letters are in people's hands well before the ten days are over
    tell: reception('P3D', desk),
    // S4 §1.6 gives no interval: the first notice within three working days, each next step on its day
    dun: reception('P3D', desk),
    step: reception('P1D', desk),
    // AGCY-03: the money of a week, on the first working day after it
    deliver: reception('P1D', upward),
    confirm: reception('P1D', upward),
  },
};
