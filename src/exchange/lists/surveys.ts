import { listAnswers } from '../../survey/answers.ts';
import { answersQuery, receiversQuery, surveysQuery } from '../../survey/inputs.ts';
import { listSurveys } from '../../survey/list.ts';
import { listReceivers } from '../../survey/receivers.ts';
import { PERIODS } from '../codes.ts';
import { RECEIVER_STATES, SURVEY_STATES, SURVEY_WAYS } from '../codes-of-surveys.ts';
import { listOut, words } from '../list-out.ts';

export const surveys = listOut({
  key: 'surveys',
  name: words('Surveys', '意见征询', '意見調查'),
  admits: 'survey.see',
  query: surveysQuery,
  read: listSurveys,
  columns: (of) => [
    of.named('questionnaire', words('Questionnaire', '问卷', '問卷'), (row) => row.questionnaire.name),
    of.code('period', words('Period', '周期', '週期'), PERIODS, (row) => row.period),
    of.day('begins', words('Period begins', '周期起始日', '週期起始日'), (row) => row.begins),
    of.code('state', words('State', '状态', '狀態'), SURVEY_STATES, (row) => row.state),
    of.text('statistician', words('Statistician', '统计人员', '統計員'), (row) => row.statistician?.name),
    of.text('drawn', words('Receivers', '征询对象数', '調查對象數'), (row) => row.drawn),
    of.text('handedOut', words('Handed out', '发放数', '派發數'), (row) => row.rate.of),
    of.text('answered', words('Answered', '回收有效数', '有效收回數'), (row) => row.rate.n),
    of.moment('nextDueAt', words('Next due', '最近期限', '最近期限'), (row) => row.nextDueAt),
    of.moment('submittedAt', words('Submitted', '上报时间', '提交時間'), (row) => row.submittedAt),
  ],
});

export const surveyReceivers = listOut({
  key: 'survey-receivers',
  name: words('Issue record', '发放回收记录', '派發收回紀錄'),
  admits: 'survey.see',
  query: receiversQuery,
  read: listReceivers,
  columns: (of) => [
    of.text('no', words('No.', '序号', '序號'), (row) => row.no),
    of.text('customer', words('Receiver', '领取人', '領取人'), (row) => row.customer.name),
    of.text('place', words('Place', '房号', '門牌'), (row) => row.place),
    of.code('state', words('State', '状态', '狀態'), RECEIVER_STATES, (row) => row.state),
    of.code('way', words('Handed out by', '发放方式', '派發方式'), SURVEY_WAYS, (row) => row.way),
    of.day('handedOutOn', words('Handed out on', '发放日期', '派發日期'), (row) => row.handedOutOn),
    of.text('distributor', words('Distributor', '发放人', '派發員'), (row) => row.distributor?.name),
    of.text('collector', words('Collector', '回收人', '收集員'), (row) => row.collector?.name),
    of.moment('dueAt', words('To be back by', '应回收时间', '應收回時間'), (row) => row.dueAt),
    of.day('collectedOn', words('Collected on', '回收日期', '收回日期'), (row) => row.collectedOn),
    of.code('answeredBy', words('Answered by', '答复方式', '作答方式'), SURVEY_WAYS, (row) => row.answeredBy),
    of.text('remark', words('Remark', '备注', '備註'), (row) => row.remark, 30),
  ],
});

export const surveyAnswers = listOut({
  key: 'survey-answers',
  name: words('Survey answers', '意见征询答复', '意見調查作答'),
  admits: 'survey.see',
  query: answersQuery,
  read: listAnswers,
  columns: (of) => [
    of.text('no', words('No.', '序号', '序號'), (row) => row.no),
    of.text('customer', words('Customer', '客户', '客戶'), (row) => row.customer.name),
    of.text('place', words('Place', '房号', '門牌'), (row) => row.place),
    of.named('question', words('Question', '问题', '問題'), (row) => row.asked),
    of.text('score', words('Score', '评分', '評分'), (row) => row.score),
    of.named('choice', words('Choice', '选项', '選項'), (row) => row.choice),
    of.text('text', words('In own words', '文字意见', '文字意見'), (row) => row.text, 40),
    of.code('way', words('Answered by', '答复方式', '作答方式'), SURVEY_WAYS, (row) => row.way),
    of.moment('at', words('When', '时间', '時間'), (row) => row.at),
    of.text('by', words('Typed in by', '录入人', '輸入人'), (row) => row.by?.name),
  ],
});
