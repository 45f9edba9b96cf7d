import { listOutreachContacts } from '../../outreach/contacts.ts';
import { contactsOfQuery, outreachesQuery } from '../../outreach/inputs.ts';
import { listOutreaches } from '../../outreach/list.ts';
import { OUTREACH_CONTACT_STATES, OUTREACH_STATES, WAYS_OUT } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const outreaches = listOut({
  key: 'outreaches',
  name: words('Relationship care', '客户关怀', '客戶關懷'),
  admits: 'customer.see',
  query: outreachesQuery,
  read: listOutreaches,
  columns: (of) => [
    of.moment('at', words('Started', '发起时间', '發起時間'), (row) => row.at),
    of.text('name', words('Name', '名称', '名稱'), (row) => row.name, 30),
    of.code('state', words('State', '状态', '狀態'), OUTREACH_STATES, (row) => row.state),
    of.text('customers', words('Customers', '客户数', '客戶數'), (row) => row.customers),
    of.text('written', words('Written to', '已发送', '已發送'), (row) => row.counts.written),
    of.text('called', words('Called', '已致电', '已致電'), (row) => row.counts.called),
    of.text('to_call', words('To be called', '待致电', '待致電'), (row) => row.counts.to_call),
    of.text('not_reached', words('Not reached', '未联系上', '未聯絡上'), (row) => row.counts.not_reached),
    of.text('declined', words('Wants nothing', '不愿打扰', '不願打擾'), (row) => row.counts.declined),
    of.text('no_way', words('No way known', '无联系方式', '無聯絡方式'), (row) => row.counts.no_way),
    of.text('by', words('Started by', '发起人', '發起人'), (row) => row.by.name),
  ],
});

export const outreachContacts = listOut({
  key: 'outreach-contacts',
  name: words('Care contacts', '关怀联系记录', '關懷聯絡記錄'),
  admits: 'customer.see',
  query: contactsOfQuery,
  read: listOutreachContacts,
  columns: (of) => [
    of.text('outreach', words('Relationship care', '客户关怀', '客戶關懷'), (row) => row.outreach.name, 30),
    of.text('customer', words('Customer', '客户', '客戶'), (row) => row.customer.name),
    of.code('state', words('State', '状态', '狀態'), OUTREACH_CONTACT_STATES, (row) => row.state),
    of.code('channel', words('Channel', '渠道', '管道'), WAYS_OUT, (row) => row.channel),
    of.moment('at', words('When', '时间', '時間'), (row) => row.at),
    of.text('by', words('Called by', '致电人', '致電人'), (row) => row.by?.name),
    of.moment('dueAt', words('Call due', '致电期限', '致電期限'), (row) => row.dueAt),
    of.moment('answeredAt', words('Wrote back', '回复时间', '回覆時間'), (row) => row.message?.answeredAt ?? null),
    of.text('outcome', words('Outcome', '结果', '結果'), (row) => row.outcome, 40),
  ],
});
