import { receiptsQuery } from '../../receipt/inputs.ts';
import { listReceipts } from '../../receipt/list.ts';
import { DELIVERED_BY, KNOWN_BY, RECEIPT_STATES } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const receipts = listOut({
  key: 'receipts',
  name: words('Receipts of notices', '告知签收', '告知簽收'),
  admits: 'contact.record',
  query: receiptsQuery,
  read: listReceipts,
  columns: (of) => [
    of.text('notice', words('Notice', '告知单号', '告知單號'), (row) => row.notice.number),
    of.text('title', words('About', '告知事项', '告知事項'), (row) => row.notice.title, 30),
    of.text('place', words('Place', '位置', '位置'), (row) => row.place.code),
    of.text('customer', words('Household', '住户', '住戶'), (row) => row.customer.name),
    of.code('state', words('State', '状态', '狀態'), RECEIPT_STATES, (row) => row.state),
    of.moment('deliveredAt', words('Given', '送达时间', '送達時間'), (row) => row.deliveredAt),
    of.code('deliveredBy', words('How given', '送达方式', '送達方式'), DELIVERED_BY, (row) => row.deliveredBy),
    of.moment('knownAt', words('Known', '确认时间', '確認時間'), (row) => row.knownAt),
    of.code('knownBy', words('How said', '确认方式', '確認方式'), KNOWN_BY, (row) => row.knownBy),
    of.moment('missedAt', words('Called on in vain', '未联系上', '未聯絡上'), (row) => row.missedAt),
    of.text('by', words('Written down by', '记录人', '記錄人'), (row) => row.by?.name),
    of.moment('dueAt', words('Due', '期限', '期限'), (row) => row.dueAt),
  ],
});
