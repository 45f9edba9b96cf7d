import { listDeliveries } from '../../charge/deliveries.ts';
import { listDunnings } from '../../charge/dunnings.ts';
import {
  chargesQuery,
  deliveriesQuery,
  dunningsQuery,
  noticesQuery,
  receiptsQuery,
  runsQuery,
} from '../../charge/inputs.ts';
import { listCharges } from '../../charge/list.ts';
import { listNotices } from '../../charge/notices-list.ts';
import { WAY_WORDS } from '../../charge/papers.ts';
import { listReceipts } from '../../charge/receipts.ts';
import { listRuns } from '../../charge/runs.ts';
import { moneyText } from '../../kernel/money.ts';
import { listOut, words } from '../list-out.ts';
import { CHARGE_STATES, DELIVERY_STATES, DUNNING_WAYS, NOTICE_STATES } from '../codes-of-charges.ts';

const CUSTOMER = words('Customer', '客户', '客戶');
const ITEM = words('Item', '收费项目', '收費項目');
const PLACE = words('Place', '房号', '房號');
const BEGINS = words('Period from', '所属期起', '所屬期起');
const DUE = words('Due', '应缴日', '應繳日');
const STATE = words('State', '状态', '狀態');
const AMOUNT = words('Amount', '金额', '金額');
const PAID = words('Paid', '已缴', '已繳');
const OPEN = words('Owed', '欠缴', '欠繳');

export const charges = listOut({
  key: 'charges',
  name: words('Charges', '收费', '收費'),
  admits: 'charge.see',
  query: chargesQuery,
  read: listCharges,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 20),
    of.text('place', PLACE, (row) => row.place?.code),
    of.named('item', ITEM, (row) => row.item.name),
    of.text('begins', BEGINS, (row) => row.begins),
    of.text('dueDay', DUE, (row) => row.dueDay),
    of.code('state', STATE, CHARGE_STATES, (row) => row.state),
    of.text('amount', AMOUNT, (row) => moneyText(row.amount)),
    of.text('paid', PAID, (row) => moneyText(row.paid)),
    of.text('waived', words('Waived', '减免', '減免'), (row) => moneyText(row.waived)),
    of.text('open', OPEN, (row) => moneyText(row.open)),
    of.text('standard', words('Standard', '收费依据文号', '收費依據文號'), (row) => row.standard?.number),
    of.text('ticket', words('Matter', '事项', '事項'), (row) => row.ticket?.number),
    of.text('note', words('Note', '说明', '說明'), (row) => row.note, 30),
  ],
});

export const chargeRuns = listOut({
  key: 'charge-runs',
  name: words('Billing runs', '出账记录', '出帳紀錄'),
  admits: 'charge.see',
  query: runsQuery,
  read: listRuns,
  columns: (of) => [
    of.moment('at', words('Billed', '出账时间', '出帳時間'), (row) => row.at),
    of.named('item', ITEM, (row) => row.item.name),
    of.text('begins', BEGINS, (row) => row.begins),
    of.text('dueDay', DUE, (row) => row.dueDay),
    of.text('charges', words('Charges', '笔数', '筆數'), (row) => row.charges),
    of.text('amount', AMOUNT, (row) => moneyText(row.amount)),
    of.text('paid', PAID, (row) => moneyText(row.paid)),
    of.text('open', OPEN, (row) => moneyText(row.open)),
    of.text('by', words('Billed by', '出账人', '出帳人'), (row) => row.by.name),
    of.moment('revokedAt', words('Revoked', '撤回时间', '撤回時間'), (row) => row.revokedAt),
    of.text('revokedBecause', words('Why revoked', '撤回原因', '撤回原因'), (row) => row.revokedBecause, 30),
  ],
});

export const chargeNotices = listOut({
  key: 'charge-notices',
  name: words('Bills told', '缴费通知', '繳費通知'),
  admits: 'charge.see',
  query: noticesQuery,
  read: listNotices,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 20),
    of.code('state', STATE, NOTICE_STATES, (row) => row.state),
    of.text('channel', words('Channel', '渠道', '管道'), (row) => row.channel),
    of.moment('at', words('When', '时间', '時間'), (row) => row.at),
    of.moment('deliveredAt', words('Delivered', '送达时间', '送達時間'), (row) => row.deliveredAt),
    of.text('by', words('Handed over by', '送达人', '送達人'), (row) => row.by?.name),
  ],
});

export const chargeReceipts = listOut({
  key: 'charge-receipts',
  name: words('Receipts of money', '收款记录', '收款紀錄'),
  admits: 'charge.see',
  query: receiptsQuery,
  read: listReceipts,
  columns: (of) => [
    of.text('number', words('Number', '收据编号', '收據編號'), (row) => row.number),
    of.moment('at', words('Taken', '收款时间', '收款時間'), (row) => row.at),
    of.text('customer', CUSTOMER, (row) => row.customer.name, 20),
    of.text('amount', AMOUNT, (row) => moneyText(row.amount)),
    of.code('way', words('Paid by', '付款方式', '付款方式'), WAY_WORDS, (row) => row.way),
    of.text('payer', words('Payer', '代缴人', '代繳人'), (row) => row.payer),
    of.text('reference', words('Reference', '凭证号', '憑證號'), (row) => row.reference),
    of.text('takenBy', words('Taken by', '收款人', '收款人'), (row) => row.takenBy.name),
    of.moment('reversedAt', words('Reversed', '冲销时间', '沖銷時間'), (row) => row.reversedAt),
    of.text('reversedBecause', words('Why reversed', '冲销原因', '沖銷原因'), (row) => row.reversedBecause, 30),
  ],
});

export const dunnings = listOut({
  key: 'dunnings',
  name: words('Overdue', '催缴名单', '催繳名單'),
  admits: 'charge.see',
  query: dunningsQuery,
  read: listDunnings,
  columns: (of) => [
    of.text('customer', CUSTOMER, (row) => row.customer.name, 20),
    of.text('places', PLACE, (row) => row.places.join(', ')),
    of.text('overdue', words('Overdue', '逾期金额', '逾期金額'), (row) => moneyText(row.overdue)),
    of.text('since', words('Since', '最早应缴日', '最早應繳日'), (row) => row.since),
    of.text('steps', words('Steps', '已催次数', '已催次數'), (row) => row.steps),
    of.code('lastStep', words('Last step', '最近方式', '最近方式'), DUNNING_WAYS, (row) => row.lastStep?.way ?? null),
    of.moment('lastAt', words('When', '最近时间', '最近時間'), (row) => row.lastStep?.at ?? null),
    of.text('outcome', words('Outcome', '结果', '結果'), (row) => row.lastStep?.outcome, 40),
    of.text('nextDay', words('Next', '下次跟进', '下次跟進'), (row) => row.nextDay),
    of.moment('closedAt', words('Ended', '结束时间', '結束時間'), (row) => row.closedAt),
  ],
});

export const chargeDeliveries = listOut({
  key: 'charge-deliveries',
  name: words('Money to finance', '上交财务', '上繳財務'),
  admits: 'charge.see',
  query: deliveriesQuery,
  read: listDeliveries,
  columns: (of) => [
    of.text('begins', BEGINS, (row) => row.begins),
    of.code('state', STATE, DELIVERY_STATES, (row) => row.state),
    of.text('computed', words('By the receipts', '应交金额', '應繳金額'), (row) => moneyText(row.computed)),
    of.text('amount', words('Handed over', '实交金额', '實繳金額'), (row) =>
      row.amount === null ? null : moneyText(row.amount),
    ),
    of.text('because', words('Why it differs', '差异说明', '差異說明'), (row) => row.because, 30),
    of.moment('deliveredAt', words('When', '上交时间', '上繳時間'), (row) => row.deliveredAt),
    of.text('deliveredBy', words('By', '上交人', '上繳人'), (row) => row.deliveredBy?.name),
    of.text('received', words('Received', '实收金额', '實收金額'), (row) =>
      row.received === null ? null : moneyText(row.received),
    ),
    of.text(
      'receivedBecause',
      words('Why that differs', '收款差异说明', '收款差異說明'),
      (row) => row.receivedBecause,
      30,
    ),
    of.moment('receivedAt', words('Confirmed', '确认时间', '確認時間'), (row) => row.receivedAt),
    of.text('receivedBy', words('Confirmed by', '确认人', '確認人'), (row) => row.receivedBy?.name),
    of.text('billed', words('Paid service billed', '有偿服务应收', '有償服務應收'), (row) =>
      moneyText(row.ledger.billed),
    ),
    of.text('servicePaid', words('Paid service paid', '有偿服务实收', '有償服務實收'), (row) =>
      moneyText(row.ledger.paid),
    ),
    of.text('serviceOpen', words('Paid service owed', '有偿服务欠收', '有償服務欠收'), (row) =>
      moneyText(row.ledger.open),
    ),
  ],
});
