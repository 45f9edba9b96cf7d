import { findingsQuery, listFindings } from '../../rectification/findings.ts';
import { listNotices, noticesQuery } from '../../rectification/list.ts';
import { listSummaries } from '../../summary/list.ts';
import { summariesQuery } from '../../summary/inputs.ts';
import { NOTICE_SOURCES, NOTICE_STATES, PERIODS, SUMMARIES, WAYS } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

export const notices = listOut({
  key: 'notices',
  name: words('Rectification notices', '整改通知', '改善通知'),
  admits: 'rectification.see',
  query: noticesQuery,
  read: listNotices,
  columns: [
    { key: 'number', name: words('Number', '编号', '編號'), value: (row) => row.number },
    {
      key: 'source',
      name: words('Because', '来源', '來源'),
      value: (row, say) => say.code(NOTICE_SOURCES, row.source),
    },
    { key: 'state', name: words('State', '状态', '狀態'), value: (row, say) => say.code(NOTICE_STATES, row.state) },
    { key: 'ticket', name: words('Ticket', '受理单号', '受理單號'), value: (row) => row.ticket?.number ?? null },
    {
      key: 'department',
      name: words('Department', '部门', '部門'),
      value: (row, say) => say.words(row.department.name),
    },
    { key: 'addressee', name: words('Addressee', '收件人', '收件人'), value: (row) => row.addressee?.name ?? null },
    { key: 'findings', name: words('What is not right', '问题', '問題'), width: 40, value: (row) => row.findings },
    { key: 'issuedBy', name: words('Issued by', '签发人', '開立人'), value: (row) => row.issuedBy?.name ?? null },
    {
      key: 'issuedAt',
      name: words('Issued', '签发时间', '開立時間'),
      time: 'moment',
      value: (row, say) => say.at(row.issuedAt),
    },
    {
      key: 'deadlineAt',
      name: words('Deadline', '整改期限', '改善期限'),
      time: 'moment',
      value: (row, say) => say.at(row.deadlineAt),
    },
    {
      key: 'repliedAt',
      name: words('Answered', '回复时间', '回覆時間'),
      time: 'moment',
      value: (row, say) => say.at(row.repliedAt),
    },
    {
      key: 'verifiedAt',
      name: words('Verified', '复查时间', '複查時間'),
      time: 'moment',
      value: (row, say) => say.at(row.verifiedAt),
    },
  ],
});

export const findings = listOut({
  key: 'findings',
  name: words('Findings', '检查发现', '檢查發現'),
  admits: 'rectification.see',
  query: findingsQuery,
  read: listFindings,
  columns: [
    { key: 'at', name: words('Found', '发现时间', '發現時間'), time: 'moment', value: (row, say) => say.at(row.at) },
    {
      key: 'department',
      name: words('Department', '部门', '部門'),
      value: (row, say) => say.words(row.department.name),
    },
    { key: 'text', name: words('What was found', '发现内容', '發現內容'), width: 40, value: (row) => row.text },
    { key: 'way', name: words('What was done', '处理方式', '處理方式'), value: (row, say) => say.code(WAYS, row.way) },
    {
      key: 'notice',
      name: words('Notice', '整改通知编号', '改善通知編號'),
      value: (row) => row.notice?.number ?? null,
    },
    { key: 'by', name: words('Found by', '检查人', '檢查人'), value: (row) => row.by.name },
  ],
});

export const summaries = listOut({
  key: 'summaries',
  name: words('Summaries and reports', '汇总与报告', '彙總與報告'),
  admits: 'report.see',
  query: summariesQuery,
  read: listSummaries,
  columns: [
    {
      key: 'report',
      name: words('Report', '报告', '報告'),
      value: (row, say) => (row.report ? say.words(row.report.name) : say.code(SUMMARIES, row.about)),
    },
    { key: 'period', name: words('Period', '周期', '週期'), value: (row, say) => say.code(PERIODS, row.period) },
    { key: 'begins', name: words('Begins', '起始日', '起始日'), time: 'day', value: (row, say) => say.day(row.begins) },
    { key: 'owner', name: words('Owed by', '责任人', '負責人'), value: (row) => row.owner?.name ?? null },
    {
      key: 'dueAt',
      name: words('Due', '到期时间', '到期時間'),
      time: 'moment',
      value: (row, say) => say.at(row.dueAt),
    },
    {
      key: 'submittedAt',
      name: words('Submitted', '提交时间', '提交時間'),
      time: 'moment',
      value: (row, say) => say.at(row.submittedAt),
    },
    { key: 'submittedBy', name: words('By', '提交人', '提交人'), value: (row) => row.submittedBy?.name ?? null },
    { key: 'addressee', name: words('To', '收件人', '收件人'), value: (row) => row.addressee?.name ?? null },
    {
      key: 'addresseePost',
      name: words('To the post', '收件岗位', '收件職位'),
      value: (row, say) => (row.addresseePost ? say.words(row.addresseePost.name) : null),
    },
    {
      key: 'readAt',
      name: words('Received', '签收时间', '簽收時間'),
      time: 'moment',
      value: (row, say) => say.at(row.readAt),
    },
  ],
});
