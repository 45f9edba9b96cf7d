import { listRoundFindings } from '../../round/findings.ts';
import { findingsQuery } from '../../round/inputs.ts';
import { vacanciesQuery } from '../../vacancy/inputs.ts';
import { listVacancies } from '../../vacancy/list.ts';
import { BECAME_WORDS, ROUND_WAYS, VACANCY_ENDS, VACANCY_REASONS } from '../codes-of-patrols.ts';
import { listOut, words } from '../list-out.ts';

export const roundFindings = listOut({
  key: 'round-findings',
  name: words('Findings of rounds', '检查发现的问题', '檢查發現的問題'),
  admits: 'commitment.see',
  query: findingsQuery,
  read: listRoundFindings,
  columns: (of) => [
    of.moment('at', words('Found', '发现时间', '發現時間'), (row) => row.at),
    of.named('plan', words('Checklist', '检查表', '檢查表'), (row) => row.plan.name),
    of.text('place', words('Unit', '房屋', '房屋'), (row) => row.place?.code),
    of.named('point', words('Point', '检查点', '檢查點'), (row) => row.point),
    of.text('note', words('Finding', '问题', '問題'), (row) => row.note, 40),
    of.text('by', words('Found by', '发现人', '發現人'), (row) => row.by.name),
    of.code('way', words('What was done about it', '如何处理', '如何處理'), ROUND_WAYS, (row) => row.way),
    of.text('measures', words('Done or suggested', '处理情况或建议', '處理情況或建議'), (row) => row.measures, 40),
    of.text('reportedTo', words('Reported to', '上报对象', '上報對象'), (row) => row.reportedTo?.name),
    of.text('followUp', words('Follow-up', '后续单', '後續單'), (row) => row.followUp?.number),
    of.named('department', words('Department', '部门', '部門'), (row) => row.answer?.department?.name),
    of.moment('answerDue', words('Answer due', '答复期限', '答覆期限'), (row) => row.answer?.dueAt ?? null),
    of.code(
      'became',
      words('What became of it', '采纳情况', '採納情況'),
      BECAME_WORDS,
      (row) => row.answer?.became ?? null,
    ),
    of.text('answer', words('Answer', '部门答复', '部門答覆'), (row) => row.answer?.words, 40),
    of.moment('answeredAt', words('Answered', '答复时间', '答覆時間'), (row) => row.answer?.at ?? null),
  ],
});

export const vacancies = listOut({
  key: 'vacancies',
  name: words('Vacant units', '空置房', '空置房'),
  admits: 'place.see',
  query: vacanciesQuery,
  read: listVacancies,
  columns: (of) => [
    of.text('place', words('Unit', '房屋', '房屋'), (row) => row.place.code),
    of.text('since', words('Empty since', '空置起始日', '空置起始日'), (row) => row.since),
    of.code('reason', words('Why', '空置原因', '空置原因'), VACANCY_REASONS, (row) => row.reason),
    of.moment('last', words('Last inspected', '上次巡检', '上次巡檢'), (row) => row.last?.at ?? null),
    of.moment('next', words('Next inspection', '下次巡检', '下次巡檢'), (row) => row.next?.dueAt ?? null),
    of.text('missed', words('Late or missed', '逾期或未做', '逾期或未做'), (row) => row.missed),
    of.text('openFaults', words('Open faults', '未解决问题', '未解決問題'), (row) => row.openFaults),
    of.text('note', words('Remark', '备注', '備註'), (row) => row.note, 40),
    of.code('endedAs', words('Taken off', '移出原因', '移出原因'), VACANCY_ENDS, (row) => row.endedAs),
    of.moment('endedAt', words('Taken off on', '移出时间', '移出時間'), (row) => row.endedAt),
  ],
});
