import { feedbackQuery } from '../../feedback/inputs.ts';
import { listFeedback } from '../../feedback/list.ts';
import { improvementsQuery } from '../../improvement/inputs.ts';
import { listImprovements } from '../../improvement/list.ts';
import { spotChecksQuery } from '../../spot-check/inputs.ts';
import { listSpotChecks } from '../../spot-check/list.ts';
import { CAUSES, CHECK_STATES, FEEDBACK_SORTS, IMPROVEMENT_SORTS, IMPROVEMENT_STATES } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const spotChecks = listOut({
  key: 'spot-checks',
  name: words('Spot checks', '抽查', '抽查'),
  admits: 'report.see',
  query: spotChecksQuery,
  read: listSpotChecks,
  columns: (of) => [
    of.named('plan', words('Plan', '抽查计划', '抽查計畫'), (row) => row.plan.name),
    {
      key: 'begins',
      name: words('Period begins', '周期起始日', '週期起始日'),
      time: 'day',
      value: (row, say) => say.day(row.begins),
    },
    of.code('state', words('State', '状态', '狀態'), CHECK_STATES, (row) => row.state),
    of.text('owner', words('Owed by', '责任人', '負責人'), (row) => row.owner?.name),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.text('population', words('Drawn from', '抽查范围', '抽查範圍'), (row) => row.population),
    of.text('drawn', words('Drawn', '抽取数', '抽取數'), (row) => row.drawn),
    of.text('looked', words('Looked at', '已查数', '已查數'), (row) => row.looked),
    of.text('failed', words('With faults', '不合格数', '不合格數'), (row) => row.failed),
    of.moment('completedAt', words('Completed', '完成时间', '完成時間'), (row) => row.completedAt),
    of.text('completedBy', words('Completed by', '完成人', '完成人'), (row) => row.completedBy?.name),
  ],
});

export const improvements = listOut({
  key: 'improvements',
  name: words('Corrective actions', '纠正预防措施', '矯正預防措施'),
  admits: 'rectification.see',
  query: improvementsQuery,
  read: listImprovements,
  columns: (of) => [
    of.text('number', words('Number', '编号', '編號'), (row) => row.number),
    of.text('title', words('What occurs', '问题', '問題'), (row) => row.title, 40),
    of.code('sort', words('Type', '类别', '類別'), IMPROVEMENT_SORTS, (row) => row.sort),
    of.code('state', words('State', '状态', '狀態'), IMPROVEMENT_STATES, (row) => row.state),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department.name),
    of.text('addressee', words('In charge', '负责人', '負責人'), (row) => row.addressee?.name),
    of.code('cause', words('Where the cause lies', '原因类别', '原因類別'), CAUSES, (row) => row.causeSort),
    of.text('openedBy', words('Issued by', '下发人', '開立人'), (row) => row.openedBy.name),
    of.moment('openedAt', words('Issued', '下发时间', '開立時間'), (row) => row.openedAt),
    of.moment('acknowledgedAt', words('Acknowledged', '签收时间', '簽收時間'), (row) => row.acknowledgedAt),
    of.text('measures', words('Measures', '措施数', '措施數'), (row) => row.measures),
    of.text('done', words('Carried out', '已落实数', '已落實數'), (row) => row.done),
    of.moment('nextDueAt', words('Next due', '最近期限', '最近期限'), (row) => row.nextDueAt),
    of.text('recurred', words('Times it came back', '再次发生次数', '再次發生次數'), (row) => row.recurred),
    of.moment('closedAt', words('Closed', '关闭时间', '關閉時間'), (row) => row.closedAt),
  ],
});

export const feedbacks = listOut({
  key: 'feedback',
  name: words('Feedback and opinions', '反馈与意见', '回饋與意見'),
  admits: 'rectification.see',
  query: feedbackQuery,
  read: listFeedback,
  columns: (of) => [
    of.moment('at', words('Given', '反馈时间', '回饋時間'), (row) => row.at),
    of.code('sort', words('Type', '类别', '類別'), FEEDBACK_SORTS, (row) => row.sort),
    of.text('text', words('What customers say', '客户意见', '客戶意見'), (row) => row.text, 40),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department.name),
    of.text('addressee', words('In charge', '负责人', '負責人'), (row) => row.addressee?.name),
    {
      key: 'tickets',
      name: words('Tickets', '受理单号', '受理單號'),
      value: (row, say) => say.list(row.tickets.map((ticket) => String(ticket.number))),
    },
    of.text('by', words('Given by', '反馈人', '回饋人'), (row) => row.by.name),
    of.moment('dueAt', words('Due', '答复期限', '答覆期限'), (row) => row.dueAt),
    of.moment('answeredAt', words('Answered', '答复时间', '答覆時間'), (row) => row.answeredAt),
    of.text('reply', words('Answer', '答复内容', '答覆內容'), (row) => row.reply, 40),
  ],
});
