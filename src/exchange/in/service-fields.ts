import { words } from '../list-out.ts';
import type { FieldIn } from './list-in.ts';

export const SERVICE_FIELDS: readonly FieldIn[] = [
  {
    key: 'name',
    name: words('Service', '服务项目', '服務項目'),
    also: ['name', '项目', '项目名称', '服务名称', '名称'],
    required: true,
    examples: ['空调清洗', '开锁服务'],
  },
  {
    key: 'features',
    name: words('What it is', '服务内容', '服務內容'),
    also: ['features', '内容', '服务说明', '说明'],
    examples: ['拆洗滤网与室内机', '更换门锁、应急开锁'],
  },
  {
    key: 'price',
    name: words('Price', '收费标准', '收費標準'),
    also: ['fee', '价格', '单价', '收费', '费用'],
    examples: ['120 元/台', '80 元/次'],
  },
  {
    key: 'discount',
    name: words('Discount', '优惠', '優惠'),
    also: ['优惠说明', '折扣'],
    examples: ['两台以上九折', ''],
  },
  { key: 'steps', name: words('Steps', '流程', '流程'), also: ['服务流程', '办理流程'], examples: ['', ''] },
  {
    key: 'method',
    name: words('How to apply', '办理方式', '辦理方式'),
    also: ['apply', '申请方式', '预约方式'],
    examples: ['前台或电话预约', '电话预约'],
  },
  {
    key: 'usualTime',
    name: words('Usual time', '通常用时', '通常用時'),
    also: ['time', '用时', '时长', '服务时间'],
    examples: ['约 1 小时', ''],
  },
  { key: 'unit', name: words('Unit', '计价单位', '計價單位'), also: ['单位', 'per'], examples: ['台', '次'] },
  {
    key: 'hours',
    name: words('Hours', '服务时段', '服務時段'),
    also: ['服务时间段', '可服务时间'],
    examples: ['周一至周六 9:00–18:00', ''],
  },
  {
    key: 'department',
    name: words('Done by', '承办部门', '承辦部門'),
    also: ['department', 'supplier', '部门', '供应商', '服务单位'],
    examples: ['', ''],
  },
  {
    key: 'published',
    name: words('On the customer’s page', '对外公布', '對外公布'),
    also: ['published', '公布', '是否公布'],
    examples: ['否', '否'],
  },
];
