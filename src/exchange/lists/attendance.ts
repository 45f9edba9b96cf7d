import { attendanceQuery, leavesQuery, monthQuery } from '../../attendance/inputs.ts';
import { listLeaves } from '../../attendance/leaves.ts';
import { monthSheet } from '../../attendance/month-page.ts';
import { listAttendance } from '../../attendance/shift-views.ts';
import { LEAVE_STATES, PRESENCES, SHIFT_STATES } from '../codes-of-attendance.ts';
import { listOut, words } from '../list-out.ts';

export const attendance = listOut({
  key: 'attendance',
  name: words('Attendance', '考勤记录', '出勤記錄'),
  admits: 'attendance.see',
  query: attendanceQuery,
  read: listAttendance,
  columns: (of) => [
    { key: 'day', name: words('Day', '日期', '日期'), time: 'day', value: (row, say) => say.day(row.day) },
    of.text('person', words('Person', '姓名', '姓名'), (row) => row.person.name),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.code('presence', words('Where', '在岗方式', '在班方式'), PRESENCES, (row) => row.presence),
    of.moment('from', words('Begins', '上班时间', '上班時間'), (row) => row.from),
    of.moment('until', words('Ends', '下班时间', '下班時間'), (row) => row.until),
    of.moment('thereBy', words('To be there by', '应到岗时间', '應到班時間'), (row) => row.thereBy),
    of.moment('inAt', words('Came', '到岗打卡', '上班打卡'), (row) => row.inAt),
    of.moment('outAt', words('Went', '下班打卡', '下班打卡'), (row) => row.outAt),
    of.code('state', words('State', '状态', '狀態'), SHIFT_STATES, (row) => row.state),
    of.text('late', words('Minutes late', '迟到分钟', '遲到分鐘'), (row) => row.lateMinutes),
    of.text('early', words('Minutes early', '早退分钟', '早退分鐘'), (row) => row.earlyMinutes),
    of.named('away', words('Leave', '假别', '假別'), (row) => row.away),
    of.text('offline', words('Minutes offline', '离线分钟', '離線分鐘'), (row) => row.offlineMinutes),
  ],
});

export const attendanceMonth = listOut({
  key: 'attendance-month',
  name: words('Attendance of a month', '月度考勤表', '月出勤表'),
  admits: 'attendance.see',
  query: monthQuery,
  read: monthSheet,
  columns: (of) => [
    of.text('person', words('Person', '姓名', '姓名'), (row) => row.person.name),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.text('shifts', words('Shifts due', '应出勤班次', '應出勤班次'), (row) => row.shifts),
    of.text('attended', words('Attended', '实际出勤', '實際出勤'), (row) => row.attended),
    of.text('late', words('Late', '迟到次数', '遲到次數'), (row) => row.late),
    of.text('lateMinutes', words('Minutes late', '迟到分钟', '遲到分鐘'), (row) => row.lateMinutes),
    of.text('early', words('Left early', '早退次数', '早退次數'), (row) => row.early),
    of.text('earlyMinutes', words('Minutes early', '早退分钟', '早退分鐘'), (row) => row.earlyMinutes),
    of.text('missing', words('Missing', '缺勤', '缺勤'), (row) => row.missing),
    of.text('noOut', words('Did not sign out', '下班未打卡', '下班未打卡'), (row) => row.noOut),
    {
      key: 'away',
      name: words('Leave, in shifts', '请假（班次）', '請假（班次）'),
      value: (row, say) => say.list(row.away.map((one) => `${say.words(one.name)} ${one.hundredths / 100}`)),
    },
    of.text('overtime', words('Overtime minutes', '加班分钟', '加班分鐘'), (row) => row.overtimeMinutes),
  ],
});

export const leaves = listOut({
  key: 'leaves',
  name: words('Leave', '请假记录', '請假記錄'),
  admits: 'attendance.see',
  query: leavesQuery,
  read: listLeaves,
  columns: (of) => [
    of.text('person', words('Person', '姓名', '姓名'), (row) => row.person.name),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.named('kind', words('Kind', '假别', '假別'), (row) => row.name),
    of.moment('from', words('From', '开始时间', '開始時間'), (row) => row.from),
    of.moment('until', words('Until', '结束时间', '結束時間'), (row) => row.until),
    of.text('reason', words('Reason', '事由', '事由'), (row) => row.reason, 40),
    of.moment('askedAt', words('Asked', '申请时间', '申請時間'), (row) => row.askedAt),
    of.code('state', words('State', '状态', '狀態'), LEAVE_STATES, (row) => row.state),
    of.text('decidedBy', words('Decided by', '审批人', '簽核人'), (row) => row.decidedBy?.name),
    of.moment('decidedAt', words('Decided', '审批时间', '簽核時間'), (row) => row.decidedAt),
    of.text('remark', words('Remark', '审批意见', '簽核意見'), (row) => row.remark, 40),
  ],
});
