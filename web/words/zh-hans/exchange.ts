import type { exchange as english } from '../en/exchange.ts';
import type { Translation } from '../words.ts';

export const exchange: Translation<typeof english> = {
  take_out: '导出',
  take_out_title: '导出：{name}',
  take_out_why: '导出列表当前的内容，筛选和顺序与屏幕一致。导出人会被记录。',
  csv: 'CSV 文件',
  xlsx: 'Excel（XLSX）',
  taking: '已读取 {count} 行',
  taken: '已导出 {count} 行。',
  stop: '停止',
  stopped: '已停止，已读取的内容不保留。',
};
