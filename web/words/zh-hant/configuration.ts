import type { configuration as english } from '../en/configuration.ts';
import type { Translation } from '../words.ts';

export const configuration: Translation<typeof english> = {
  out: '匯出全部組態',
  out_why: '日曆、部門、崗位與權限、設定、類別和用語，順序固定，兩份檔案可逐行比對。',
  download: '下載組態檔',
  in: '載入組態',
  file: '組態檔',
  file_why: '先顯示會改變什麼。檔案中沒有的內容保持不變。',
  unreadable: '這不是組態檔。',
  same: '與現有組態相同。',
  n_values: '共 {count} 項變更',
  deadlines_move: '{count} 個進行中的期限變動',
  people_gain_or_lose: '{count} 人的權限變化',
  tickets_stay: '{count} 張未結的單按原版本辦完',
  apply: '套用此檔案',
  applied: '已更改 {count} 項',
};
