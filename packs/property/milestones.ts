import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

type Milestone = NonNullable<Settings['milestones']>[number];

/** What a customer is written by itself. Switched on by whoever runs the house, once it has a channel in writing. */
export const milestones: Milestone[] = [
  {
    key: 'taken_in',
    on: false,
    subject: words('Taken in: {title} ({number})', '已受理：{title}（{number}）', '已受理：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\nwe have taken in your matter “{title}” under the number {number}. {person} is accountable for it.\n\n{organisation}',
      '{customer}您好：\n\n您的事项“{title}”已受理，受理单号 {number}，由{person}负责。\n\n{organisation}',
      '{customer}您好：\n\n您的事項「{title}」已受理，受理單號 {number}，由{person}負責。\n\n{organisation}',
    ),
  },
  {
    key: 'assigned',
    on: false,
    subject: words('Somebody comes: {title} ({number})', '已派人：{title}（{number}）', '已派人：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\n{person} is sent to you about “{title}” ({number}).\n\n{organisation}',
      '{customer}您好：\n\n您的事项“{title}”（{number}）已安排{person}上门处理。\n\n{organisation}',
      '{customer}您好：\n\n您的事項「{title}」（{number}）已安排{person}到府處理。\n\n{organisation}',
    ),
  },
  {
    key: 'on_the_way',
    on: false,
    subject: words('On the way: {title} ({number})', '已出发：{title}（{number}）', '已出發：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\n{person} is on the way to you about “{title}” ({number}).\n\n{organisation}',
      '{customer}您好：\n\n{person}已出发，前往处理您的事项“{title}”（{number}）。\n\n{organisation}',
      '{customer}您好：\n\n{person}已出發，前往處理您的事項「{title}」（{number}）。\n\n{organisation}',
    ),
  },
  {
    key: 'done',
    on: false,
    subject: words('Done: {title} ({number})', '已办结：{title}（{number}）', '已解決：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\n“{title}” ({number}) is done. If anything is not as it should be, please tell us.\n\n{organisation}',
      '{customer}您好：\n\n您的事项“{title}”（{number}）已办结。如有不妥之处，请告诉我们。\n\n{organisation}',
      '{customer}您好：\n\n您的事項「{title}」（{number}）已解決。如有不妥之處，請告訴我們。\n\n{organisation}',
    ),
  },
  {
    key: 'closed',
    on: false,
    subject: words('Closed: {title} ({number})', '已结单：{title}（{number}）', '已結案：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\n“{title}” ({number}) is closed. Thank you for your patience.\n\n{organisation}',
      '{customer}您好：\n\n您的事项“{title}”（{number}）已结单，感谢您的理解与配合。\n\n{organisation}',
      '{customer}您好：\n\n您的事項「{title}」（{number}）已結案，感謝您的理解與配合。\n\n{organisation}',
    ),
  },
  {
    key: 'delayed',
    on: false,
    subject: words('Delayed: {title} ({number})', '处理延迟：{title}（{number}）', '處理延遲：{title}（{number}）'),
    text: words(
      'Dear {customer},\n\nwe are sorry: “{title}” ({number}) takes longer than we promised. {person} sees to it and will be in touch.\n\n{organisation}',
      '{customer}您好：\n\n很抱歉，您的事项“{title}”（{number}）未能按承诺时间完成。{person}正在跟进，会尽快与您联系。\n\n{organisation}',
      '{customer}您好：\n\n很抱歉，您的事項「{title}」（{number}）未能按承諾時間完成。{person}正在跟進，會儘快與您聯絡。\n\n{organisation}',
    ),
  },
];
