import { trainingFigures, trainingHours } from '../../training/figures.ts';
import {
  figuresQuery,
  hoursQuery,
  masteryQuery,
  needsQuery,
  pathsQuery,
  sessionsQuery,
} from '../../training/inputs.ts';
import { listMastery } from '../../training/mastery.ts';
import { listNeeds } from '../../training/needs.ts';
import { listPaths } from '../../training/paths.ts';
import { listSessions } from '../../training/sessions.ts';
import { NEED_SORTS, NEED_STATES, PATH_STATES, TRAINING_STATES } from '../codes-of-training.ts';
import { listOut, words } from '../list-out.ts';

const department = words('Department', '部门', '部門');
const person = words('Person', '人员', '人員');

export const trainingSessions = listOut({
  key: 'training-sessions',
  name: words('Training plan', '培训计划', '培訓計劃'),
  admits: 'search',
  query: sessionsQuery,
  read: listSessions,
  columns: (of) => [
    of.named('department', department, (row) => row.department.name),
    of.text('subject', words('Subject', '培训内容', '培訓內容'), (row) => row.subject, 30),
    of.named('form', words('Form', '培训形式', '培訓形式'), (row) => row.form.name),
    of.named('course', words('Course', '课程', '課程'), (row) => row.course?.name),
    of.text(
      'trainer',
      words('Trainer or coach', '讲师或导师', '講師或導師'),
      (row) => row.trainer?.name ?? row.outsideTrainer,
    ),
    of.text('place', words('Place', '地点', '地點'), (row) => row.place),
    of.moment('fromAt', words('Planned from', '计划开始', '計劃開始'), (row) => row.fromAt),
    of.moment('untilAt', words('Planned to', '计划结束', '計劃結束'), (row) => row.untilAt),
    of.moment('firstFromAt', words('First planned for', '最初计划时间', '最初計劃時間'), (row) => row.firstFromAt),
    of.code('state', words('State', '状态', '狀態'), TRAINING_STATES, (row) => (row.missed ? 'missed' : row.state)),
    of.moment('heldFrom', words('Held from', '实际开始', '實際開始'), (row) => row.heldFrom),
    of.moment('heldUntil', words('Held to', '实际结束', '實際結束'), (row) => row.heldUntil),
    of.text('invited', words('Invited', '应到人数', '應到人數'), (row) => row.invited),
    of.text('came', words('Came', '实到人数', '實到人數'), (row) => row.came),
    of.text('passed', words('Passed', '合格人数', '合格人數'), (row) => row.passed),
    of.text('grade', words('Evaluation, of 5', '效果评价（满分5）', '成效評價（滿分5）'), (row) => row.grade),
    of.text('plannedBy', words('Planned by', '计划人', '計劃人'), (row) => row.plannedBy.name),
  ],
});

export const trainingNeeds = listOut({
  key: 'training-needs',
  name: words('Training still lacking', '培训缺口', '培訓缺口'),
  admits: 'search',
  query: needsQuery,
  read: async (context, query) => ({ ...(await listNeeds(context, query)), next: null }),
  columns: (of) => [
    of.text('person', person, (row) => row.person.name),
    of.named('department', department, (row) => row.department?.name),
    of.code('sort', words('What', '类别', '類別'), NEED_SORTS, (row) => row.sort),
    of.named('name', words('Name', '名称', '名稱'), (row) => row.name),
    of.code('state', words('State', '状态', '狀態'), NEED_STATES, (row) => row.state),
    of.moment('lastAt', words('Last passed', '最近合格时间', '最近合格時間'), (row) => row.lastAt),
    of.moment('validUntil', words('Valid until', '有效期至', '有效期至'), (row) => row.validUntil),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.text('level', words('Level', '现有等级', '現有等級'), (row) => row.level),
    of.text('needed', words('Level needed', '要求等级', '要求等級'), (row) => row.needed),
    of.moment('planned', words('Planned for', '已安排培训', '已安排培訓'), (row) => row.planned?.fromAt ?? null),
  ],
});

export const trainingFiguresOut = listOut({
  key: 'training-figures',
  name: words('Training by department', '各部门培训情况', '各部門培訓情況'),
  admits: 'training.see',
  query: figuresQuery,
  read: async (context, query) => ({ ...(await trainingFigures(context, query)), next: null }),
  columns: (of) => [
    of.named('department', department, (row) => row.department.name),
    of.text('planned', words('Planned', '计划场次', '計劃場次'), (row) => row.planned),
    of.text('held', words('Held', '已举办', '已舉辦'), (row) => row.held),
    of.text('missed', words('Not held', '未按计划举办', '未按計劃舉辦'), (row) => row.missed),
    of.text('cancelled', words('Cancelled', '已取消', '已取消'), (row) => row.cancelled),
    of.text('ahead', words('Still to come', '待举办', '待舉辦'), (row) => row.ahead),
    of.text('heldLate', words('Held late', '逾期举办', '逾期舉辦'), (row) => row.heldLate),
    of.text('moved', words('Moved', '改期', '改期'), (row) => row.moved),
    of.text('movedOut', words('Moved out of the period', '改到期外', '改到期外'), (row) => row.movedOut),
    of.text('came', words('Came', '到场人次', '到場人次'), (row) => row.came),
    of.text('excused', words('Excused', '请假人次', '請假人次'), (row) => row.excused),
    of.text('absent', words('Missed it', '缺席人次', '缺席人次'), (row) => row.absent),
    of.text('minutes', words('Minutes', '培训总分钟', '培訓總分鐘'), (row) => row.minutes),
    of.text('lacking', words('People lacking training', '缺训人数', '缺訓人數'), (row) => row.lacking),
  ],
});

export const trainingHoursOut = listOut({
  key: 'training-hours',
  name: words('Hours of training', '培训学时', '培訓學時'),
  admits: 'search',
  query: hoursQuery,
  read: async (context, query) => ({ ...(await trainingHours(context, query)), next: null }),
  columns: (of) => [
    of.text('person', person, (row) => row.person.name),
    of.named('department', department, (row) => row.department?.name),
    of.named('form', words('Form', '培训形式', '培訓形式'), (row) => row.form.name),
    of.text('sessions', words('Sessions', '参训场次', '參訓場次'), (row) => row.sessions),
    of.text('minutes', words('Minutes', '参训分钟', '參訓分鐘'), (row) => row.minutes),
    of.text('coached', words('Sessions given', '授课或带教场次', '授課或帶教場次'), (row) => row.coached),
  ],
});

export const trainingPaths = listOut({
  key: 'training-paths',
  name: words('Pre-job training', '上岗培训', '上崗培訓'),
  admits: 'search',
  query: pathsQuery,
  read: listPaths,
  columns: (of) => [
    of.text('person', person, (row) => row.person.name),
    of.named('department', department, (row) => row.department?.name),
    of.named('post', words('Post', '岗位', '崗位'), (row) => row.post),
    of.named('path', words('Path', '培训路径', '培訓路徑'), (row) => row.path),
    of.text('coach', words('Coach', '导师', '導師'), (row) => row.coach?.name),
    of.moment('begunAt', words('Begun', '开始时间', '開始時間'), (row) => row.begunAt),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.text('steps', words('Steps', '步骤数', '步驟數'), (row) => row.steps),
    of.text('signed', words('Signed by both', '双方已签', '雙方已簽'), (row) => row.signed),
    of.code('state', words('State', '状态', '狀態'), PATH_STATES, (row) =>
      row.endedAt ? 'ended' : row.completedAt ? 'complete' : row.late ? 'late' : 'walking',
    ),
    of.moment('completedAt', words('Complete', '完成时间', '完成時間'), (row) => row.completedAt),
  ],
});

export const skillMastery = listOut({
  key: 'skill-mastery',
  name: words('Mastery of skills', '技能掌握情况', '技能掌握情況'),
  admits: 'search',
  query: masteryQuery,
  read: listMastery,
  columns: (of) => [
    of.text('person', person, (row) => row.person.name),
    of.named('skill', words('Skill', '技能', '技能'), (row) => row.skill.name),
    of.text('day', words('Seen on', '评定日期', '評定日期'), (row) => row.day),
    of.text('level', words('Level', '等级', '等級'), (row) => row.level),
    of.named('levelName', words('In words', '等级名称', '等級名稱'), (row) => row.levelName),
    of.text('needed', words('Level needed', '要求等级', '要求等級'), (row) => row.needed),
    of.text('remark', words('By what', '依据', '依據'), (row) => row.remark, 30),
    of.text('by', words('Seen by', '评定人', '評定人'), (row) => row.by.name),
  ],
});
