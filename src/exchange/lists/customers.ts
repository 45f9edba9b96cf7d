import { customersQuery } from '../../customer/inputs.ts';
import { listCustomers } from '../../customer/list.ts';
import { CHANNELS, CUSTOMER_KINDS, RELATIONS } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

export const customers = listOut({
  key: 'customers',
  name: words('Customers', '客户', '客戶'),
  admits: 'customer.see',
  query: customersQuery,
  read: listCustomers,
  columns: [
    { key: 'name', name: words('Name', '姓名', '姓名'), value: (row) => row.name },
    { key: 'kind', name: words('Kind', '类型', '類型'), value: (row, say) => say.code(CUSTOMER_KINDS, row.kind) },
    { key: 'vip', name: words('VIP', 'VIP 客户', 'VIP 客戶'), value: (row, say) => say.yes(row.vip) },
    { key: 'phone', name: words('Phone', '电话', '電話'), value: (row) => row.phone },
    {
      key: 'place',
      name: words('Place', '位置', '位置'),
      value: (row, say) => say.list(row.places.map(({ code }) => code)),
    },
    {
      key: 'relation',
      name: words('Relation', '与房屋关系', '與單位關係'),
      value: (row, say) => say.list(row.places.map(({ relation }) => say.code(RELATIONS, relation))),
    },
    {
      key: 'lastContactAt',
      name: words('Last contact', '最近联系时间', '最近聯絡時間'),
      time: 'moment',
      value: (row, say) => say.at(row.lastContact?.at),
    },
    {
      key: 'lastContactBy',
      name: words('By which channel', '联系渠道', '聯絡管道'),
      value: (row, say) => (row.lastContact ? say.code(CHANNELS, row.lastContact.channel) : null),
    },
    { key: 'open', name: words('Open tickets', '未结受理单', '未結受理單'), value: (row) => row.openCount },
  ],
});
