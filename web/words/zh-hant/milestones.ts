import type { milestones as english } from '../en/milestones.ts';
import type { Translation } from '../words.ts';

export const milestones: Translation<typeof english> = {
  title: '節點通知',
  lead: '事項進展時自動通知客戶：使用客戶的語言，透過可用的書面管道傳送；客戶選擇不接收者除外。',
  places: '可自動填入：{organisation} {customer} {number} {title} {person} {phone}',
  taken_in: '已受理',
  assigned: '已派人',
  on_the_way: '已出發',
  done: '已解決',
  closed: '已結案',
  delayed: '已逾期',
  on: '傳送',
  subject_in: '主旨（{language}）',
  text_in: '內文（{language}）',
  preview: '預覽',
  preview_of: '預覽：{name}',
  why: '修改原因',
  changed: '已修改，往後依此傳送。',
  none: '行業包沒有節點通知',
  nav: '節點通知',
};
