import { listCounts } from '../../custody/counts.ts';
import { listEntries } from '../../custody/entries.ts';
import { countsQuery, entriesQuery, issuedQuery, itemsQuery } from '../../custody/inputs.ts';
import { listIssued } from '../../custody/issued.ts';
import { listItems } from '../../custody/list.ts';
import type { CustodyLine } from '../../custody/view.ts';
import {
  CUSTODY_ACTS,
  CUSTODY_CONDITIONS,
  CUSTODY_COUNT_STATES,
  CUSTODY_SORTS,
  CUSTODY_STATES,
  HOLDERS,
  ISSUED_STATES,
} from '../codes-of-custody.ts';
import type { Say } from '../say.ts';
import { listOut, words } from '../list-out.ts';

/** Who has a thing: by name, else that it is in the house or gone. */
function holder({ kind, name }: CustodyLine['holder'], say: Say): string | null {
  return name === '' ? say.code(HOLDERS, kind) : name;
}

export const custodyItems = listOut({
  key: 'custody',
  name: words('Keys and passes', '钥匙与证件', '鑰匙與證件'),
  admits: 'custody.see',
  query: itemsQuery,
  read: listItems,
  columns: (of) => [
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.kind.name),
    of.text('number', words('Number', '编号', '編號'), (row) => row.number),
    of.text('label', words('What it is', '名称', '名稱'), (row) => row.label, 30),
    of.text('place', words('Place', '位置', '位置'), (row) => row.place?.code),
    of.text('customer', words('Customer', '客户', '客戶'), (row) => row.customer?.name),
    of.code('state', words('State', '状态', '狀態'), CUSTODY_STATES, (row) => row.state),
    of.code('condition', words('Condition', '完好状况', '完好狀況'), CUSTODY_CONDITIONS, (row) => row.condition),
    { key: 'holder', name: words('Who has it', '现持有人', '現持有人'), value: (row, say) => holder(row.holder, say) },
    of.moment('since', words('Since', '自', '自'), (row) => row.since),
    of.text('purpose', words('What for', '用途', '用途'), (row) => row.purpose, 30),
    of.moment('dueBack', words('Due back', '应还时间', '應還時間'), (row) => row.dueBack),
    {
      key: 'validUntil',
      name: words('Valid until', '有效期至', '有效期至'),
      time: 'day',
      value: (row, say) => say.day(row.validUntil),
    },
    of.text('worth', words('Worth', '价值', '價值'), (row) => row.worth && row.worth.amount / 100),
    of.text('currency', words('Currency', '币种', '幣別'), (row) => row.worth?.currency),
  ],
});

export const custodyIssued = listOut({
  key: 'custody-issued',
  name: words('Register of what was issued', '发证登记簿', '發證登記簿'),
  admits: 'custody.see',
  query: issuedQuery,
  read: listIssued,
  columns: (of) => [
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.kind.name),
    of.text('number', words('Number', '编号', '編號'), (row) => row.number),
    of.text('label', words('What it says', '内容', '內容'), (row) => row.label, 30),
    of.text('applicant', words('Applicant', '申请人', '申請人'), (row) => row.applicant),
    of.text('place', words('Unit', '单元', '單元'), (row) => row.place?.code),
    {
      key: 'papers',
      name: words('Papers shown', '所验资料', '所驗資料'),
      width: 40,
      value: (row, say) => row.papers.map((one) => say.words(one)).join(' / '),
    },
    of.moment('issuedAt', words('Issued', '发证日期', '發證日期'), (row) => row.issuedAt),
    of.text('issuedBy', words('Issued by', '发证人', '發證人'), (row) => row.issuedBy.name),
    {
      key: 'validUntil',
      name: words('Valid until', '有效期至', '有效期至'),
      time: 'day',
      value: (row, say) => say.day(row.validUntil),
    },
    of.code('state', words('State', '状态', '狀態'), ISSUED_STATES, (row) => row.state),
    of.moment('withdrawnAt', words('Withdrawn', '收回日期', '收回日期'), (row) => row.withdrawnAt),
    of.text('withdrawnBy', words('Withdrawn by', '收回人', '收回人'), (row) => row.withdrawnBy?.name),
    of.text('withdrawnWhy', words('Why withdrawn', '收回原因', '收回原因'), (row) => row.withdrawnWhy, 30),
    of.text('ticket', words('Application', '申请单号', '申請單號'), (row) => row.ticket?.number),
  ],
});

export const custodyEntries = listOut({
  key: 'custody-entries',
  name: words('Ledger of keys and passes', '钥匙与证件流水', '鑰匙與證件流水'),
  admits: 'custody.see',
  query: entriesQuery,
  read: listEntries,
  columns: (of) => [
    of.moment('happenedAt', words('When', '发生时间', '發生時間'), (row) => row.happenedAt),
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.item.kind.name),
    of.text('number', words('Number', '编号', '編號'), (row) => row.item.number),
    of.text('label', words('What it is', '名称', '名稱'), (row) => row.item.label, 30),
    of.code('act', words('Entry', '事由', '事由'), CUSTODY_ACTS, (row) => row.act),
    { key: 'from', name: words('From', '交出人', '交出人'), value: (row, say) => holder(row.from, say) },
    { key: 'to', name: words('To', '接收人', '接收人'), value: (row, say) => holder(row.to, say) },
    of.text('purpose', words('What for', '用途', '用途'), (row) => row.purpose, 30),
    of.code('condition', words('Condition', '完好状况', '完好狀況'), CUSTODY_CONDITIONS, (row) => row.condition),
    of.moment('dueBack', words('Due back', '应还时间', '應還時間'), (row) => row.dueBack),
    {
      key: 'validUntil',
      name: words('Valid until', '有效期至', '有效期至'),
      time: 'day',
      value: (row, say) => say.day(row.validUntil),
    },
    of.text('whatHappened', words('What happened', '事情经过', '事情經過'), (row) => row.whatHappened, 40),
    of.text('cause', words('Cause', '原因', '原因'), (row) => row.cause, 30),
    of.text('measures', words('What was done', '处理措施', '處理措施'), (row) => row.measures, 30),
    of.text('remark', words('Remark', '备注', '備註'), (row) => row.remark, 30),
    of.text('ticket', words('Ticket', '事项', '事項'), (row) => row.ticket?.number),
    of.text('by', words('Entered by', '登记人', '登記人'), (row) => row.by.name),
    of.moment('recordedAt', words('Entered', '登记时间', '登記時間'), (row) => row.recordedAt),
  ],
});

export const custodyCounts = listOut({
  key: 'custody-counts',
  name: words('Counts', '盘点记录', '盤點記錄'),
  admits: 'custody.see',
  query: countsQuery,
  read: listCounts,
  columns: (of) => [
    of.named('name', words('Count', '盘点', '盤點'), (row) => row.name),
    of.code('sort', words('Type', '类别', '類別'), CUSTODY_SORTS, (row) => row.sort),
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.kind?.name),
    {
      key: 'begins',
      name: words('Period from', '周期起始', '週期起始'),
      time: 'day',
      value: (row, say) => say.day(row.begins),
    },
    of.code('state', words('State', '状态', '狀態'), CUSTODY_COUNT_STATES, (row) => row.state),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.text('lines', words('Things', '应盘数', '應盤數'), (row) => row.lines),
    of.text('counted', words('Counted', '已盘数', '已盤數'), (row) => row.counted),
    of.text('differences', words('Differences', '差异数', '差異數'), (row) => row.differences),
    of.text('settled', words('Settled', '已处理数', '已處理數'), (row) => row.settled),
    of.text('begunBy', words('Begun by', '盘点人', '盤點人'), (row) => row.begunBy?.name),
    of.moment('doneAt', words('Completed', '完成时间', '完成時間'), (row) => row.doneAt),
    of.moment('settledAt', words('All settled', '结清时间', '結清時間'), (row) => row.settledAt),
  ],
});
