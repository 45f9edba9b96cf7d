import { words } from '../list-out.ts';
import type { FieldIn } from './list-in.ts';

export const CONTACT_FIELDS: readonly FieldIn[] = [
  {
    key: 'at',
    name: words('When', '时间', '時間'),
    also: ['date', 'time', '日期', '来访时间', '来电时间', '接待时间', '登记时间', '日期时间'],
    required: true,
    examples: ['2025-03-01 09:20', '2025-03-02 19:05'],
  },
  {
    key: 'endedAt',
    name: words('Ended', '结束时间', '結束時間'),
    also: ['left', '离开时间', '离去时间', '離開時間'],
    examples: ['2025-03-01 09:35', ''],
  },
  {
    key: 'direction',
    name: words('Direction', '方向', '方向'),
    also: ['in or out', '呼入呼出', '来去'],
    examples: ['来', '来'],
  },
  {
    key: 'channel',
    name: words('Channel', '渠道', '管道'),
    also: ['by', '方式', '接待方式', '来源'],
    examples: ['来访', '来电'],
  },
  {
    key: 'purpose',
    name: words('About', '事由', '事由'),
    also: ['purpose', '类别', '事由类别', '来访事由'],
    examples: ['咨询', '报修'],
  },
  { key: 'written', name: words('In writing', '书面', '書面'), also: ['written', '来函'], examples: ['否', '否'] },
  {
    key: 'caller',
    name: words('Caller', '来电来访人', '來電來訪人'),
    also: ['name', 'visitor', '姓名', '来访人', '来电人', '访客', '客户', '业主姓名'],
    examples: ['陈志强', '李女士'],
  },
  {
    key: 'phone',
    name: words('Phone', '电话', '電話'),
    also: ['mobile', '联系电话', '来电号码', '手机', '手机号'],
    examples: ['13800138001', ''],
  },
  {
    key: 'place',
    name: words('Place', '位置', '位置'),
    also: ['unit', 'room', '房号', '地址', '单元'],
    examples: ['', ''],
  },
  {
    key: 'need',
    name: words('What was wanted', '诉求', '需求'),
    also: ['need', 'subject', '内容', '来访内容', '来电内容', '咨询内容', '具体诉求'],
    examples: ['装修手续如何办理', '楼道灯不亮'],
  },
  {
    key: 'outcome',
    name: words('What came of it', '处理结果', '處理結果'),
    also: ['result', 'outcome', '答复', '处理情况', '接待结果', '结果'],
    examples: ['已告知所需材料', ''],
  },
  {
    key: 'receiver',
    name: words('Received by', '接待人', '接待人'),
    also: ['by whom', '接待人员', '记录人', '接听人', '登记人'],
    examples: ['', ''],
  },
];
