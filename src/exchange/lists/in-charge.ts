import { owedContactsQuery, inChargeQuery } from '../../custodian/inputs.ts';
import { listOwedContacts } from '../../custodian/contacts.ts';
import { listInCharge } from '../../custodian/in-charge.ts';
import { archivesQuery } from '../../customer-archive/inputs.ts';
import { listArchives } from '../../customer-archive/list.ts';
import { CHANNELS } from '../codes.ts';
import { CONTACT_SORTS, CONTACT_STATES } from '../codes-of-customers.ts';
import { listOut, words } from '../list-out.ts';

const CUSTOMER = words('Customer', '客户', '客戶');
const CLASS = words('Class', '客户分类', '客戶分類');
const SPECIALIST = words('Specialist', '责任专员', '責任專員');
const DUE = words('Due', '期限', '期限');

export const customersInCharge = listOut({
  key: 'customers-in-charge',
  name: words('Customers in charge', '客户分管', '客戶分管'),
  admits: 'customer.see',
  query: inChargeQuery,
  read: listInCharge,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 30),
    of.named('class', CLASS, (row) => row.class?.name ?? null),
    of.text('person', SPECIALIST, (row) => row.person?.name),
    of.moment('since', words('Since', '分配时间', '分派時間'), (row) => row.since),
    of.moment('lastContactAt', words('Last contact', '最近联系', '最近聯絡'), (row) => row.lastContactAt),
    of.moment('dueAt', words('Next contact', '下次联系', '下次聯絡'), (row) => row.owed?.dueAt ?? null),
  ],
});

export const owedContacts = listOut({
  key: 'custodian-contacts',
  name: words('Contacts owed', '应联系', '應聯絡'),
  admits: 'customer.see',
  query: owedContactsQuery,
  read: listOwedContacts,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 30),
    of.named('class', CLASS, (row) => row.class?.name ?? null),
    of.text('person', SPECIALIST, (row) => row.person.name),
    of.code('sort', words('Owed as', '联系类别', '聯絡類別'), CONTACT_SORTS, (row) => row.sort),
    of.code('state', words('State', '状态', '狀態'), CONTACT_STATES, (row) => row.state),
    of.moment('askedAt', words('Owed since', '起算时间', '起算時間'), (row) => row.askedAt),
    of.moment('dueAt', DUE, (row) => row.dueAt),
    of.moment('doneAt', words('Made', '联系时间', '聯絡時間'), (row) => row.doneAt),
    of.code('channel', words('How', '联系方式', '聯絡方式'), CHANNELS, (row) => row.contact?.channel ?? null),
    of.text('need', words('What was spoken of', '沟通内容', '溝通內容'), (row) => row.contact?.need, 60),
    of.text('outcome', words('Outcome', '结果', '結果'), (row) => row.contact?.outcome, 60),
    of.text('attempts', words('Times tried', '未联系上次数', '未聯絡上次數'), (row) => row.attempts),
  ],
});

export const customerArchives = listOut({
  key: 'customer-archives',
  name: words('Archives of customers', '客户档案', '客戶檔案'),
  admits: 'customer.edit',
  query: archivesQuery,
  read: listArchives,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 30),
    of.named('department', words('Department', '部门', '部門'), (row) => row.archive?.department.name ?? null),
    of.text('keeper', words('Keeper', '保管人', '保管人'), (row) => row.archive?.keeper.name),
    of.moment('openedAt', words('Set up', '建档时间', '建檔時間'), (row) => row.archive?.openedAt ?? null),
    of.moment('touchedAt', words('Last touched', '最近整理', '最近整理'), (row) => row.archive?.touchedAt ?? null),
    of.moment('tendBy', words('To be looked after by', '整理期限', '整理期限'), (row) => row.archive?.tendBy ?? null),
    of.text('filed', words('Filed', '已归档件数', '已歸檔件數'), (row) => row.archive?.filed),
    of.text('missing', words('Parts missing', '缺少部分数', '缺少部分數'), (row) => row.archive?.missing.length),
  ],
});
