import { moneyText } from '../../kernel/money.ts';
import { complimentsQuery } from '../../compliment/inputs.ts';
import { listCompliments } from '../../compliment/list.ts';

import { disputesQuery, listDisputes } from '../../dispute/list.ts';
import { offeringsQuery } from '../../offering/inputs.ts';
import { listOfferings } from '../../offering/list.ts';
import { proposalsQuery } from '../../proposal/inputs.ts';
import { listProposals } from '../../proposal/list.ts';
import { CHANNELS } from '../codes.ts';
import { BECAME, DISPUTE_OUTCOMES, PROPOSAL_STATES } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const disputes = listOut({
  key: 'disputes',
  name: words('Disputes', '邻里纠纷', '鄰里糾紛'),
  admits: 'ticket.see',
  query: disputesQuery,
  read: listDisputes,
  columns: (of) => [
    of.text('number', words('Ticket', '受理单号', '受理單號'), (row) => row.number),
    of.text('title', words('Matter', '事项', '事項'), (row) => row.title, 40),
    { key: 'parties', name: words('Parties', '当事人', '當事人'), value: (row, say) => say.list(row.parties) },
    of.named('stage', words('Stage', '阶段', '階段'), (row) => row.stage.name),
    of.text('owner', words('Owner', '负责人', '負責人'), (row) => row.owner.name),
    of.moment('openedAt', words('Opened', '受理时间', '受理時間'), (row) => row.openedAt),
    of.text('attempts', words('Meetings', '调解次数', '調解次數'), (row) => row.attempts),
    of.moment('nextAt', words('Next meeting', '下次调解', '下次調解'), (row) => row.nextAt),
    of.code('outcome', words('Outcome', '结果', '結果'), DISPUTE_OUTCOMES, (row) => row.outcome),
    { key: 'holds', name: words('It holds', '是否履行', '是否履行'), value: (row, say) => say.yes(row.holds) },
    of.moment('closedAt', words('Closed', '结单时间', '結案時間'), (row) => row.closedAt),
  ],
});

export const proposals = listOut({
  key: 'proposals',
  name: words('Suggestions', '建议', '建議'),
  admits: 'ticket.see',
  query: proposalsQuery,
  read: listProposals,
  columns: (of) => [
    of.text('number', words('Ticket', '受理单号', '受理單號'), (row) => row.number),
    of.text('title', words('Suggestion', '建议', '建議'), (row) => row.title, 40),
    of.code('state', words('State', '状态', '狀態'), PROPOSAL_STATES, (row) => row.state),
    of.code('became', words('What became of it', '处理意见', '處理意見'), BECAME, (row) => row.became),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.text('proposer', words('Proposed by', '建议人', '建議人'), (row) => row.proposer),
    of.moment('openedAt', words('Received', '收集时间', '收集時間'), (row) => row.openedAt),
    of.text('planPerson', words('Carried out by', '实施人', '實施人'), (row) => row.planPerson?.name),
    of.moment('planDueAt', words('To be carried out by', '实施期限', '實施期限'), (row) => row.planDueAt),
    of.moment('realisedAt', words('Carried out', '实施时间', '實施時間'), (row) => row.realisedAt),
  ],
});

export const compliments = listOut({
  key: 'compliments',
  name: words('Compliments', '表扬', '表揚'),
  admits: 'report.see',
  query: complimentsQuery,
  read: listCompliments,
  columns: (of) => [
    of.text('number', words('Ticket', '受理单号', '受理單號'), (row) => row.number),
    of.moment('at', words('Passed on', '转达时间', '轉達時間'), (row) => row.at),
    of.code('channel', words('Channel', '渠道', '管道'), CHANNELS, (row) => row.channel),
    of.text('said', words('What was said', '表扬内容', '表揚內容'), (row) => row.said, 40),
    {
      key: 'people',
      name: words('Who', '被表扬人', '被表揚人'),
      value: (row, say) => say.list(row.people.map((one) => one.name)),
    },
    {
      key: 'departments',
      name: words('Departments', '被表扬部门', '被表揚部門'),
      value: (row, say) => say.list(row.departments.map((one) => say.words(one.name))),
    },
  ],
});

export const services = listOut({
  key: 'services',
  name: words('Services and fees', '服务与收费', '服務與收費'),
  admits: 'ticket.see',
  query: offeringsQuery,
  read: async (context, query) => ({ items: (await listOfferings(context, query)).items, next: null }),
  columns: (of) => [
    of.named('name', words('Service', '服务项目', '服務項目'), (row) => row.name),
    of.named('features', words('What it is', '服务内容', '服務內容'), (row) => row.features),
    of.named('price', words('Price', '收费标准', '收費標準'), (row) => row.price),
    of.named('discount', words('Discount', '优惠', '優惠'), (row) => row.discount),
    of.named('steps', words('Steps', '流程', '流程'), (row) => row.steps),
    of.named('method', words('How to apply', '办理方式', '辦理方式'), (row) => row.method),
    of.named('usualTime', words('Usual time', '通常用时', '通常用時'), (row) => row.usualTime),
    of.named('unit', words('Unit', '计价单位', '計價單位'), (row) => row.unit),
    of.text('amount', words('Price of a unit', '单价', '單價'), (row) =>
      row.amount === null ? null : moneyText(row.amount),
    ),
    of.named('hours', words('Hours', '服务时段', '服務時段'), (row) => row.hours),
    of.named('department', words('Done by', '承办部门', '承辦部門'), (row) => row.department?.name),
    {
      key: 'published',
      name: words('On the customer’s page', '对外公布', '對外公布'),
      value: (row, say) => say.yes(row.published),
    },
    of.moment('changedAt', words('Changed', '修改时间', '修改時間'), (row) => row.changedAt),
  ],
});
