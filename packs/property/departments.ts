import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

export const departments: Pack['departments'] = [
  {
    key: 'customer_service',
    name: words('Customer service', '客户服务部', '客戶服務部'),
    calendar: 'reception',
  },
  {
    key: 'engineering',
    name: words('Engineering and maintenance', '工程维修部', '工程維修部'),
    calendar: 'engineering_day_shift',
  },
  {
    key: 'security',
    name: words('Security', '安保服务部', '保安服務部'),
    calendar: 'always',
  },
  {
    key: 'cleaning_greening',
    name: words('Cleaning and greening', '保洁绿化部', '清潔綠化部'),
    calendar: 'cleaning_shift',
  },
  {
    key: 'finance',
    name: words('Planning and finance', '计划财务部', '計劃財務部'),
    calendar: 'office',
  },
  {
    key: 'lift_firm',
    name: words('Lift maintenance firm', '电梯维保单位', '電梯保養公司'),
    calendar: 'always',
    outsideFirm: true,
  },
];
