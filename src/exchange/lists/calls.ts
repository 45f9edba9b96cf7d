import { callsAsk, listCalls } from '../../telephone/calls.ts';
import { CHANNELS, DIRECTIONS } from '../codes.ts';
import { listOut, words } from '../list-out.ts';

const OUTCOMES = {
  answered: words('Answered', '已接听', '已接聽'),
  abandoned: words('Hung up while waiting', '排队中挂断', '排隊中掛斷'),
  timed_out: words('Waited in vain', '超时未接', '逾時未接'),
  rejected: words('Turned away', '忙线或被拒', '忙線或被拒'),
  failed: words('Never came about', '未接通', '未接通'),
};

/** Every call: who took it, after how many rings, and how it ended. */
export const calls = listOut({
  key: 'calls',
  name: words('Telephone calls', '通话记录', '通話紀錄'),
  admits: 'ticket.see',
  query: callsAsk,
  read: listCalls,
  columns: [
    { key: 'beganAt', name: words('When', '时间', '時間'), time: 'moment', value: (row, say) => say.at(row.beganAt) },
    {
      key: 'direction',
      name: words('Direction', '方向', '方向'),
      value: (row, say) => say.code(DIRECTIONS, row.direction),
    },
    { key: 'channel', name: words('Line', '线路', '線路'), value: (row, say) => say.code(CHANNELS, row.channel) },
    { key: 'number', name: words('Number', '号码', '號碼'), value: (row) => row.number },
    { key: 'customer', name: words('Customer', '客户', '客戶'), value: (row) => row.customer?.name ?? null },
    {
      key: 'outcome',
      name: words('How it ended', '结果', '結果'),
      value: (row, say) => say.code(OUTCOMES, row.outcome),
    },
    { key: 'answeredBy', name: words('Taken by', '接听人', '接聽人'), value: (row) => row.answeredBy?.name ?? null },
    { key: 'rings', name: words('Rings', '响铃次数', '響鈴次數'), value: (row) => row.rings },
    {
      key: 'answeredAt',
      name: words('Answered at', '接听时间', '接聽時間'),
      time: 'moment',
      value: (row, say) => say.at(row.answeredAt),
    },
    {
      key: 'endedAt',
      name: words('Ended at', '结束时间', '結束時間'),
      time: 'moment',
      value: (row, say) => say.at(row.endedAt),
    },
    { key: 'held', name: words('On hold (seconds)', '保持（秒）', '保留（秒）'), value: (row) => row.heldSeconds },
    {
      key: 'callBackDue',
      name: words('Call back due', '回电期限', '回電期限'),
      time: 'moment',
      value: (row, say) => say.at(row.callBackDue),
    },
  ],
});
