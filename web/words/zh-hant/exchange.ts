import type { exchange as english } from '../en/exchange.ts';
import type { Translation } from '../words.ts';

export const exchange: Translation<typeof english> = {
  take_out: '匯出',
  take_out_title: '匯出：{name}',
  take_out_why: '匯出清單目前的內容，篩選與順序和畫面一致。匯出人會留下紀錄。',
  csv: 'CSV 檔',
  xlsx: 'Excel（XLSX）',
  taking: '已讀取 {count} 列',
  taken: '已匯出 {count} 列。',
  stop: '停止',
  stopped: '已停止，已讀取的內容不會保留。',
};
