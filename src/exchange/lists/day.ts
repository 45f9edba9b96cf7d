import { dailyRecordsQuery } from '../../daily-record/inputs.ts';
import { listDailyRecords } from '../../daily-record/list.ts';
import { disturbancesQuery } from '../../disturbance/inputs.ts';
import { listDisturbances } from '../../disturbance/list.ts';
import { roundsQuery } from '../../round/inputs.ts';
import { listRounds } from '../../round/list.ts';
import { notesQuery } from '../../shift-note/inputs.ts';
import { listNotes } from '../../shift-note/list.ts';
import { itemsQuery, plansQuery } from '../../work-plan/inputs.ts';
import { listItems } from '../../work-plan/items.ts';
import { listWorkPlans } from '../../work-plan/plans.ts';
import { DISTURBANCE_SORTS, ITEM_STATES, PLAN_SORTS, ROUND_STATES } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const rounds = listOut({
  key: 'rounds',
  name: words('Rounds', '日常检查记录', '日常檢查記錄'),
  admits: 'commitment.see',
  query: roundsQuery,
  read: listRounds,
  columns: (of) => [
    of.named('plan', words('Checklist', '检查表', '檢查表'), (row) => row.plan.name),
    of.moment('dueAt', words('Due', '应完成时间', '應完成時間'), (row) => row.dueAt),
    of.named('post', words('Post', '岗位', '崗位'), (row) => row.post.name),
    of.code('state', words('State', '状态', '狀態'), ROUND_STATES, (row) => row.state),
    of.text('lines', words('Lines', '检查项数', '檢查項數'), (row) => row.lines),
    of.text('known', words('Looked at', '已查项数', '已查項數'), (row) => row.known),
    of.text('faults', words('Not in order', '异常项数', '異常項數'), (row) => row.faults),
    of.text('doneBy', words('Completed by', '完成人', '完成人'), (row) => row.doneBy?.name),
    of.moment('doneAt', words('Completed', '完成时间', '完成時間'), (row) => row.doneAt),
  ],
});

export const shiftNotes = listOut({
  key: 'shift-notes',
  name: words('Shift notes', '交班记录', '交班記錄'),
  admits: 'commitment.see',
  query: notesQuery,
  read: listNotes,
  columns: (of) => [
    of.moment('handedAt', words('Handed over', '交班时间', '交班時間'), (row) => row.handedAt),
    of.named('post', words('Post', '岗位', '崗位'), (row) => row.post.name),
    of.text('by', words('By', '交班人', '交班人'), (row) => row.by.name),
    of.text('to', words('To', '交给', '交給'), (row) => row.to?.name),
    of.text('count', words('Lines', '项数', '項數'), (row) => row.count),
    of.text('text', words('What the next should know', '接班须知', '接班須知'), (row) => row.text, 40),
    of.text('acceptedBy', words('Accepted by', '接班人', '接班人'), (row) => row.acceptedBy?.name),
    of.moment('acceptedAt', words('Accepted', '接班时间', '接班時間'), (row) => row.acceptedAt),
    of.text('remark', words('Remark', '接班备注', '接班備註'), (row) => row.remark, 40),
  ],
});

export const disturbances = listOut({
  key: 'disturbances',
  name: words('Disturbances', '秩序事件', '秩序事件'),
  admits: 'commitment.see',
  query: disturbancesQuery,
  read: listDisturbances,
  columns: (of) => [
    of.moment('happenedAt', words('Happened', '发生时间', '發生時間'), (row) => row.happenedAt),
    of.text('place', words('Place', '位置', '位置'), (row) => row.place?.code ?? row.spot),
    of.code('sort', words('Type', '类别', '類別'), DISTURBANCE_SORTS, (row) => row.sort),
    of.text('people', words('People involved', '涉及人员', '涉及人員'), (row) => row.peopleInvolved),
    of.text('happened', words('What happened', '事件经过', '事件經過'), (row) => row.happened, 40),
    of.text('measures', words('What was done', '处置措施', '處置措施'), (row) => row.measures, 40),
    {
      key: 'told',
      name: words('Who was told', '告知了谁', '告知了誰'),
      value: (row, say) => say.list([...row.told.map((one) => one.name), row.toldOthers]),
    },
    of.text('by', words('Recorded by', '记录人', '記錄人'), (row) => row.by.name),
    of.moment('recordedAt', words('Recorded', '记录时间', '記錄時間'), (row) => row.recordedAt),
    of.moment('restoreBy', words('To be restored by', '应恢复时间', '應恢復時間'), (row) => row.restoreBy),
    of.moment('restoredAt', words('Restored', '恢复时间', '恢復時間'), (row) => row.restoredAt),
  ],
});

export const dailyRecords = listOut({
  key: 'daily-records',
  name: words('Daily records of problems', '每日问题记录', '每日問題記錄'),
  admits: 'commitment.see',
  query: dailyRecordsQuery,
  read: listDailyRecords,
  columns: (of) => [
    { key: 'day', name: words('Day', '日期', '日期'), time: 'day', value: (row, say) => say.day(row.begins) },
    of.text('owner', words('Owed by', '责任人', '負責人'), (row) => row.owner?.name),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.moment('handedAt', words('Handed over', '移交时间', '移交時間'), (row) => row.handedAt),
    of.text('handedBy', words('Handed over by', '移交人', '移交人'), (row) => row.handedBy?.name),
    of.text('parts', words('Departments', '部门数', '部門數'), (row) => row.parts),
    of.text('acknowledged', words('Have acknowledged', '已签收数', '已簽收數'), (row) => row.acknowledged),
  ],
});

export const workPlans = listOut({
  key: 'work-plans',
  name: words('Plans and orders', '工作计划与指令', '工作計畫與指令'),
  admits: 'commitment.see',
  query: plansQuery,
  read: listWorkPlans,
  columns: (of) => [
    of.text('title', words('What it is about', '事项', '事項'), (row) => row.title, 40),
    of.code('sort', words('Type', '类别', '類別'), PLAN_SORTS, (row) => row.sort),
    of.text('giver', words('Given by', '下达人', '下達人'), (row) => row.giver?.name),
    of.text('takenBy', words('Taken over by', '承接人', '承接人'), (row) => row.takenBy.name),
    of.moment('receivedAt', words('Received', '接收时间', '接收時間'), (row) => row.receivedAt),
    of.moment('dueAt', words('Report back by', '汇报期限', '回報期限'), (row) => row.dueAt),
    of.text('items', words('Items', '事项数', '事項數'), (row) => row.items),
    of.text('done', words('Done', '已完成数', '已完成數'), (row) => row.done),
    of.text('late', words('Late', '逾期数', '逾期數'), (row) => row.late),
    of.moment('reportedAt', words('Reported back', '汇报时间', '回報時間'), (row) => row.reportedAt),
  ],
});

export const workItems = listOut({
  key: 'work-items',
  name: words('Items of the day plan', '工作安排事项', '工作安排事項'),
  admits: 'commitment.see',
  query: itemsQuery,
  read: listItems,
  columns: (of) => [
    of.text('title', words('What is to be done', '工作内容', '工作內容'), (row) => row.title, 40),
    of.text('plan', words('Of', '所属计划', '所屬計畫'), (row) => row.plan?.title),
    of.text('person', words('By whom', '执行人', '執行人'), (row) => row.person.name),
    of.text('givenBy', words('Given by', '安排人', '安排人'), (row) => row.givenBy.name),
    of.moment('dueAt', words('Due', '期限', '期限'), (row) => row.dueAt),
    of.code('state', words('State', '状态', '狀態'), ITEM_STATES, (row) => row.state),
    { key: 'late', name: words('Late', '逾期', '逾期'), value: (row, say) => say.yes(row.late) },
    of.moment('doneAt', words('Done', '完成时间', '完成時間'), (row) => row.doneAt),
    of.text('outcome', words('What came of it', '完成情况', '完成情況'), (row) => row.outcome, 40),
    of.text('checkedBy', words('Checked by', '检查人', '檢查人'), (row) => row.checkedBy?.name),
  ],
});
