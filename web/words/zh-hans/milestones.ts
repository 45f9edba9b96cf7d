import type { milestones as english } from '../en/milestones.ts';
import type { Translation } from '../words.ts';

export const milestones: Translation<typeof english> = {
  title: '节点通知',
  lead: '事项进展时自动通知客户：使用客户的语言，通过可用的书面渠道发送；客户选择不接收的除外。',
  places: '可自动填入：{organisation} {customer} {number} {title} {person} {phone}',
  taken_in: '已受理',
  assigned: '已派人',
  on_the_way: '已出发',
  done: '已办结',
  closed: '已结单',
  delayed: '已逾期',
  on: '发送',
  subject_in: '主题（{language}）',
  text_in: '正文（{language}）',
  preview: '预览',
  preview_of: '预览：{name}',
  why: '修改原因',
  changed: '已修改，今后按此发送。',
  none: '行业包没有节点通知',
  nav: '节点通知',
};
