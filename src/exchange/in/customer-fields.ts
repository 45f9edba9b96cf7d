import { words } from '../list-out.ts';
import type { FieldIn } from './list-in.ts';

export const CUSTOMER_FIELDS: readonly FieldIn[] = [
  {
    key: 'externalId',
    name: words('Customer number', '客户编号', '客戶編號'),
    also: ['external id', 'id', '业主编号', '住户编号', '外部编号'],
    examples: ['C-1001', 'C-1002'],
  },
  {
    key: 'name',
    name: words('Name', '姓名', '姓名'),
    also: ['customer', '客户姓名', '客户名称', '业主姓名', '业主', '名称', '住户姓名', '租户'],
    required: true,
    examples: ['陈志强', '南山科技有限公司'],
  },
  {
    key: 'kind',
    name: words('Kind', '类型', '類型'),
    also: ['客户类型', 'customer kind', 'type'],
    examples: ['个人', '单位'],
  },
  {
    key: 'phone',
    name: words('Phone', '电话', '電話'),
    also: ['mobile', 'telephone', '手机', '手机号', '手机号码', '联系电话', '联系方式'],
    examples: ['13800138001', '0755-88001234'],
  },
  {
    key: 'phone2',
    name: words('Second phone', '备用电话', '備用電話'),
    also: ['phone 2', '电话2', '联系电话2', '固定电话', '座机'],
    examples: ['0755-88005678', ''],
  },
  {
    key: 'email',
    name: words('Mail', '邮箱', '電郵'),
    also: ['email', 'e-mail', '电子邮箱', '电子邮件'],
    examples: ['', 'office@example.com'],
  },
  {
    key: 'place',
    name: words('Place', '位置', '位置'),
    also: ['unit', 'flat', 'room', '房号', '房屋', '房间号', '单元', '房产', '房屋编码', '地址'],
    examples: ['3-1202', '3-1102、3-902'],
  },
  {
    key: 'relation',
    name: words('Relation', '与房屋关系', '與單位關係'),
    also: ['身份', '关系', '住户类型'],
    examples: ['业主', '租户'],
  },
  {
    key: 'since',
    name: words('Since', '起始日期', '起始日期'),
    also: ['from', '入住日期', '入伙日期'],
    examples: ['2024-03-01', ''],
  },
  {
    key: 'until',
    name: words('Until', '截止日期', '截止日期'),
    also: ['to', '迁出日期', '退租日期'],
    examples: ['', '2027-12-31'],
  },
  {
    key: 'memberOf',
    name: words('Belongs to', '所属家庭或单位', '所屬家庭或公司'),
    also: ['member of', 'household', 'company', '所属家庭', '所属单位', '工作单位', '户主'],
    examples: ['', ''],
  },
  { key: 'vip', name: words('VIP', 'VIP 客户', 'VIP 客戶'), also: ['vip', '重点客户', '贵宾'], examples: ['否', '是'] },
  { key: 'language', name: words('Language', '语言', '語言'), also: ['沟通语言'], examples: ['', ''] },
  {
    key: 'note',
    name: words('Note', '备注', '備註'),
    also: ['remark', 'remarks', '说明', '注意事项'],
    examples: ['', ''],
  },
];
