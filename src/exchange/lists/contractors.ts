import { listChecks, listContractorDues } from '../../contractor/checks.ts';
import { listContractors } from '../../contractor/contractors.ts';
import { listFaults } from '../../contractor/faults.ts';
import { checksQuery, contractorDuesQuery, contractorsQuery, faultsQuery } from '../../contractor/inputs.ts';
import { ordersQuery } from '../../dispatch/inputs.ts';
import { listOrders } from '../../dispatch/orders.ts';
import { CHECK_STATES, DISPATCH_STATES, FAULT_STATES, POINT_VERDICTS, STANDINGS } from '../codes-of-contractors.ts';
import { listOut, words } from '../list-out.ts';

const CONTRACTOR = words('Contractor', '承包商', '承包商');
const SERVICE = words('Service', '服务项目', '服務項目');
const STATE = words('State', '状态', '狀態');
const DUE = words('Due', '应完成时间', '應完成時間');
const IN_CHARGE = words('In charge', '负责人', '負責人');

export const contractors = listOut({
  key: 'contractors',
  name: words('Contractors', '承包商', '承包商'),
  admits: 'rectification.see',
  query: contractorsQuery,
  read: listContractors,
  columns: (of) => [
    of.text('name', CONTRACTOR, (row) => row.name, 30),
    of.text('contact', words('Contact', '联系人', '聯絡人'), (row) => row.contact),
    of.text('phone', words('Telephone', '电话', '電話'), (row) => row.phone),
    of.text('agreement', words('Agreement', '合同编号', '合約編號'), (row) => row.agreement),
    of.text('agreedUntil', words('Agreed until', '合同到期', '合約到期'), (row) => row.agreedUntil),
    of.text('person', IN_CHARGE, (row) => row.person.name),
    of.moment('lastCheck', words('Last check', '最近检查', '最近檢查'), (row) => row.lastCheck?.at ?? null),
    of.moment('checkBy', words('To be checked by', '下次检查期限', '下次檢查期限'), (row) => row.checkBy),
    of.text('openFaults', words('Not mended', '未整改项', '未改善項'), (row) => row.openFaults),
  ],
});

export const contractorChecks = listOut({
  key: 'contractor-checks',
  name: words('Checks of contractors', '承包商检查', '承包商檢查'),
  admits: 'rectification.see',
  query: checksQuery,
  read: listChecks,
  columns: (of) => [
    of.moment('checkedAt', words('Checked', '检查时间', '檢查時間'), (row) => row.checkedAt),
    of.text('contractor', CONTRACTOR, (row) => row.contractor.name, 30),
    of.named('service', SERVICE, (row) => row.service.name),
    of.code('verdict', words('Verdict', '结论', '結論'), POINT_VERDICTS, (row) => row.verdict),
    of.text('points', words('Points', '检查项数', '檢查項數'), (row) => row.points.length),
    of.text('faults', words('Not conform', '不合格项数', '不合格項數'), (row) => row.faults),
    of.text('by', words('Checked by', '检查人', '檢查人'), (row) => row.by.name),
    of.text('remark', words('Remark', '备注', '備註'), (row) => row.remark, 40),
  ],
});

export const contractorDues = listOut({
  key: 'contractor-dues',
  name: words('Checks of contractors by period', '承包商检查周期', '承包商檢查週期'),
  admits: 'rectification.see',
  query: contractorDuesQuery,
  read: listContractorDues,
  columns: (of) => [
    of.text('contractor', CONTRACTOR, (row) => row.contractor.name, 30),
    of.named('service', SERVICE, (row) => row.service.name),
    of.text('begins', words('Period from', '周期开始', '週期開始'), (row) => row.begins),
    of.moment('until', words('To be checked before', '应检查时限', '應檢查時限'), (row) => row.until),
    of.code('state', STATE, CHECK_STATES, (row) => row.state),
    of.moment('checkedAt', words('Checked', '检查时间', '檢查時間'), (row) => row.checkedAt),
    of.text('person', IN_CHARGE, (row) => row.person.name),
  ],
});

export const contractorFaults = listOut({
  key: 'contractor-faults',
  name: words('Improvements asked of contractors', '承包商整改', '承包商改善'),
  admits: 'rectification.see',
  query: faultsQuery,
  read: listFaults,
  columns: (of) => [
    of.moment('askedAt', words('Asked', '提出时间', '提出時間'), (row) => row.askedAt),
    of.text('contractor', CONTRACTOR, (row) => row.contractor.name, 30),
    of.named('service', SERVICE, (row) => row.service.name),
    of.named('point', words('Point', '检查项', '檢查項'), (row) => row.point),
    of.text('notConform', words('Not conform', '不合格情况', '不合格情形'), (row) => row.notConform, 40),
    of.text('improvement', words('Improvement asked', '整改要求', '改善要求'), (row) => row.improvement, 40),
    of.moment('dueAt', DUE, (row) => row.dueAt),
    of.code('state', STATE, FAULT_STATES, (row) => row.state),
    of.moment('mendedAt', words('Mended', '整改完成', '改善完成'), (row) => row.mendedAt),
    of.text('result', words('Result', '结果', '結果'), (row) => row.followUps.at(-1)?.result, 40),
  ],
});

export const dispatchOrders = listOut({
  key: 'dispatch-orders',
  name: words('Orders in emergencies', '应急调度令', '應急調度令'),
  admits: 'work_order.see',
  query: ordersQuery,
  read: listOrders,
  columns: (of) => [
    of.moment('givenAt', words('Given', '下达时间', '下達時間'), (row) => row.givenAt),
    of.text('givenBy', words('Given by', '下达人', '下達人'), (row) => row.givenBy.name),
    of.text('to', words('Sent', '受调人', '受調人'), (row) => row.to.name),
    of.text('what', words('What', '任务', '任務'), (row) => row.what, 40),
    of.text('place', words('Where', '地点', '地點'), (row) => row.place?.code ?? row.spot),
    of.text('ticket', words('Ticket', '单号', '單號'), (row) => row.ticket?.number),
    of.code('standing', words('As he was sent', '下达时状态', '下達時狀態'), STANDINGS, (row) => row.standing),
    of.code('state', STATE, DISPATCH_STATES, (row) => row.state),
    of.moment('takeBy', words('To be taken by', '应接令时间', '應接令時間'), (row) => row.takeBy),
    of.moment('takenAt', words('Taken', '接令时间', '接令時間'), (row) => row.takenAt),
    of.moment('dueAt', DUE, (row) => row.dueAt),
    of.moment('doneAt', words('Done', '完成时间', '完成時間'), (row) => row.doneAt),
    of.text('said', words('Outcome', '结果', '結果'), (row) => row.acts.at(-1)?.said, 40),
  ],
});
