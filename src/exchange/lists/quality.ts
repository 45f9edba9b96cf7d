import { feedbackQuery } from '../../feedback/inputs.ts';
import { listFeedback } from '../../feedback/list.ts';
import { improvementsQuery } from '../../improvement/inputs.ts';
import { listImprovements } from '../../improvement/list.ts';
import { errorsQuery } from '../../error-log/inputs.ts';
import { listErrors } from '../../error-log/list.ts';
import { reviewsQuery } from '../../quality-review/inputs.ts';
import { listReviews } from '../../quality-review/list.ts';
import { spotChecksQuery } from '../../spot-check/inputs.ts';
import { listSpotChecks } from '../../spot-check/list.ts';
import {
  CAUSES,
  CHECK_STATES,
  DECLINED_STATES,
  FEEDBACK_SORTS,
  IMPROVEMENT_SORTS,
  IMPROVEMENT_STATES,
} from '../codes-of-registers.ts';
import { declinedQuery } from '../../ticket/inputs-declined.ts';
import { listDeclined } from '../../ticket/declined-requests.ts';
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

export const reviews = listOut({
  key: 'quality-reviews',
  name: words('Scores', '评分', '評分'),
  admits: 'report.see',
  query: reviewsQuery,
  read: listReviews,
  columns: (of) => [
    of.moment('at', words('Scored', '评分时间', '評分時間'), (row) => row.at),
    of.text('person', words('Who', '被评人', '受評人'), (row) => row.person.name),
    of.named('scorecard', words('Scorecard', '评分表', '評分表'), (row) => row.name),
    of.text('ticket', words('Ticket', '受理单号', '受理單號'), (row) => row.ticket?.number),
    of.text('fromDay', words('From', '开始日期', '開始日期'), (row) => row.fromDay),
    of.text('untilDay', words('To', '结束日期', '結束日期'), (row) => row.untilDay),
    of.text('score', words('Score', '得分', '得分'), (row) => row.score),
    of.text('most', words('Of', '满分', '滿分'), (row) => row.most),
    of.text('failed', words('Lines not in order', '不合格项数', '不合格項數'), (row) => row.failed),
    of.text('remark', words('Remark', '备注', '備註'), (row) => row.remark, 40),
    of.text('by', words('Scored by', '评分人', '評分人'), (row) => row.by.name),
  ],
});

export const errors = listOut({
  key: 'errors',
  name: words('Errors', '差错记录', '差錯記錄'),
  admits: 'report.see',
  query: errorsQuery,
  read: listErrors,
  columns: (of) => [
    of.moment('happenedAt', words('Happened', '发生时间', '發生時間'), (row) => row.happenedAt),
    of.text('person', words('Whose', '差错人', '差錯人'), (row) => row.person.name),
    {
      key: 'sort',
      name: words('Kind of error', '差错类别', '差錯類別'),
      value: (row, say) => (row.sortName ? say.words(row.sortName) : row.sort),
    },
    of.text('nth', words('Times of this kind', '同类次数', '同類次數'), (row) => row.nth),
    of.text('what', words('What went wrong', '差错经过', '差錯經過'), (row) => row.what, 40),
    of.text('lesson', words('What is learnt', '教训', '教訓'), (row) => row.lesson, 40),
    of.text('ticket', words('Ticket', '受理单号', '受理單號'), (row) => row.ticket?.number),
    of.text('by', words('Logged by', '登记人', '登記人'), (row) => row.by.name),
  ],
});

export const declinedRequests = listOut({
  key: 'declined-requests',
  name: words('Requests declined', '婉拒的请求', '婉拒的請求'),
  admits: 'ticket.see',
  query: declinedQuery,
  read: listDeclined,
  columns: (of) => [
    of.moment('at', words('Declined', '婉拒时间', '婉拒時間'), (row) => row.at),
    of.text('number', words('Ticket', '受理单号', '受理單號'), (row) => row.ticket.number),
    of.text('title', words('Matter', '事项', '事項'), (row) => row.ticket.title, 30),
    of.text('reason', words('Reason', '理由', '理由'), (row) => row.reason, 40),
    of.text('by', words('Declined by', '婉拒人', '婉拒人'), (row) => row.by?.name),
    of.text('reviewer', words('To review', '应复核人', '應複核人'), (row) => row.reviewer?.name),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.code('state', words('Review', '复核结论', '複核結論'), DECLINED_STATES, (row) => row.state),
    of.text('words', words('In words', '复核意见', '複核意見'), (row) => row.words, 40),
    of.text('reviewedBy', words('Reviewed by', '复核人', '複核人'), (row) => row.reviewedBy?.name),
    of.moment('reviewedAt', words('Reviewed', '复核时间', '複核時間'), (row) => row.reviewedAt),
  ],
});
