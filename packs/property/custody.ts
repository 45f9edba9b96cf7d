import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { reception, shift } from './limits.ts';

type Kinds = NonNullable<Settings['custodyKinds']>;
type Counts = NonNullable<Settings['custodyCounts']>;

const AT_THE_DESK = 'permits_keys_assistant';
const AT_THE_PLANT = 'maintenance_supervisor';

export const custodyKinds: Kinds = [
  // KEYS-01: the three kinds of the source
  {
    key: 'public_key',
    name: words('Key of a public place', '公共场所钥匙', '公共場所鑰匙'),
    sort: 'key',
    keeper: AT_THE_DESK,
    needs: ['place'],
  },
  {
    key: 'unit_key',
    name: words('Key of a unit not handed over', '未交付单元钥匙', '未交付單元鑰匙'),
    sort: 'key',
    keeper: AT_THE_DESK,
    needs: ['place'],
  },
  {
    key: 'tenant_key',
    name: words('Key left by a tenant', '租户寄存钥匙', '租戶寄存鑰匙'),
    sort: 'key',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer'],
  },
  // PASS-01
  {
    key: 'vehicle_pass',
    name: words('Vehicle pass', '车辆出入证', '車輛出入證'),
    sort: 'pass',
    keeper: AT_THE_DESK,
    needs: ['valid_until'],
    application: { kind: 'vehicle_pass', approval: 'decision' },
  },
  // PASS-02
  {
    key: 'entry_pass',
    name: words('Entry pass', '出入证', '出入證'),
    sort: 'pass',
    keeper: AT_THE_DESK,
    needs: ['valid_until'],
  },
  {
    key: 'renovation_pass',
    name: words('Renovation pass', '装修施工证', '裝修施工證'),
    sort: 'pass',
    keeper: AT_THE_DESK,
    needs: ['place', 'valid_until'],
  },
  // PASS-04: numbered by the house, issued on an approved application
  {
    key: 'owner_certificate',
    name: words('Owner’s certificate', '业主证', '業主證'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer'],
    application: { kind: 'certificate', approval: 'formality_decision', when: { field: 'certificate', is: 'owner' } },
    series: 'YZ',
  },
  {
    key: 'household_certificate',
    name: words('Household certificate', '住户证', '住戶證'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer'],
    application: {
      kind: 'certificate',
      approval: 'formality_decision',
      when: { field: 'certificate', is: 'household' },
    },
    series: 'ZH',
  },
  {
    key: 'decoration_certificate',
    name: words('Decoration certificate', '装修证', '裝修證'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer', 'valid_until'],
    application: {
      kind: 'certificate',
      approval: 'formality_decision',
      when: { field: 'certificate', is: 'decoration' },
    },
    series: 'ZX',
  },
  {
    key: 'takeover_statement',
    name: words('Statement of taking over', '房屋交接单', '房屋交接單'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer'],
    application: { kind: 'unit_takeover', approval: 'formality_decision' },
    series: 'JJ',
  },
  {
    key: 'transfer_confirmation',
    name: words('Confirmation of transfer', '过户确认单', '過戶確認單'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place', 'customer'],
    application: { kind: 'unit_transfer', approval: 'formality_decision' },
    series: 'GH',
  },
  // PASS-05
  {
    key: 'management_paper',
    name: words('Paper of a management formality', '管理手续证明', '管理手續證明'),
    sort: 'certificate',
    keeper: AT_THE_DESK,
    needs: ['place'],
    application: { kind: 'management_formality', approval: 'formality_decision' },
    series: 'SX',
  },
  // ASST-01
  {
    key: 'fixed_asset',
    name: words('Fixed asset', '固定资产', '固定資產'),
    sort: 'asset',
    keeper: 'customer_service_supervisor',
    needs: ['worth'],
  },
  {
    key: 'equipment',
    name: words('Equipment', '设备设施', '設備設施'),
    sort: 'asset',
    keeper: AT_THE_PLANT,
    needs: ['place'],
  },
  // ASST-02, ASST-03
  {
    key: 'special_tool',
    name: words('Special tool', '专用工具', '專用工具'),
    sort: 'tool',
    keeper: AT_THE_PLANT,
    needs: [],
  },
  {
    key: 'common_tool',
    name: words('Common tool', '常用工具', '常用工具'),
    sort: 'tool',
    keeper: AT_THE_PLANT,
    needs: [],
  },
];

export const custodyCounts: Counts = [
  // ASST-03: regular, no interval given; shipped as monthly, in the first five working days
  {
    key: 'tools',
    name: words('Monthly count of tools', '工具月度盘点', '工具每月盤點'),
    sort: 'tool',
    every: 'month',
    owes: AT_THE_PLANT,
    limit: shift('P5D', upward),
  },
  // ASST-05: inferred; assets once a year
  {
    key: 'assets',
    name: words('Yearly count of assets', '固定资产年度盘点', '固定資產年度盤點'),
    sort: 'asset',
    every: 'year',
    owes: 'customer_service_supervisor',
    limit: reception('P20D', upward),
  },
];
